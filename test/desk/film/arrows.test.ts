import { describe, expect, it } from 'vitest';
import { arrowsOf } from '../../../src/desk/film/camera/arrows.ts';
import { Texts } from '../../../src/desk/film/camera/texts.ts';
import { records, type Short } from '../../analysis/records.ts';

const lanes = ['SRV', 'PC1'];
const file = 'SRV:C:\\CAP\\1.mif';

/** Arrows in short; a record is a second later than the one before. */
function arrows(looks: readonly { readonly record: number; readonly subject: string }[], ...list: readonly Short[]) {
  const texts = new Texts();
  const laneOf = (name: string): number | undefined => (lanes.includes(name) ? lanes.indexOf(name) : undefined);
  return arrowsOf({ records: records(...list), looks, first: 1, texts, laneOf }).map((arrow) => {
    const { from, to, kind, sent, arrived, label } = arrow;
    return [`${lanes[from]} > ${lanes[to]}`, kind, sent, arrived, texts.all()[label]];
  });
}

const delivery = { kind: 'delivery', process: 'PC1/CCIM' } as const;

describe('an arrow is drawn', () => {
  it('for a message from a program of another computer, from when it was sent', () => {
    const sent: Short = { kind: 'step', process: 'scenario', subject: 'go' };
    const message: Short = { ...delivery, subject: 'go on', detail: 'SRV/SMS_EXECUTIVE', cause: 1 };
    expect(arrows([], sent, message)).toEqual([['SRV > PC1', 'message', 0, 1000, 'go on']]);
  });

  it('for what a program reads on another computer', () => {
    const passed: Short = { kind: 'traffic', process: 'PC1/CCIM', subject: 'SRV > PC1', detail: '20 bytes', cause: 1 };
    const wake: Short = { ...delivery, subject: 'wake', detail: 'PC1/CCIM' };
    const look = { record: 1, subject: file };
    expect(arrows([look], wake, { ...passed, turn: 1 })).toEqual([['SRV > PC1', 'file read', 1000, 1000, '1.mif']]);
  });

  it('for what a program writes on another computer', () => {
    const wake: Short = { ...delivery, subject: 'wake', detail: 'PC1/CCIM' };
    const written: Short = { kind: 'file', process: 'PC1/CCIM', subject: file, detail: 'created', cause: 1, turn: 1 };
    const passed: Short = { kind: 'traffic', process: 'PC1/CCIM', subject: 'PC1 > SRV', detail: '9 bytes', cause: 2 };
    expect(arrows([], wake, written, { ...passed, turn: 1 })).toEqual([
      ['PC1 > SRV', 'file copy', 2000, 2000, '1.mif'],
    ]);
  });

  it('for a copy that takes time, from its beginning to its end', () => {
    const begun: Short = { kind: 'file', process: 'PC1/Copy Queue', subject: file, detail: 'created 0 bytes' };
    const due: Short = { kind: 'delivery', process: 'world', subject: 'transfer whole', detail: 'PC1/x', cause: 1 };
    const passed: Short = { kind: 'traffic', process: 'PC1/x', subject: 'PC1 > SRV', detail: '9 bytes', cause: 2 };
    const closed: Short = { kind: 'file', process: 'PC1/x', subject: 'PC1:C:\\1.tmp', detail: 'closed', cause: 3 };
    const written: Short = { kind: 'file', process: 'PC1/x', subject: file, detail: 'written 9 bytes', cause: 4 };
    const end = [due, passed, closed, written].map((short) => ({ ...short, turn: 2 }));
    expect(arrows([], begun, ...end)).toEqual([['PC1 > SRV', 'file copy', 0, 2000, '1.mif']]);
  });

  it('for a registry value that a program of another computer sets', () => {
    const wake: Short = { kind: 'delivery', process: 'SRV/SMS_X', subject: 'wake', detail: 'SRV/SMS_X' };
    const set: Short = {
      kind: 'registry',
      process: 'PC1',
      subject: 'HKLM\\Key',
      detail: 'set A = 1',
      cause: 1,
      turn: 1,
    };
    const again: Short = { ...set, detail: 'set B = 2', cause: 2 };
    expect(arrows([], wake, set, again)).toEqual([
      ['SRV > PC1', 'registry', 1000, 1000, 'set A = 1'],
      ['SRV > PC1', 'registry', 2000, 2000, 'set B = 2'],
    ]);
  });
});

describe('no arrow is drawn', () => {
  it.each<readonly [string, Short]>([
    ['for a message of a program to itself', { ...delivery, subject: 'wake', detail: 'PC1/CCIM' }],
    ['for a message of the world, which is no computer', { ...delivery, subject: 'copied', detail: 'world' }],
    ['for bytes that stay on one computer', { kind: 'traffic', process: 'PC1/x', subject: 'PC1 > PC1', detail: '1' }],
    ['for what the user sets in a registry', { kind: 'registry', process: 'PC1', subject: 'HKLM\\Key', detail: 'x' }],
  ])('%s', (_name, record) => {
    expect(arrows([], record)).toEqual([]);
  });
});
