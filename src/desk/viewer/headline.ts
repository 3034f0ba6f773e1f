import type { FilmReader } from '../film/film-reader.ts';

type Reader = FilmReader;
type Entry = ReturnType<Reader['records']>[number];

const known = new WeakMap<Reader, Map<number, string>>();

/** One sentence about a turn: what the story says of it, else its weightiest record in words. */
export function headline(reader: Reader, turn: number): string {
  let headlines = known.get(reader);
  if (headlines === undefined) known.set(reader, (headlines = told(reader)));
  const sentence = headlines.get(turn) ?? weightiest(reader, turn);
  headlines.set(turn, sentence);
  return sentence;
}

function told({ film }: Reader): Map<number, string> {
  const lines = new Map<number, string>();
  for (const { turn, text } of film.story.outline) if (!lines.has(turn)) lines.set(turn, text);
  for (const { turn, text } of film.story.story) lines.set(turn, text);
  lines.set(film.clock.firstTurn, 'Before the scenario begins: the site is settled.');
  return lines;
}

function weightiest(reader: Reader, turn: number): string {
  const records = reader.recordsOfTurn(turn);
  const [first] = records;
  if (first === undefined) return 'Nothing is on record.';
  return reader.inWords(records.reduce((best, record) => (weight(record) > weight(best) ? record : best), first));
}

/** Steps say most, then changes of the world, then what is told, then moves of the machines. */
function weight({ kind, detail, subject }: Entry): number {
  if (kind === 'step') return 9;
  if (kind === 'file') return /^(?:opened|closed)/.test(detail) ? 1 : /\\Logs?\\|\.log$/i.test(subject) ? 3 : 7;
  if (kind === 'status' || kind === 'event' || kind === 'database') return 6;
  if (kind === 'registry' || kind === 'service' || kind === 'power' || kind === 'user') return 5;
  if (kind === 'log') return 4;
  if (kind === 'transition') return 2;
  return kind === 'answer' || kind === 'traffic' ? 0 : 1.5;
}
