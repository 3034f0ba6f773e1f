import type { History } from '../../../analysis/index.ts';
import type { TraceRecord } from '../../../kernel/index.ts';
import type { FilmArrow } from '../film.ts';
import type { Texts } from './texts.ts';

/** What arrows are drawn from: the records of the film, what was read, and the lanes. */
export interface ArrowSource extends Pick<History, 'records' | 'looks'> {
  /** Number of the first record of the film. */
  readonly first: number;
  readonly texts: Texts;
  /** The lane of a computer; undefined for what is none. */
  readonly laneOf: (computer: string) => number | undefined;
}

/** Everything that went from one computer to another: messages, files, and what was written into a registry. */
export function arrowsOf(source: ArrowSource): readonly FilmArrow[] {
  const looked = new Map(source.looks.map(({ record, subject }) => [record, subject]));
  return source.records.slice(source.first - 1).flatMap((record) => {
    if (record.kind === 'delivery') return message(source, record);
    if (record.kind === 'traffic') return fileOnItsWay(source, record, looked);
    return record.kind === 'registry' ? registryValue(source, record) : [];
  });
}

function message(source: ArrowSource, record: TraceRecord): readonly FilmArrow[] {
  const sent = source.records[record.cause - 1]?.time ?? record.time;
  return arrow(source, record, computerOf(record.detail), computerOf(record.process), 'message', record.subject, sent);
}

/** Bytes that passed: of a copy before the record of its target, of a write after it, of a read after the look. */
function fileOnItsWay(
  source: ArrowSource,
  record: TraceRecord,
  looked: ReadonlyMap<number, string>,
): readonly FilmArrow[] {
  const [from = '', to = ''] = record.subject.split(' > ');
  const begun = copyBegun(source, record);
  const look = looked.get(record.record - 1);
  const isRead = begun === undefined && look?.startsWith(`${from}:`) === true;
  const file = isRead ? look : fileBeside(source, record, to, begun === undefined ? -1 : 1);
  const label = file?.split('\\').at(-1) ?? record.detail;
  const sent = begun?.time ?? record.time;
  return arrow(source, record, from, to, isRead ? 'file read' : 'file copy', label, sent);
}

/** The nearest file of a computer that this turn tells of before or after a record, up to the next bytes. */
function fileBeside(
  { records }: ArrowSource,
  { record, turn }: TraceRecord,
  computer: string,
  step: 1 | -1,
): string | undefined {
  for (let index = record - 1 + step; ; index += step) {
    const beside = records[index];
    if (beside?.turn !== turn || beside.kind === 'traffic') return undefined;
    if (beside.kind === 'file' && beside.subject.startsWith(`${computer}:`)) return beside.subject;
  }
}

/** Of a copy that takes time, which ends in the turn of its own delivery, the record that began it. */
function copyBegun({ records }: ArrowSource, record: TraceRecord): TraceRecord | undefined {
  let at: TraceRecord | undefined = record;
  while (at?.turn === record.turn && at.kind !== 'delivery') at = records[at.cause - 1];
  if (at?.turn !== record.turn || at.process !== 'world' || !at.subject.startsWith('transfer')) return undefined;
  return records[at.cause - 1];
}

function registryValue(source: ArrowSource, record: TraceRecord): readonly FilmArrow[] {
  let writer = source.records[record.cause - 1];
  while (writer?.kind === 'registry' && writer.turn === record.turn) writer = source.records[writer.cause - 1];
  if (writer === undefined || writer.turn !== record.turn) return [];
  return arrow(source, record, computerOf(writer.process), record.process, 'registry', record.detail, record.time);
}

function arrow(
  { laneOf, texts }: ArrowSource,
  { record, turn, time }: TraceRecord,
  fromComputer: string,
  toComputer: string,
  kind: FilmArrow['kind'],
  label: string,
  sent: number,
): readonly FilmArrow[] {
  const [from, to] = [laneOf(fromComputer), laneOf(toComputer)];
  if (from === undefined || to === undefined || from === to) return [];
  return [{ from, to, sent, arrived: time, turn, record, kind, label: texts.number(label) }];
}

function computerOf(process: string): string {
  const end = process.indexOf('/');
  return end < 0 ? process : process.slice(0, end);
}
