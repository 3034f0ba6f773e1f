/**
 * The second of two pieces of plain data, with every part that equals the same part of the first taken from there: many
 * checkpoints of one run then cost little more than what changed between them.
 */
export function sharing<T>(before: unknown, after: T): T {
  if (Object.is(before, after) || typeof after !== 'object' || after === null) return after;
  if (typeof before !== 'object' || before === null) return after;
  if (Array.isArray(after)) return Array.isArray(before) ? (sharedList(before, after) as T) : after;
  return Array.isArray(before) ? after : (sharedMapping(before as Mapping, after as Mapping) as T);
}

type Mapping = Readonly<Record<string, unknown>>;

function sharedList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  let same = before.length === after.length;
  const list = after.map((item, index) => {
    const one = sharing(before[index], item);
    same &&= Object.is(one, before[index]);
    return one;
  });
  return same ? before : list;
}

function sharedMapping(before: Mapping, after: Mapping): Mapping {
  const keys = Object.keys(after);
  let same = keys.length === Object.keys(before).length;
  const entries = keys.map((key) => {
    const one = sharing(before[key], after[key]);
    same &&= Object.hasOwn(before, key) && Object.is(one, before[key]);
    return [key, one] as const;
  });
  return same ? before : Object.fromEntries(entries);
}

/** Page of a database file; SQLite changes few of them at a time. */
const pageSize = 4096;

/** The image of a database in pages, those that have not changed taken from an earlier one. */
export function pagesOf(image: Uint8Array, before: readonly Uint8Array[] = []): readonly Uint8Array[] {
  const pages: Uint8Array[] = [];
  for (let start = 0; start < image.length; start += pageSize) {
    const page = image.subarray(start, start + pageSize);
    const known = before[pages.length];
    pages.push(known !== undefined && Buffer.compare(known, page) === 0 ? known : page.slice());
  }
  return pages;
}

/** The inverse of `pagesOf`. */
export function imageOf(pages: readonly Uint8Array[]): Uint8Array {
  const image = new Uint8Array(pages.reduce((length, page) => length + page.length, 0));
  let start = 0;
  for (const page of pages) {
    image.set(page, start);
    start += page.length;
  }
  return image;
}
