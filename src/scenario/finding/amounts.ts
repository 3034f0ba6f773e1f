import { z } from 'zod';

const number = z.number().int().nonnegative();

/** How many of something there have to be; given to a verb's schema together with `oneAmount`. */
export const timesShape = {
  times: number.optional().describe('Exactly so many'),
  'at least': number.optional().describe('So many or more; 1 where neither times nor at most is given'),
  'at most': number.optional().describe('So many or fewer'),
};

/** What `timesShape` gives. */
export interface Times {
  readonly times?: number | undefined;
  readonly 'at least'?: number | undefined;
  readonly 'at most'?: number | undefined;
}

/** For a schema's refine: an exact number leaves no room for bounds. */
export function oneAmount(given: Times): boolean {
  return given.times === undefined || (given['at least'] === undefined && given['at most'] === undefined);
}

/** The complaint that goes with `oneAmount`. */
export const oneAmountMessage = 'times says it exactly; at least and at most do not go with it';

/** Whether there are as many as wanted. */
export function timesMet(given: Times, found: number): boolean {
  const least = given.times ?? given['at least'] ?? (given['at most'] === undefined ? 1 : 0);
  return found >= least && found <= (given.times ?? given['at most'] ?? Infinity);
}

/** `one line`, `3 lines`, `no lines`. */
export function counted(count: number, noun: string): string {
  if (count === 0) return `no ${noun}s`;
  return count === 1 ? `one ${noun}` : `${count} ${noun}s`;
}
