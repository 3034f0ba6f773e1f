import type { TraceRecord } from '../kernel/index.ts';
import { linksOf, type History, type Links } from './history.ts';
import { extensionOf, general, inWords, pathOf } from './words.ts';

/** How closely a run is told. */
const zooms = ['story', 'outline', 'turns'] as const;

export type Zoom = (typeof zooms)[number];

/** A line of the tale: something that happened, and how often something of its kind happened. */
export interface StoryLine {
  readonly turn: number;
  readonly time: number;
  readonly text: string;
  readonly times: number;
}

const lengths = { story: 6, outline: 30 } as const;

/**
 * Tells a run: `story` in about five lines, `outline` in about thirty, `turns` in one line a turn. What is told is
 * chosen by kind, place and kind of file alone; nothing here knows any scenario.
 */
export function story(history: History, zoom: Zoom): readonly StoryLine[] {
  if (zoom === 'turns') return everyTurn(history.records.filter((record) => record.time >= history.start));
  const chosen = chosenOf(candidatesOf(history), lengths[zoom]);
  return chosen.map(({ record, times }) => ({ ...lineOf(record), times }));
}

interface Candidate {
  record: TraceRecord;
  readonly weight: number;
  times: number;
}

/** Files by which SMS programs talk to each other; a new one in an inbox is a stage of the journey. */
const messages = new Set(['.cfg', '.lkp', '.nhm', '.mif', '.sic', '.sid', '.ddr', '.raw', '.rpl', '.ofr']);

const kindWeights: Readonly<Partial<Record<TraceRecord['kind'], number>>> = {
  step: 9,
  window: 7,
  event: 7,
  account: 5,
  power: 5,
  network: 5,
  service: 4,
  user: 4,
  note: 4,
  setting: 4,
  database: 9,
  status: 6,
  log: 4,
  process: 2,
};

/** What weighs this much or more is a stage of a journey. */
const leastOfJourney = 8;

/** The first record of each sort that is worth telling, with the number of its repeats. */
function candidatesOf(history: History): readonly Candidate[] {
  const consequences = consequencesOfSteps(history);
  const bySort = new Map<string, Candidate>();
  for (const record of history.records) {
    const weight = weightOf(record);
    if (weight === 0 || record.time < history.start) continue;
    const sort = sortOf(record);
    const known = bySort.get(sort);
    if (known !== undefined && isFilled(known.record, record)) known.record = record;
    else if (known !== undefined) known.times++;
    else bySort.set(sort, { record, weight: weight + (consequences.has(record.record) ? 2 : 0), times: 1 });
  }
  return [...bySort.values()];
}

/** A copy appears with no bytes and is whole later: one thing that happened, told when the file is whole. */
function isFilled(before: TraceRecord, after: TraceRecord): boolean {
  const appeared = before.detail === 'created 0 bytes' && after.detail.startsWith('written');
  return appeared && before.kind === 'file' && before.subject === after.subject;
}

function weightOf(record: TraceRecord): number {
  if (record.kind !== 'file') return kindWeights[record.kind] ?? 0;
  if (!/^(?:created|written|renamed|copied)/.test(record.detail)) return 0;
  return messages.has(extensionOf(pathOf(record))) ? 8 : 1;
}

/** Records of one sort differ in generated names, numbers and times only. */
function sortOf(record: TraceRecord): string {
  if (record.kind === 'step') return `step ${record.record}`;
  if (record.kind !== 'file') return `${record.kind} ${record.process} ${record.subject} ${general(record.detail)}`;
  return `file ${folderOf(record)} ${extensionOf(pathOf(record))}`;
}

/** Everything that would not have happened without a step of the scenario. */
function consequencesOfSteps(history: History): ReadonlySet<number> {
  const links = linksOf(history);
  const consequences = new Set<number>();
  for (const record of history.records) {
    const follows = links(record).some((cause) => consequences.has(cause.record));
    if (record.kind === 'step' || follows) consequences.add(record.record);
  }
  for (const step of idleSteps(history, links)) consequences.delete(step);
  return consequences;
}

/** Steps that no message file and no stored report came of: they only prepare what others do. */
function idleSteps(history: History, links: Links): ReadonlySet<number> {
  const led = new Set<number>();
  const idle = new Set<number>();
  for (const record of history.records.toReversed()) {
    if (record.kind === 'step') {
      if (!led.has(record.record)) idle.add(record.record);
    } else if (led.has(record.record) || weightOf(record) >= leastOfJourney) {
      for (const cause of links(record)) led.add(cause.record);
    }
  }
  return idle;
}

/** The weightiest, each further one with old news in it counting less, in the order in which they happened. */
function chosenOf(candidates: readonly Candidate[], length: number): readonly Candidate[] {
  const left = new Set(candidates);
  const chosen: Candidate[] = [];
  const told = new Map<string, number>();
  while (chosen.length < length && left.size > 0) {
    const best = weightiest(left, told);
    left.delete(best);
    chosen.push(best);
    for (const news of newsOf(best.record)) told.set(news, (told.get(news) ?? 0) + 1);
  }
  return chosen.toSorted((a, b) => a.record.record - b.record.record);
}

function weightiest(left: ReadonlySet<Candidate>, told: ReadonlyMap<string, number>): Candidate {
  let best: Candidate | undefined;
  let most = -Infinity;
  for (const candidate of left) {
    const old = newsOf(candidate.record).reduce((sum, news) => sum + (told.get(news) ?? 0), 0);
    const weight = candidate.weight - 1.5 * old;
    if (weight <= most) continue;
    best = candidate;
    most = weight;
  }
  return best as Candidate;
}

/** What is new about a record: for a file its folder and its extension, else its kind, which counts twice. */
function newsOf(record: TraceRecord): readonly string[] {
  if (record.kind !== 'file') return [record.kind, record.kind];
  return [folderOf(record), extensionOf(pathOf(record))];
}

function folderOf(record: TraceRecord): string {
  return record.subject.slice(0, record.subject.lastIndexOf('\\')).toUpperCase();
}

function everyTurn(records: readonly TraceRecord[]): readonly StoryLine[] {
  const byTurn = new Map<number, TraceRecord[]>();
  for (const record of records) byTurn.set(record.turn, [...(byTurn.get(record.turn) ?? []), record]);
  return [...byTurn.values()].map((turn) => {
    const [first, ...rest] = turn as [TraceRecord, ...TraceRecord[]];
    const most = rest.reduce((best, record) => (weightOf(record) > weightOf(best) ? record : best), first);
    const text = most === first ? inWords(first) : `${inWords(first)}; ${inWords(most)}`;
    return { ...lineOf(first), text, times: 1 };
  });
}

function lineOf(record: TraceRecord): Omit<StoryLine, 'times'> {
  return { turn: record.turn, time: record.time, text: inWords(record) };
}
