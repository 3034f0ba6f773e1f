import { describe, expect, it } from 'vitest';
import { recordColumns } from '../../../src/desk/film/camera/record-columns.ts';
import { Texts } from '../../../src/desk/film/camera/texts.ts';
import type { FileChange, Film, Frame } from '../../../src/desk/film/film.ts';
import { FilmReader } from '../../../src/desk/film/film-reader.ts';
import { instantOf, type TraceRecord } from '../../../src/kernel/index.ts';
import { records } from '../../analysis/records.ts';

const texts = new Texts();
const text = (words: string): number => texts.number(words);

/** A tool writes a request in turn 11, a client wakes by its own timer in turn 14, reads it and logs that. */
const history = records(
  { kind: 'process', process: 'PC1/CCIM', subject: 'CCIM', detail: 'started', turn: 3 },
  { kind: 'step', process: 'scenario', subject: 'invsync hw PC1', turn: 11 },
  { kind: 'file', process: 'SRV', subject: 'SRV:C:\\CAP\\client.lkp', detail: 'written 20 bytes', cause: 2, turn: 11 },
  { kind: 'delivery', process: 'PC1/CCIM', subject: 'wake', detail: 'PC1/CCIM', cause: 1, turn: 14 },
  { kind: 'log', process: 'PC1/CCIM', subject: 'Ccim32.log', detail: 'found a request', cause: 4, turn: 14 },
);
const start = history[1]?.time ?? 0;

const file = (path: string, content: string): FileChange & { readonly change: 'put' } => {
  return {
    change: 'put',
    computer: 0,
    path: text(path),
    folder: false,
    size: content.length,
    written: 5,
    content: text(content),
  };
};

const append = (path: string, added: string, size: number): FileChange => {
  return { change: 'append', computer: 0, path: text(path), size, written: 6, text: text(added) };
};

const frames: readonly Frame[] = [
  {
    turn: 11,
    files: [append('C:\\a.log', 'two\n', 8), file('C:\\new.txt', 'new')],
    registry: [{ computer: 0, key: text('HKLM\\Key'), name: text('Value'), value: text('2') }],
    rows: [{ site: 'ABC', table: 'T', rowid: 1, values: ['other', 7] }],
    states: [[0, text('running')]],
  },
  {
    turn: 14,
    files: [append('C:\\A.LOG', 'three\n', 14), { change: 'gone', computer: 0, path: text('C:\\NEW.TXT') }],
    registry: [{ computer: 0, key: text('HKLM\\Key'), name: text('Value'), gone: true }],
    rows: [
      { site: 'ABC', table: 'T', rowid: 1, values: null },
      { site: 'ABC', table: 'New', columns: ['A'], rowid: 1, values: [null] },
    ],
    states: [[0, null]],
  },
];

const film = {
  format: 1,
  clock: {
    ...{ zone: 'Central Standard Time', start, end: start + 9000, firstTurn: 10, lastTurn: 14 },
    offsets: [
      [start, -300],
      [start + 2500, -360],
    ],
  },
  links: [[5, 3]],
  world: {
    files: [file('C:\\a.log', 'one\n'), { ...file('C:\\big.bin', ''), size: 9, content: null }],
    registry: [{ computer: 0, key: text('HKLM\\Key'), name: text('Value'), value: text('1') }],
    tables: [{ site: 'ABC', table: 'T', columns: ['Name', 'Number'], rows: [[1, ['some', 7]]] }],
    states: [[0, text('starting')]],
  },
  frames,
  arrows: [{ from: 0, to: 1, sent: 1, arrived: 2, turn: 14, record: 5, kind: 'file read', label: text('client.lkp') }],
  records: recordColumns(history.slice(1), texts),
  strings: texts.all(),
} as unknown as Film;

const reader = new FilmReader(JSON.parse(JSON.stringify(film)) as Film);

