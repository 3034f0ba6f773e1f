/** Where two traces part: both lines at the first place at which they differ. */
export interface Difference {
  /** Number of the record, counted from 1. */
  readonly record: number;
  /** `(no such record)` where one trace is shorter. */
  readonly first: string;
  readonly second: string;
}

/** The first record in which two traces differ; undefined when they are equal. */
export function firstDifference(first: readonly string[], second: readonly string[]): Difference | undefined {
  const length = Math.max(first.length, second.length);
  for (let index = 0; index < length; index++) {
    if (first[index] === second[index]) continue;
    const none = '(no such record)';
    return { record: index + 1, first: first[index] ?? none, second: second[index] ?? none };
  }
  return undefined;
}
