import { describe, expect, it } from 'vitest';
import { story, type History } from '../../src/analysis/index.ts';
import { records, type Short } from './records.ts';

const noise: readonly Short[] = Array.from({ length: 60 }, (_, index) => ({
  kind: 'log',
  process: 'PC1/CCIM',
  subject: 'Ccim32.log',
  detail: `cycle ${index} begins`,
}));

const inbox = 'C:\\SMS\\inboxes';

const history: History = {
  records: records(
    ...noise,
    { kind: 'step', process: 'scenario', subject: 'invsync hw PC1' },
    { kind: 'file', process: 'SRV', subject: `SRV:${inbox}\\clidata.src\\0001.cfg`, detail: 'created', cause: 61 },
    {
      kind: 'file',
      process: 'SRV/Inbox Manager',
      subject: 'CAP1:C:\\CAP_ABC\\clidata.box\\0001.cfg',
      detail: 'created',
      cause: 62,
    },
    {
      kind: 'file',
      process: 'PC1/Copy Queue',
      subject: 'CAP1:C:\\CAP_ABC\\inventry.box\\0002.nhm',
      detail: 'created',
      cause: 63,
    },
    {
      kind: 'file',
      process: 'SRV/Data Loader',
      subject: `SRV:${inbox}\\dataldr.box\\0002.mif`,
      detail: 'created',
      cause: 64,
    },
    { kind: 'status', process: 'SRV/Data Loader', subject: '2703', detail: 'inventory loaded', cause: 65 },
    { kind: 'file', process: 'PC1/x', subject: 'PC1:C:\\temp\\scratch.tmp', detail: 'created', cause: 65 },
  ),
  looks: [],
  start: 0,
};

describe('the story of a run', () => {
  it('tells the journey in six lines, in the order in which it happened', () => {
    const lines = story(history, 'story');
    expect(lines).toHaveLength(6);
    expect(lines.map((line) => line.turn)).toEqual(lines.map((line) => line.turn).toSorted((a, b) => a - b));
    expect(lines[0]?.text).toBe('the scenario: invsync hw PC1');
    expect(lines.map((line) => line.text).join('\n')).toMatch(/clidata\.src[^]*clidata\.box[^]*\.nhm[^]*\.mif/);
  });

  it('tells what repeats once, with its number', () => {
    const repeated = story(history, 'outline').find((line) => line.text.includes('cycle 0'));
    expect(repeated?.times).toBe(60);
  });

  it('tells of a copy when it is whole, once', () => {
    const copy = {
      kind: 'file',
      process: 'PC1/Copy Queue',
      subject: 'CAP1:C:\\CAP_ABC\\inventry.box\\0002.nhm',
    } as const;
    const copied: History = {
      records: records({ ...copy, detail: 'created 0 bytes' }, { ...copy, detail: 'written 71 bytes', cause: 1 }),
      looks: [],
      start: 0,
    };
    expect(story(copied, 'story')).toEqual([
      {
        turn: 2,
        time: 1000,
        text: 'PC1/Copy Queue: written \\\\CAP1 C:\\CAP_ABC\\inventry.box\\0002.nhm (71 bytes)',
        times: 1,
      },
    ]);
  });

  it('tells how the journey ended in the site database', () => {
    const stored = {
      kind: 'database',
      process: 'SRV/Data Loader',
      subject: 'hardware inventory stored',
      detail: 'PC1, complete',
      cause: 65,
    } as const;
    const shorts = history.records.map(({ kind, process, subject, detail, cause }) => ({
      kind,
      process,
      subject,
      detail,
      cause,
    }));
    const lines = story({ ...history, records: records(...shorts, stored) }, 'story');
    expect(lines.at(-1)?.text).toBe('SRV/Data Loader: in the site database: hardware inventory stored, PC1, complete');
  });

  it('prefers the step that set it off to one that only prepared it', () => {
    const [step, ...after] = history.records.slice(60);
    const shorts = [{ kind: 'step', process: 'scenario', subject: 'draw a name' }, step, ...after].map(
      (record, index) => ({
        ...(record as Short),
        turn: index + 1,
        cause: index < 2 ? 0 : index,
      }),
    );
    const texts = story({ ...history, records: records(...shorts) }, 'story').map((line) => line.text);
    expect(texts[0]).toBe('the scenario: invsync hw PC1');
  });

  it('leaves out nothing that is worth telling when it is told in thirty lines', () => {
    const texts = story(history, 'outline')
      .map((line) => line.text)
      .join('\n');
    expect(texts).toContain('2703');
    expect(texts).toContain('scratch.tmp');
  });

  it('begins where the scenario begins', () => {
    const late = { ...history, start: 60_000 };
    expect(story(late, 'outline')[0]?.text).toBe('the scenario: invsync hw PC1');
    expect(story(late, 'turns')).toHaveLength(7);
  });

  it('has a line for every turn', () => {
    expect(story(history, 'turns')).toHaveLength(67);
  });
});
