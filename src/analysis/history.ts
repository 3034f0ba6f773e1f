import type { Instant, TraceRecord } from '../kernel/index.ts';

/** Something that was read, and the record that was the latest when it happened. */
export interface Look {
  readonly record: number;
  /** `COMPUTER:C:\path`, `COMPUTER:HKLM\key\name`, `site SITE:setting`, or `SITE:table.column=value`. */
  readonly subject: string;
}

/** A whole run to look back at: every record from number 1 on, and what was read on the way. */
export interface History {
  readonly records: readonly TraceRecord[];
  readonly looks: readonly Look[];
  /** Rows of site databases that were written; files and registry values have records of their own. */
  readonly writes?: readonly Look[];
  /** Where the scenario begins; what was before only settled the site. */
  readonly start: Instant;
}

/** The records that led to a record directly: its cause, and the last write of everything read at that point. */
export type Links = (record: TraceRecord) => readonly TraceRecord[];

/** Makes the links of a history; a look leads to the last write before it of the same subject, without case. */
export function linksOf(history: History): Links {
  const writes = writesBySubject(history);
  const read = new Map<number, TraceRecord[]>();
  for (const look of history.looks) {
    const write = writes.get(look.subject.toUpperCase())?.findLast((record) => record.record <= look.record);
    if (write === undefined || write.record === look.record) continue;
    const known = read.get(look.record) ?? [];
    if (!known.includes(write)) read.set(look.record, [...known, write]);
  }
  return (record) => {
    const cause = causeOf(history, record);
    return [...(cause === undefined ? [] : [cause]), ...(read.get(record.record) ?? [])];
  };
}

/** What sets a site up stands in one row, but nothing in that row comes of what is before it. */
function causeOf(history: History, record: TraceRecord): TraceRecord | undefined {
  return record.turn === 0 ? undefined : history.records[record.cause - 1];
}

function writesBySubject(history: History): ReadonlyMap<string, readonly TraceRecord[]> {
  const writes = new Map<string, TraceRecord[]>();
  const add = (subject: string, record: TraceRecord): void => {
    const known = writes.get(subject.toUpperCase());
    if (known === undefined) writes.set(subject.toUpperCase(), [record]);
    else known.push(record);
  };
  for (const record of history.records) for (const subject of subjectsOf(record)) add(subject, record);
  for (const { record, subject } of history.writes ?? []) {
    const written = history.records[record - 1];
    if (written !== undefined) add(subject, written);
  }
  return writes;
}

/** What a record says was written: a file, a setting of a site, or a registry value with its key. */
function subjectsOf({ kind, process, subject, detail }: TraceRecord): readonly string[] {
  if (kind === 'file') return [subject];
  if (kind === 'setting') return [`site ${subject}`];
  if (kind !== 'registry') return [];
  const name = /^(?:set|deleted) (.*?)(?: = |$)/s.exec(detail)?.[1];
  const key = `${process}:${subject}`;
  return name === undefined ? [key] : [key, `${key}\\${name}`];
}
