import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { traceLine, type TraceRecord } from '../kernel/index.ts';
import { TraceCheck, type TraceHeader } from '../runner/index.ts';
import { UsageError } from './surroundings.ts';

/** Looks a whole trace file through, of any length, and answers what it is of. A damaged one is a mistake. */
export async function traceOfFile(
  file: string,
  path: string,
): Promise<{ readonly header: TraceHeader; readonly head: string }> {
  const check = new TraceCheck();
  for await (const line of linesOf(file, path)) {
    const complaint = check.take(line);
    if (complaint !== undefined) throw new UsageError(`${file} is no whole trace: ${complaint}`);
  }
  const whole = check.end();
  if (typeof whole === 'string') throw new UsageError(`${file} is no whole trace: ${whole}`);
  return whole;
}

/** The number of the first line of a trace file that is not that of the record; undefined where all are. */
export async function firstOtherLine(
  file: string,
  path: string,
  records: readonly TraceRecord[],
): Promise<number | undefined> {
  let [number, held] = [0, 0];
  for await (const line of linesOf(file, path)) {
    number++;
    if (line === '') continue;
    const record = records[held++ - 1];
    if (record !== undefined && line !== traceLine(record)) return number;
  }
  return undefined;
}

async function* linesOf(file: string, path: string): AsyncIterable<string> {
  try {
    yield* createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
  } catch (error) {
    throw new UsageError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
