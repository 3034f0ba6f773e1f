import type { Instant, TraceRecord } from '../kernel/index.ts';
import type { Message, World } from '../world/index.ts';
import { nextCronTime } from './cron-time.ts';
import { isEvent } from './events.ts';
import type { Step } from './scenario.ts';
import { instantOfMoment, type Calendar } from './times.ts';
import type { ClockMove } from './verb.ts';

/** What a timeline needs from the run. */
export interface TimelineHooks {
  readonly now: () => Instant;
  /** Posts a delivery to the scenario; returns its order number. */
  readonly post: (message: Message, due: Instant) => number;
  readonly cancel: (order: number) => void;
  readonly perform: (step: Step) => void;
  /** A clock move waited for an event in vain. */
  readonly waitedInVain: (step: Step) => void;
  readonly move: (step: Step) => ClockMove | undefined;
}

/** A step that waits for its event, and how often it may still happen. */
interface Armed {
  readonly step: number;
  readonly left: number;
}

/** Where a timeline stands; plain data, for checkpoints. */
export interface TimelineState {
  /** First step that is not posted yet. */
  readonly next: number;
  /** Time of the step before it. */
  readonly cursor: Instant;
  readonly armed: readonly Armed[];
  /** The clock move that waits for an event, and the delivery that ends its patience. */
  readonly waiting: { readonly step: number; readonly deadline: number } | null;
  /** Time of the last repetition that is certain. */
  readonly last: Instant;
  /** Clock moves that waited for an event, and when their waiting ended. */
  readonly waited: readonly (readonly [step: number, end: Instant])[];
}

/**
 * A list of steps becoming deliveries. Everything whose time is known is posted at once, in the order of the list;
 * what comes after a wait for an event is posted when the event has happened.
 */
export class Timeline {
  readonly name: string;
  state: TimelineState;
  #steps: readonly Step[];
  readonly #calendar: Calendar;
  readonly #hooks: TimelineHooks;

  constructor(name: string, steps: readonly Step[], calendar: Calendar, hooks: TimelineHooks) {
    this.name = name;
    this.#steps = steps;
    this.#calendar = calendar;
    this.#hooks = hooks;
    this.state = { next: 0, cursor: calendar.start, armed: [], waiting: null, last: calendar.start, waited: [] };
  }

  get steps(): readonly Step[] {
    return this.#steps;
  }

