import { describe, expect, it } from 'vitest';
import { printReportMif, textContent, type InventoryGroup } from '../../../src/world/index.ts';
import {
  events,
  files,
  identified,
  keyboard,
  mismatches,
  onSiteServer,
  raw,
  rawText,
  written,
} from './site-server-play.ts';

const end = 'run until: 10:00';
const badRaws = 'INVENTRY.BOX\\BADRAWS\\*.RAW';

/** A NOIDMIF with one group. */
function noIdMif(attribute: string): string {
  const attributes = { [attribute]: '2485798' };
  const group: InventoryGroup = { class: 'GROUPTEST|MYTEST|1.0', name: 'My Test', keys: [], attributes };
  return printReportMif({ groups: [group] });
}

describe('a RAW that cannot be understood goes to BADRAWS', () => {
  const whole = rawText();
  it.each([
    ['its header', 128, whole.replace('SMS RAW', 'SMS WAR')],
    ['its version stamp', 129, rawText({ versionStamp: '1.3' })],
    ['its trailer', 130, whole.replace('END RAW', 'END')],
    ['a record of an unknown type', 131, whole.replace('R\tKeyboard', 'R\tJoystick')],
    ['the length of a record', 132, whole.replace(/(R\tKeyboard\t)\d+/, '$17')],
    ['a line that is nothing', 133, whole.replace('END RAW', 'X\r\nEND RAW')],
  ])('because of %s, with event %i that names it there', (_what, id, text) => {
    const steps = [written('09:00', 'INVENTRY.BOX\\LAM00009.RAW', text), end];
    const path = onSiteServer('INVENTRY.BOX\\BADRAWS\\00000000.RAW');
    const absent = 'personal computer properties: { smsid: LAM00009, listed: false }';
    expect(mismatches(steps, [files(badRaws, 1), events(id, 1, path), absent])).toEqual([]);
  });

  it('and the others behind it are read', () => {
    const steps = [written('09:00', 'INVENTRY.BOX\\AAA.RAW', 'nothing'), raw('09:00', 'BBB.RAW'), end];
    expect(mismatches(steps, [files(badRaws, 1), 'personal computer properties: { name: PC9 }'])).toEqual([]);
  });
});

describe('a NOIDMIF at the end of a RAW', () => {
  it('becomes a group of the computer', () => {
    const steps = [raw('09:00', 'LAM00009.RAW', { mifs: [{ name: 'A.MIF', text: noIdMif('Asset Number') }] }), end];
    const lines = [
      'Processing Machine ISV MIF Files...',
      'Converting RAW data to MIF',
      'Appending no ID group My Test',
    ];
    const expectations = [
      `log lines in order: { on: LAMSRV1, file: INVPROC.LOG, from: 09:00, lines: ${JSON.stringify(lines)} }`,
      "personal computer properties: { name: PC9, group: My Test, attribute: Asset Number, value: '2485798' }",
    ];
    expect(mismatches(steps, expectations)).toEqual([]);
  });

  it('with a blank at the end of a name takes the whole RAW with it, and no event tells (Q160776)', () => {
    const steps = [raw('09:00', 'LAM00009.RAW', { mifs: [{ name: 'A.MIF', text: noIdMif('PC Asset Number ') }] }), end];
    const lines = ['Processing Machine ISV MIF Files...', 'Compilation failed'];
    const expectations = [
      `log lines in order: { on: LAMSRV1, file: INVPROC.LOG, from: 09:00, lines: ${JSON.stringify(lines)} }`,
      files(badRaws, 1),
      'event log: { on: LAMSRV1, source: SMS, from: 09:00, times: 0 }',
    ];
    expect(mismatches(steps, expectations)).toEqual([]);
  });
});

describe('a collected file', () => {
  it('lies by site, range and SMSID, and a second one of its name gets four digits', () => {
    const file = { path: 'C:\\AUTOEXEC.BAT', modified: Date.UTC(1997, 10, 1), content: textContent('@echo off') };
    const other = { ...file, content: textContent('rem') };
    const steps = [raw('09:00', 'LAM00009.RAW', { collected: [file, other] }), end];
    const folder = 'DATALOAD.BOX\\FILES.COL\\LAM\\LAM00000\\LAM00009';
    expect(mismatches(steps, [files(`${folder}\\AUTOEXEC.BAT`, 1), files(`${folder}\\AUTOEXEC.BAT????`, 1)])).toEqual(
      [],
    );
  });
});

describe('an .NHM', () => {
  it('is told whole each time and leaves no history (Q229698)', () => {
    const text = printReportMif({ groups: [identified(), keyboard('IBM enhanced')] });
    const steps = [written('09:00', 'ISVMIF.BOX\\A.NHM', text), written('09:10', 'ISVMIF.BOX\\B.NHM', text), end];
    const times = 'log: { on: LAMSRV1, file: DATALODR.LOG, has: Requesting license for client LAM00009, times: 2 }';
    expect(mismatches(steps, [times, files('INVENTRY.BOX\\HISTORY\\*.SMH', 0)])).toEqual([]);
  });
});

describe('a MIF that cannot be read', () => {
  it('goes to BADMIFS with event 125', () => {
    const steps = [written('09:00', 'ISVMIF.BOX\\A.MIF', 'Start Nothing'), end];
    expect(mismatches(steps, [events(125, 1, 'BADMIFS'), files('INVENTRY.BOX\\BADMIFS\\*.MIF', 1)])).toEqual([]);
  });
});
