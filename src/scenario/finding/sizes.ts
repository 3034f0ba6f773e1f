import { z } from 'zod';

const withUnit = /^(\d+(?:\.\d+)?)\s*(bytes?|KB|MB|GB)$/i;

const size = z.union([
  z.number().int().nonnegative(),
  z.string().regex(withUnit, 'a size is a number of bytes or has a unit: 512 KB'),
]);

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
  if (typeof wanted !== 'object') return bytes === bytesOf(wanted);
  const least = wanted['at least'] === undefined ? 0 : bytesOf(wanted['at least']);
  const most = wanted['at most'] === undefined ? Infinity : bytesOf(wanted['at most']);
  return bytes >= least && bytes <= most;
}

const units: Readonly<Record<string, number>> = { B: 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

function bytesOf(text: number | string): number {
  if (typeof text === 'number') return text;
  const [, amount = '', unit = ''] = withUnit.exec(text) ?? [];
  return Math.round(Number(amount) * (units[unit.charAt(0).toUpperCase()] ?? 1));
}
