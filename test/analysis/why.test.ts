import { describe, expect, it } from 'vitest';
import type { TraceRecord } from '../../src/kernel/index.ts';
import { findRecord, why, type History } from '../../src/analysis/index.ts';
import { records } from './records.ts';

const request = 'SRV:C:\\CAP_ABC\\clidata.box\\client.lkp';

/** A tool writes a request, a client wakes by its own timer, reads the request and reports. */
const history: History = {
  records: records(
    { kind: 'process', process: 'PC1/CCIM', subject: 'CCIM', detail: 'started' },
    { kind: 'step', process: 'scenario', subject: 'invsync hw PC1' },
    { kind: 'file', process: 'SRV/Inbox Manager', subject: request, detail: 'written 20 bytes', cause: 2 },
    { kind: 'step', process: 'scenario', subject: 'note nothing' },
    {
      kind: 'delivery',
      process: 'PC1/CCIM',
      subject: 'xstate.after.23 hours.CCIM.sleeping',
      detail: 'PC1/CCIM',
      cause: 1,
    },
    { kind: 'transition', process: 'PC1/CCIM', subject: 'sleeping --after 23 hours--> reading', cause: 5, turn: 5 },
    { kind: 'log', process: 'PC1/CCIM', subject: 'Ccim32.log', detail: 'found a request', cause: 6, turn: 5 },
    { kind: 'file', process: 'PC1/CCIM', subject: 'PC1:C:\\other.txt', detail: 'created', cause: 1 },
  ),
  looks: [{ record: 6, subject: request.toLowerCase() }],
  start: 0,
};

const texts = (asked: string): readonly string[] => {
  const target = findRecord(history.records, asked);
  return target === undefined ? [] : why(history, target).map((link) => link.text);
};