describe('the reader of a film', () => {
  it('gives records back as they were written, the same object each time', () => {
    expect(reader.records()).toEqual(history.slice(1));
    expect(reader.record(3)).toBe(reader.recordsOfTurn(11)[1]);
    expect([reader.record(1), reader.record(6)]).toEqual([undefined, undefined]);
  });

  it('knows the turns and when they were taken', () => {
    expect(reader.turns()).toEqual([11, 14]);
    expect(reader.recordsOfTurn(12)).toEqual([]);
    expect([start - 1, start, start + 1500, start + 9000].map((time) => reader.turnAt(time))).toEqual([10, 11, 11, 14]);
    expect([10, 11, 14].map((turn) => reader.timeOf(turn))).toEqual([start, start, history[3]?.time]);
  });

  it.each([
    [10, 'one\n', null, '1', ['some', 7], 'starting'],
    [11, 'one\ntwo\n', 'new', '2', ['other', 7], 'running'],
    [13, 'one\ntwo\n', 'new', '2', ['other', 7], 'running'],
    [14, 'one\ntwo\nthree\n', null, null, null, null],
  ])('shows the world as it stood after turn %i', (turn, log, added, value, row, state) => {
    const world = reader.worldAt(turn);
    expect(world.content(0, 'c:\\a.LOG')).toBe(log);
    expect(world.content(0, 'C:\\new.txt')).toBe(added);
    expect(world.value(0, 'hklm\\KEY', 'value')?.value ?? null).toBe(value);
    expect(world.row('ABC', 'T', 1)).toEqual(row);
    expect(world.state(0)).toBe(state);
  });

  it('lists files, values, tables and rows in order', () => {
    const world = reader.worldAt(11);
    expect(world.files(0).map(({ path, size }) => [path, size])).toEqual([
      ['C:\\a.log', 8],
      ['C:\\big.bin', 9],
      ['C:\\new.txt', 3],
    ]);
    expect(world.content(0, 'C:\\big.bin')).toBeNull();
    expect(world.files(1)).toEqual([]);
    expect(world.registry(0)).toEqual([{ computer: 0, key: 'HKLM\\Key', name: 'Value', value: '2' }]);
    expect(world.tables().map(({ table }) => table)).toEqual(['T']);
    expect(reader.worldAt(14).tables()).toEqual([
      { site: 'ABC', table: 'New', columns: ['A'] },
      { site: 'ABC', table: 'T', columns: ['Name', 'Number'] },
    ]);
    expect(reader.worldAt(14).rows('ABC', 'New')).toEqual([{ rowid: 1, values: [null] }]);
  });

  it('marks what a turn changed', () => {
    const { files, registry, rows, states } = reader.changedIn(14);
    expect(files).toEqual([
      { computer: 0, path: 'C:\\A.LOG', how: 'changed' },
      { computer: 0, path: 'C:\\NEW.TXT', how: 'gone' },
    ]);
    expect(registry).toEqual([{ computer: 0, key: 'HKLM\\Key', name: 'Value', how: 'gone' }]);
    expect(rows.map(({ table, how }) => [table, how])).toEqual([
      ['T', 'gone'],
      ['New', 'new'],
    ]);
    expect(states).toEqual([{ process: 0, state: null }]);
    expect(reader.worldAt(11).changed.files.map(({ how }) => how)).toEqual(['changed', 'new']);
    expect(reader.changedIn(12)).toEqual({ files: [], registry: [], rows: [], states: [] });
  });

  it('tells why: from the step of the scenario by way of what was read', () => {
    const chain = reader.causeChain(reader.record(5) as TraceRecord);
    expect(chain.map(({ text: words, turn }) => [turn, words])).toEqual([
      [11, 'the scenario: invsync hw PC1'],
      [11, 'SRV: written \\\\SRV C:\\CAP\\client.lkp (20 bytes)'],
      [14, 'PC1/CCIM logs in Ccim32.log: found a request'],
    ]);
    expect(reader.causesOf(reader.record(5) as TraceRecord).map(({ record }) => record)).toEqual([4, 3]);
  });

  it('shows times by the clock of the site server, also after it was put back', () => {
    const midnight = instantOf({ year: 1970, month: 1, day: 1 });
    expect(reader.localTime(start)).toBe('1969-12-31 19:00:01.000');
    expect(reader.localTime(start + 2500)).toBe('1969-12-31 18:00:03.500');
    expect(reader.local(midnight)).toBe(-300 * 60_000);
  });

  it.each([
    ['found REQUEST', [5]],
    ['ccim wake', [4]],
    ['client.lkp', [3]],
    ['', []],
    ['nothing of the kind', []],
  ])('finds %j', (wanted, found) => {
    expect(reader.search(wanted).map(({ record }) => record)).toEqual(found);
  });

  it('names arrows', () => {
    expect(reader.arrows()).toEqual([expect.objectContaining({ kind: 'file read', label: 'client.lkp' })]);
  });

  it('refuses a film of another format', () => {
    expect(() => new FilmReader({ ...film, format: 2 } as unknown as Film)).toThrow('this smsim reads format 1');
  });
});