  /** The steps that are posted, each with the time at which it is due or was done. */
  get posted(): readonly (readonly [Step, Instant])[] {
    const waits = new Map(this.state.waited);
    let cursor = this.#calendar.start;
    return this.#steps.slice(0, this.state.next).map((step, index) => {
      const due = this.#due(step, cursor);
      const move = this.#hooks.move(step);
      cursor = move === undefined || 'event' in move ? (waits.get(index) ?? due) : this.#moved(move, due);
      return [step, due] as const;
    });
  }

  /** Puts a longer or shorter list in the place of this one; what is posted stays as it is. */
  become(steps: readonly Step[]): void {
    this.#steps = steps;
  }

  /** Whether steps of this list move the clock, and so say when the run ends. */
  get movesClock(): boolean {
    return this.steps.some((step) => step.verb.clock !== undefined);
  }

  /** When the list is through; undefined while it waits for an event. */
  get end(): Instant | undefined {
    if (this.state.next < this.steps.length || this.state.waiting !== null) return undefined;
    return this.movesClock ? this.state.cursor : Math.max(this.state.cursor, this.state.last);
  }

  /** Posts steps up to the next wait for an event. */
  goOn(): void {
    for (let step = this.steps[this.state.next]; step !== undefined; step = this.steps[this.state.next]) {
      const index = this.state.next;
      const due = this.#due(step);
      this.#change({ next: index + 1, cursor: due, last: Math.max(this.state.last, due) });
      const move = this.#hooks.move(step);
      if (move !== undefined && 'event' in move) {
        this.#post('wait', index, due);
        this.#change({ waiting: { step: index, deadline: 0 } });
        return;
      }
      if (move === undefined) this.#postStep(step, index, due);
      else this.#change({ cursor: this.#moved(move, due) });
    }
  }

  /** A delivery of this timeline has come due. */
  due(message: Message): void {
    const index = Number(message.data?.['step']);
    const step = this.steps[index];
    if (step === undefined) return;
    if (message.type === 'step') this.#perform(step, index, Number(message.data?.['pass'] ?? 1));
    if (message.type === 'arm') this.#arm(index);
    if (message.type === 'event') this.#hooks.perform(step);
    if (message.type === 'wait') this.#wait(step, index);
    if (message.type === 'waited' || message.type === 'waited in vain') this.#waited(step, index, message.type);
  }

  /** A record was written: steps that wait for it are posted. */
  recordWritten(record: TraceRecord, world: World): void {
    const { waiting, armed } = this.state;
    if (waiting !== null && waiting.deadline > 0 && this.#isAwaited(waiting.step, record, world)) {
      this.#hooks.cancel(waiting.deadline);
      this.#change({ waiting: { ...waiting, deadline: 0 } });
      this.#post('waited', waiting.step, this.#hooks.now());
    }
    if (armed.length > 0) this.#change({ armed: armed.flatMap((one) => this.#trigger(one, record, world)) });
  }

  #trigger(armed: Armed, record: TraceRecord, world: World): readonly Armed[] {
    const timing = this.steps[armed.step]?.timing;
    if (timing?.when === undefined) return [];
    if (timing.until !== undefined && record.time > instantOfMoment(timing.until, this.#calendar)) return [];
    if (!isEvent(timing.when, record, world)) return [armed];
    this.#post('event', armed.step, this.#hooks.now() + (timing.delay ?? 0));
    return armed.left > 1 ? [{ ...armed, left: armed.left - 1 }] : [];
  }

  #isAwaited(index: number, record: TraceRecord, world: World): boolean {
    const step = this.steps[index];
    const move = step === undefined ? undefined : this.#hooks.move(step);
    return move !== undefined && 'event' in move && isEvent(move.event, record, world);
  }

  #due({ timing }: Step, cursor = this.state.cursor): Instant {
    if (timing.due !== undefined) return timing.due;
    if (timing.after !== undefined) return cursor + timing.after;
    if (timing.at === undefined) return cursor;
    return instantOfMoment(timing.at, this.#calendar, timing.strictlyLater === true ? cursor + 1 : cursor);
  }

  #moved(move: Exclude<ClockMove, { readonly event: unknown }>, due: Instant): Instant {
    return 'by' in move ? due + move.by : Math.max(due, instantOfMoment(move.to, this.#calendar, due));
  }

  #postStep(step: Step, index: number, due: Instant): void {
    const { timing } = step;
    if (timing.when !== undefined) return this.#postWatch(step, index, due);
    const first = timing.cron === undefined ? due : nextCronTime(timing.cron, due - 1, this.#calendar.zone);
    this.#postPass(step, index, 1, first);
    if (timing.every !== undefined && timing.times !== undefined) {
      this.#change({ last: Math.max(this.state.last, due + timing.every * (timing.times - 1)) });
    }
    if (timing.until !== undefined) {
      this.#change({ last: Math.max(this.state.last, instantOfMoment(timing.until, this.#calendar)) });
    }
    return undefined;
  }

  /** A step with an event listens at once, wherever it stands in the list, or from the time that it gives. */
  #postWatch({ timing }: Step, index: number, due: Instant): void {
    const timed = timing.at !== undefined || timing.after !== undefined || timing.due !== undefined;
    if (timed) this.#post('arm', index, due);
    else this.#arm(index);
  }

  #arm(index: number): void {
    const left = this.steps[index]?.timing.times ?? 1;
    this.#change({ armed: [...this.state.armed, { step: index, left }] });
  }

  #postPass(step: Step, index: number, pass: number, due: Instant): void {
    const { times, until } = step.timing;
    if (times !== undefined && pass > times) return;
    if (until !== undefined && due > instantOfMoment(until, this.#calendar)) return;
    this.#post('step', index, due, pass);
  }

  #perform(step: Step, index: number, pass: number): void {
    const { every, cron } = step.timing;
    const now = this.#hooks.now();
    if (every !== undefined) this.#postPass(step, index, pass + 1, now + every);
    if (cron !== undefined) this.#postPass(step, index, pass + 1, nextCronTime(cron, now, this.#calendar.zone));
    this.#hooks.perform(step);
  }

  #wait(step: Step, index: number): void {
    const move = this.#hooks.move(step);
    if (move === undefined || !('event' in move)) return;
    const deadline = this.#post('waited in vain', index, this.#hooks.now() + move.atMost);
    this.#change({ waiting: { step: index, deadline } });
  }

  #waited(step: Step, index: number, how: string): void {
    if (how === 'waited in vain') this.#hooks.waitedInVain(step);
    const end = this.#hooks.now();
    this.#change({ waiting: null, cursor: end, waited: [...this.state.waited, [index, end]] });
    this.goOn();
  }

  #post(type: string, step: number, due: Instant, pass?: number): number {
    const data = { timeline: this.name, step, ...(pass === undefined ? {} : { pass }) };
    return this.#hooks.post({ type, data }, due);
  }

  #change(change: Partial<TimelineState>): void {
    this.state = { ...this.state, ...change };
  }
}
