import fc from 'fast-check';
import { createTask } from 'node-cron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { nextAfter } from '../../src/scenario/cron.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

/** A list of values, a range (also one that wraps), a step or all of a field. */
function field(min: number, max: number): fc.Arbitrary<string> {
  const value = fc.integer({ min, max });
  return fc.oneof(
    fc.constant('*'),
    value.map(String),
    fc.uniqueArray(value, { minLength: 2, maxLength: 4 }).map((values) => values.join(',')),
    fc.tuple(value, value).map(([from, to]) => `${from}-${to}`),
    fc.integer({ min: 2, max: 20 }).map((step) => `*/${step}`),
  );
}

const dayOfMonth = fc.oneof(
  { weight: 3, arbitrary: field(1, 31) },
  { weight: 2, arbitrary: fc.constantFrom('L', 'LW', 'L-3', 'L-30', '1W', '15W', '31W', '7,LW', 'L,1') },
);
const dayOfWeek = fc.oneof(
  { weight: 3, arbitrary: field(0, 7) },
  { weight: 2, arbitrary: fc.constantFrom('5L', '0L', '7L', '1#1', '2#5', '7#3', '1,3#2') },
);
const expression = fc
  .tuple(field(0, 59), field(0, 59), field(0, 23), dayOfMonth, field(1, 12), dayOfWeek)
  .map((fields) => fields.join(' '));
const instant = fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2012, 0) });

type Task = ReturnType<typeof createTask>;

/** node-cron's own task on UTC for an expression; undefined where it refuses it. */
function withTask<Result>(text: string, use: (task: Task) => Result): Result | undefined {
  let task: Task;
  try {
    task = createTask(text, () => undefined, { timezone: 'UTC' });
  } catch {
    return undefined;
  }
  try {
    return use(task);
  } finally {
    void task.destroy();
  }
}

/** What node-cron itself says comes next; undefined where it gives up. */
function nextByNodeCron(text: string, after: number): number | undefined {
  vi.setSystemTime(after);
  try {
    return withTask(text, (task) => task.getNextRuns(1)[0]?.getTime());
  } catch {
    return undefined;
  }
}

it('the next run is the one node-cron would start', () => {
  fc.assert(
    fc.property(expression, instant, (text, after) => {
      const next = nextAfter(text, after);
      expect('at' in next ? next.at : undefined).toBe(nextByNodeCron(text, after));
    }),
    { numRuns: 250 },
  );
});

it('the next run matches the expression and no second just before it does', () => {
  fc.assert(
    fc.property(expression, instant, (text, after) => {
      const next = nextAfter(text, after);
      if ('complaint' in next) return;
      withTask(text, (task) => {
        expect(task.match(new Date(next.at))).toBe(true);
        for (let time = next.at - 1000; time > after && time > next.at - 120_000; time -= 1000) {
          expect(task.match(new Date(time))).toBe(false);
        }
      });
    }),
    { numRuns: 100 },
  );
});
