import { z } from 'zod';
import { bytesOf, sizeText } from '../sizes.ts';

const size = z.union([z.number().int().nonnegative(), sizeText()]);

/** A size in bytes, or with a unit (1 KB is 1024 bytes): exact, or between bounds. */
export const sizeShape = z.union([
  size,
  z.strictObject({
    'at least': size.optional().describe('So many bytes or more'),
    'at most': size.optional().describe('So many bytes or fewer'),
  }),
]);

/** What `sizeShape` gives. */
export type Size = z.infer<typeof sizeShape>;

/** Whether so many bytes are the size that is wanted. */
export function sizeMet(wanted: Size | undefined, bytes: number): boolean {
  if (wanted === undefined) return true;
  if (typeof wanted !== 'object') return bytes === inBytes(wanted);
  const least = wanted['at least'] === undefined ? 0 : inBytes(wanted['at least']);
  const most = wanted['at most'] === undefined ? Infinity : inBytes(wanted['at most']);
  return bytes >= least && bytes <= most;
}

function inBytes(given: number | string): number {
  return typeof given === 'number' ? given : bytesOf(given);
}
