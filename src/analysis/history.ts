import type { Instant, TraceRecord } from '../kernel/index.ts';

/** A file that was read, and the record that was the latest when it happened. */
export interface Look {
  readonly record: number;
  /** `COMPUTER:C:\path`, as file records name it. */
  readonly subject: string;
}

/** A whole run to look back at: every record from number 1 on, and what was read on the way. */
export interface History {
  readonly records: readonly TraceRecord[];
  readonly looks: readonly Look[];
  /** Where the scenario begins; what was before only settled the site. */
  readonly start: Instant;
}

/** The records that led to a record directly: its cause, and the last write of everything read at that point. */
export type Links = (record: TraceRecord) => readonly TraceRecord[];

/** Makes the links of a history; a look leads to the last write before it of the same subject, without case. */
export function linksOf(history: History): Links {
  const writes = writesBySubject(history.records);
  const read = new Map<number, TraceRecord[]>();
  for (const look of history.looks) {
    const write = writes.get(look.subject.toUpperCase())?.findLast((record) => record.record <= look.record);
    if (write === undefined || write.record === look.record) continue;
    const known = read.get(look.record) ?? [];
    if (!known.includes(write)) read.set(look.record, [...known, write]);
  }
  return (record) => {
    // What sets a site up stands in one row, but nothing in that row comes of what is before it.
    const cause = record.turn === 0 ? undefined : history.records[record.cause - 1];
    return [...(cause === undefined ? [] : [cause]), ...(read.get(record.record) ?? [])];
  };
}

function writesBySubject(records: readonly TraceRecord[]): ReadonlyMap<string, readonly TraceRecord[]> {
  const writes = new Map<string, TraceRecord[]>();
  for (const record of records) {
    if (record.kind !== 'file' && record.kind !== 'registry') continue;
    const subject = record.subject.toUpperCase();
    const known = writes.get(subject);
    if (known === undefined) writes.set(subject, [record]);
    else known.push(record);
  }
  return writes;
}
