import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue, type Delivery, type TieBreaker } from '../../src/kernel/index.ts';

interface Planned {
  readonly due: number;
  readonly sender: string;
  readonly receiver: string;
}

const planned = fc.array(
  fc.record({
    due: fc.integer({ min: 0, max: 20 }),
    sender: fc.constantFrom('A', 'B', 'C'),
    receiver: fc.constantFrom('X', 'Y'),
  }),
  { maxLength: 200 },
);

function fill(queue: EventQueue<number>, deliveries: readonly Planned[]): number[] {
  return deliveries.map((delivery, message) => queue.post({ ...delivery, message, cause: 0 }));
}

function drain(queue: EventQueue<number>): Delivery<number>[] {
  const taken: Delivery<number>[] = [];
  for (let next = queue.take(); next !== undefined; next = queue.take()) taken.push(next);
  return taken;
}

describe('event queue', () => {
  it('gives deliveries by due time, and those of one instant in the order they were posted', () => {
    fc.assert(
      fc.property(planned, (deliveries) => {
        const queue = new EventQueue<number>();
        fill(queue, deliveries);
        const expected = deliveries.map((delivery, order) => ({ ...delivery, order }));
        expected.sort((a, b) => a.due - b.due || a.order - b.order);
        expect(drain(queue).map((delivery) => delivery.message)).toEqual(expected.map((delivery) => delivery.order));
      }),
    );
  });

  it('never gives a cancelled delivery, and cancelling changes the order of no other', () => {
    fc.assert(
      fc.property(planned, fc.array(fc.nat(199)), (deliveries, cancelled) => {
        const queue = new EventQueue<number>();
        const orders = fill(queue, deliveries);
        const gone = new Set(cancelled.filter((index) => index < orders.length));
        for (const index of gone) expect(queue.cancel(orders[index] ?? -1)).toBe(true);
        const whole = new EventQueue<number>();
        fill(whole, deliveries);
        const left = drain(whole).filter((delivery) => !gone.has(delivery.message));
        expect(drain(queue)).toEqual(left);
      }),
    );
  });

  it('keeps each sender-receiver pair in order when ties are shuffled', () => {
    fc.assert(
      fc.property(planned, fc.nat(), (deliveries, seed) => {
        const queue = new EventQueue<number>(
          (d) => (seed * 31 + d.sender.charCodeAt(0) * 7 + d.receiver.charCodeAt(0)) % 5,
        );
        fill(queue, deliveries);
        const last = new Map<string, number>();
        for (const { due, sender, receiver, order } of drain(queue)) {
          const pair = `${due} ${sender} ${receiver}`;
          expect(order).toBeGreaterThan(last.get(pair) ?? 0);
          last.set(pair, order);
        }
      }),
    );
  });

  it('breaks ties in another way from any moment on as if it had always done so', () => {
    fc.assert(
      fc.property(planned, fc.nat(100), fc.nat(), (deliveries, taken, seed) => {
        const ties: TieBreaker = (d) => (seed * 31 + d.sender.charCodeAt(0) * 7 + d.receiver.charCodeAt(0)) % 5;
        const [queue, other] = [new EventQueue<number>(), new EventQueue<number>(ties)];
        fill(queue, deliveries);
        for (let count = 0; count < taken; count++) queue.take();
        for (const delivery of queue.waiting()) other.post(delivery);
        queue.breakTies(ties);
        expect(drain(queue).map((one) => one.message)).toEqual(drain(other).map((one) => one.message));
      }),
    );
  });

  it('goes on after save and restore as if nothing had happened', () => {
    fc.assert(
      fc.property(planned, fc.nat(100), (deliveries, taken) => {
        const queue = new EventQueue<number>();
        fill(queue, deliveries);
        for (let count = 0; count < taken; count++) queue.take();
        const other = new EventQueue<number>();
        other.restore(JSON.parse(JSON.stringify(queue.save())) as ReturnType<typeof queue.save>);
        const next = { due: 5, sender: 'A', receiver: 'X', message: -1, cause: 0 };
        expect(other.post(next)).toBe(queue.post(next));
        expect(drain(other)).toEqual(drain(queue));
      }),
    );
  });
});
