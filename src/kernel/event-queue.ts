import type { Instant } from './time.ts';

/** A message with a due time, waiting in the queue. Plain data, so that a run can be saved at any turn. */
export interface Delivery<Message> {
  readonly due: Instant;
  /** Running number: deliveries of one instant leave in the order they were posted, unless ties are shuffled. */
  readonly order: number;
  readonly sender: string;
  readonly receiver: string;
  readonly message: Message;
  /** Number of the trace record that posted it. */
  readonly cause: number;
}

interface Entry<Message> {
  readonly delivery: Delivery<Message>;
  readonly tie: number;
  position: number;
}

/** Decides among deliveries of one instant from different sender-receiver pairs; equal keys keep their order. */
export type TieBreaker = (delivery: { due: Instant; sender: string; receiver: string }) => number;

/**
 * The one queue that owns time: deliveries ordered by (due, tie, order), as a 4-ary heap.
 * Cancelling is O(log n); a cancelled or taken delivery is unknown afterwards.
 */
export class EventQueue<Message> {
  readonly #heap: Entry<Message>[] = [];
  readonly #byOrder = new Map<number, Entry<Message>>();
  #tieBreaker: TieBreaker | undefined;
  #nextOrder = 1;

  constructor(tieBreaker?: TieBreaker) {
    this.#tieBreaker = tieBreaker;
  }

  /** From now on breaks ties in another way, those among what waits already too; undefined: in order of posting. */
  breakTies(tieBreaker: TieBreaker | undefined): void {
    this.#tieBreaker = tieBreaker;
    this.restore(this.save());
  }

  get size(): number {
    return this.#heap.length;
  }

  /** Adds a delivery and returns its order number, by which it can be cancelled; without `order` it is the latest. */
  post(delivery: Omit<Delivery<Message>, 'order'>, order = this.#nextOrder++): number {
    const { due, sender, receiver, message, cause } = delivery;
    this.#insert({ due, order, sender, receiver, message, cause });
    return order;
  }

  /** Keeps so many order numbers for deliveries that are to stand before everything posted after; returns the first. */
  reserve(count: number): number {
    const first = this.#nextOrder;
    this.#nextOrder += count;
    return first;
  }

  /** Whether a delivery still waits. */
  holds(order: number): boolean {
    return this.#byOrder.has(order);
  }

  /** Takes the earliest delivery out, or undefined when none waits. */
  take(): Delivery<Message> | undefined {
    const first = this.#heap[0];
    if (first === undefined) return undefined;
    this.#remove(first);
    return first.delivery;
  }

  /** When the earliest delivery is due. */
  nextDue(): Instant | undefined {
    return this.#heap[0]?.delivery.due;
  }

  /** Removes a waiting delivery; false when it has been taken or cancelled already. */
  cancel(order: number): boolean {
    const entry = this.#byOrder.get(order);
    if (entry === undefined) return false;
    this.#remove(entry);
    return true;
  }

  /** Everything that waits, in the order it would be taken: for checkpoints and for a person to look at. */
  waiting(): readonly Delivery<Message>[] {
    return this.#heap.toSorted((a, b) => (before(a, b) ? -1 : 1)).map((entry) => entry.delivery);
  }

  /** The state for a checkpoint. */
  save(): { readonly nextOrder: number; readonly deliveries: readonly Delivery<Message>[] } {
    return { nextOrder: this.#nextOrder, deliveries: this.waiting() };
  }

  /** Puts a saved state in the place of whatever waits. */
  restore(saved: { readonly nextOrder: number; readonly deliveries: readonly Delivery<Message>[] }): void {
    this.#heap.length = 0;
    this.#byOrder.clear();
    for (const delivery of saved.deliveries) this.#insert(delivery);
    this.#nextOrder = saved.nextOrder;
  }

  #insert(delivery: Delivery<Message>): void {
    const entry = { delivery, tie: this.#tieBreaker?.(delivery) ?? 0, position: this.#heap.length };
    this.#heap.push(entry);
    this.#byOrder.set(delivery.order, entry);
    this.#rise(entry);
  }

  #remove(entry: Entry<Message>): void {
    this.#byOrder.delete(entry.delivery.order);
    const last = this.#heap.pop();
    if (last === undefined || last === entry) return;
    this.#place(last, entry.position);
    this.#rise(last);
    this.#sink(last);
  }

  #place(entry: Entry<Message>, position: number): void {
    entry.position = position;
    this.#heap[position] = entry;
  }

  #rise(entry: Entry<Message>): void {
    while (entry.position > 0) {
      const parent = this.#heap[(entry.position - 1) >> 2];
      if (parent === undefined || !before(entry, parent)) return;
      const position = parent.position;
      this.#place(parent, entry.position);
      this.#place(entry, position);
    }
  }

  #sink(entry: Entry<Message>): void {
    for (;;) {
      const child = this.#earliestChild(entry.position);
      if (child === undefined || !before(child, entry)) return;
      const position = child.position;
      this.#place(child, entry.position);
      this.#place(entry, position);
    }
  }

  #earliestChild(position: number): Entry<Message> | undefined {
    const first = position * 4 + 1;
    let earliest = this.#heap[first];
    for (let index = first + 1; index < first + 4; index++) {
      const candidate = this.#heap[index];
      if (candidate !== undefined && earliest !== undefined && before(candidate, earliest)) earliest = candidate;
    }
    return earliest;
  }
}

function before<M>(a: Entry<M>, b: Entry<M>): boolean {
  if (a.delivery.due !== b.delivery.due) return a.delivery.due < b.delivery.due;
  if (a.tie !== b.tie) return a.tie < b.tie;
  return a.delivery.order < b.delivery.order;
}
