import { traceKinds, type TraceRecord } from '../../../kernel/index.ts';
import type { RecordColumns } from '../film.ts';
import type { Texts } from './texts.ts';

const kindNumbers = new Map(traceKinds.map((kind, number) => [kind, number]));

/** Records as a film packs them. */
export function recordColumns(records: readonly TraceRecord[], texts: Texts): RecordColumns {
  return {
    first: records[0]?.record ?? 1,
    turn: differences(records.map(({ turn }) => turn)),
    cause: records.map(({ record, cause }) => (cause === 0 ? 0 : record - cause)),
    time: differences(records.map(({ time }) => time)),
    process: records.map(({ process }) => texts.number(process)),
    kind: records.map(({ kind }) => kindNumbers.get(kind) ?? 0),
    subject: records.map(({ subject }) => texts.number(subject)),
    detail: records.map(({ detail }) => texts.number(detail)),
  };
}

function differences(numbers: readonly number[]): readonly number[] {
  return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}