describe('why', () => {
  it('goes from what was read to who wrote it, and on to the step of the scenario', () => {
    expect(texts('found a request')).toEqual([
      'the scenario: invsync hw PC1',
      'SRV/Inbox Manager: written \\\\SRV C:\\CAP_ABC\\clidata.box\\client.lkp (20 bytes)',
      'PC1/CCIM logs in Ccim32.log: found a request',
    ]);
  });

  it('tells where reading led on, and who read it', () => {
    const target = findRecord(history.records, 'found a request');
    expect(target && why(history, target).map((link) => link.readBy)).toEqual([
      undefined,
      { process: 'PC1/CCIM', turn: 5 },
      undefined,
    ]);
  });

  it.each([
    ['a registry value', 'set Resync = 1', 'PC1:hklm\\sms\\resync'],
    ['a registry value that was deleted', 'deleted Resync', 'PC1:HKLM\\SMS\\Resync'],
    ['all values of a key', 'set Resync = 1', 'PC1:HKLM\\SMS'],
  ])('goes from %s that was read to who wrote it', (_what, detail, subject) => {
    const chain = records(
      { kind: 'step', process: 'scenario', subject: 'registry set' },
      { kind: 'registry', process: 'PC1', subject: 'HKLM\\SMS', detail, cause: 1 },
      { kind: 'registry', process: 'PC2', subject: 'HKLM\\SMS', detail },
      { kind: 'log', process: 'PC1/CCIM', subject: 'Ccim32.log', detail: 'a resync', turn: 5 },
    );
    const target = chain.at(-1);
    const told = target && why({ records: chain, looks: [{ record: 4, subject }], start: 0 }, target);
    expect(told?.map(({ record }) => record)).toEqual([1, 2, 4]);
  });

  it('goes from a row that was read to who wrote it', () => {
    const chain = records(
      { kind: 'step', process: 'scenario', subject: 'invsync' },
      { kind: 'note', process: 'SRV/loader', subject: 'stores', cause: 1, turn: 2 },
      { kind: 'note', process: 'SRV/loader', subject: 'stores another', turn: 3 },
      { kind: 'log', process: 'SRV/loader', subject: 'Dataldr.log', detail: 'conflict', turn: 5 },
    );
    const target = chain.at(-1);
    const writes = [
      { record: 2, subject: 'ABC:System_DISC.ItemKey=1' },
      { record: 3, subject: 'ABC:System_DISC.ItemKey=2' },
    ];
    const looks = [{ record: 4, subject: 'ABC:System_DISC.ItemKey=1' }];
    const told = target && why({ records: chain, looks, writes, start: 0 }, target);
    expect(told?.map(({ record }) => record)).toEqual([1, 2, 4]);
  });

  it('goes from a site setting that was read to the step that changed it', () => {
    const chain = records(
      { kind: 'step', process: 'scenario', subject: 'setting' },
      { kind: 'setting', process: 'scenario', subject: 'ABC:Hardware inventory enabled', detail: 'false', cause: 1 },
      { kind: 'setting', process: 'scenario', subject: 'XYZ:Hardware inventory enabled', detail: 'true' },
      { kind: 'file', process: 'SRV/CIDM', subject: 'SRV:C:\\Clibase.cfg', detail: 'written 9 bytes', turn: 5 },
    );
    const looks = [{ record: 4, subject: 'site ABC:Hardware inventory enabled' }];
    const told = why({ records: chain, looks, start: 0 }, chain[3] as TraceRecord);
    expect(told.map(({ text }) => text)).toEqual([
      'the scenario: setting',
      'scenario: site setting ABC:Hardware inventory enabled, false',
      'SRV/CIDM: written \\\\SRV C:\\Clibase.cfg (9 bytes)',
    ]);
  });

  it('tells many changes of one kind in one turn as one', () => {
    const deleted = Array.from({ length: 6 }, (_, index) => ({
      ...({ kind: 'file', process: 'PC1/CCIM', detail: 'deleted', turn: 3 } as const),
      subject: `PC1:C:\\${index}.dll`,
      cause: index,
    }));
    const chain = records(...deleted, { kind: 'log', process: 'PC1/CCIM', subject: 'a.log', cause: 6, turn: 4 });
    const told = why({ records: chain, looks: [], start: 0 }, chain[6] as TraceRecord);
    expect(told.map(({ record, times }) => [record, times])).toEqual([
      [6, 6],
      [7, 1],
    ]);
  });

  it('names the first cause where no step had a part', () => {
    expect(texts('other.txt')).toEqual(['PC1/CCIM: program CCIM, started', 'PC1/CCIM: created \\\\PC1 C:\\other.txt']);
  });

  it('goes back no further than the first cause from before the scenario', () => {
    const cycles = Array.from({ length: 5 }, (_, index) => ({
      kind: 'note' as const,
      process: `PC${index}/CCIM`,
      subject: `cycle ${index}`,
      cause: index,
    }));
    const late: History = { records: records(...cycles), looks: [], start: 3000 };
    const target = late.records.at(-1);
    expect(target && why(late, target).map((link) => link.text)).toEqual([
      'PC2/CCIM: cycle 2',
      'PC3/CCIM: cycle 3',
      'PC4/CCIM: cycle 4',
    ]);
  });

  it('tells once what each cycle did again, when it did so last', () => {
    const cycles = Array.from({ length: 4 }, (_, index) => ({
      kind: 'log' as const,
      process: 'PC1/CCIM',
      subject: 'Ccim32.log',
      detail: `cycle ${index} begins`,
      cause: index,
    }));
    const report = {
      kind: 'file',
      process: 'PC1/CCIM',
      subject: 'PC1:C:\\a.ddr',
      detail: 'created',
      cause: 4,
    } as const;
    const run: History = { records: records(...cycles, report), looks: [], start: 0 };
    const target = run.records.at(-1);
    expect(target && why(run, target).map(({ turn, times }) => [turn, times])).toEqual([
      [4, 4],
      [5, 1],
    ]);
  });

  it('finds what is meant by the number of a turn, by a text in any case, or not at all', () => {
    expect(findRecord(history.records, '5')?.record).toBe(7);
    expect(findRecord(history.records, 'INVSYNC')?.record).toBe(2);
    expect(findRecord(history.records, '77')).toBeUndefined();
    expect(findRecord(history.records, 'after 23 hours')?.kind).toBe('delivery');
    expect(findRecord(history.records, 'no such text')).toBeUndefined();
  });

  it('does not take a later write for the one that was read', () => {
    const later = records(
      { kind: 'step', process: 'scenario', subject: 'early' },
      { kind: 'file', process: 'A', subject: 'A:C:\\x', detail: 'created', cause: 1 },
      { kind: 'log', process: 'B/reader', subject: 'r.log', detail: 'read it' },
      { kind: 'step', process: 'scenario', subject: 'late' },
      { kind: 'file', process: 'A', subject: 'A:C:\\x', detail: 'written', cause: 4 },
    );
    const chain = why(
      { records: later, looks: [{ record: 3, subject: 'A:C:\\x' }], start: 0 },
      findRecord(later, 'read it') as TraceRecord,
    );
    expect(chain.map((link) => link.record)).toEqual([1, 2, 3]);
  });
});
