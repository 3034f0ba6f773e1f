import { describe, expect, it } from 'vitest';
import { deletionReport, type InventoryGroup } from '../../../src/world/index.ts';
import {
  deltaMif,
  events,
  files,
  identified,
  keyboard,
  mismatches,
  onSiteServer,
  written,
} from './site-server-play.ts';

const end = 'run until: 10:00';
const bad = 'DATALOAD.BOX\\DELTAMIF.COL\\BADMIFS\\*.MIF';

function loadInTurn(groups: readonly InventoryGroup[]): readonly string[] {
  const minutes = groups.map((_group, index) => `09:0${index}`);
  return [
    ...groups.map((group, index) => deltaMif(minutes[index] ?? '', `0000000${index}.MIF`, { groups: [group] })),
    end,
  ];
}

const known = identified();
const twin = identified({ logOnName: 'EMIL' }, ['LogOn Name']);

describe('a computer that the database does not know needs a license', () => {
  const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\LicenseInfo\\SMS';
  const licenses = (count: number): string =>
    `{ at: '08:30', registry set: { on: LAMSRV1, key: '${key}', name: ConcurrentLimit, value: ${count} } }`;
  const refusal = 'event log: { on: LAMSRV1, source: LicenseService, id: 201, times: 1 }';
  const line = "log: { on: LAMSRV1, file: DATALODR.LOG, has: 'There is not enough client license', times: 1 }";
  const listed = (name: string, isListed: boolean): string =>
    `personal computer properties: { name: ${name}, listed: ${isListed} }`;

  it('and without one its MIF is gone, and no BADMIFS has it', () => {
    const steps = [licenses(4), ...loadInTurn([known])];
    expect(mismatches(steps, [listed('PC9', false), refusal, line, files(bad, 0)])).toEqual([]);
  });

  it('which a deleted computer gives back', () => {
    const steps = [licenses(4), "{ at: '08:40', delete computer: { name: NTWS1 } }", ...loadInTurn([known])];
    expect(mismatches(steps, [listed('PC9', true)])).toEqual([]);
  });

  it('while those that it knows go on reporting', () => {
    const steps = [...loadInTurn([known]), licenses(0), ...['{ at: 09:30, log on: { on: WIN95A, user: BEN } }'], end];
    expect(mismatches(steps, [listed('PC9', true), listed('WIN95A', true)])).toEqual([]);
  });
});

describe('the computer of a report is searched in three steps (Q138021)', () => {
  it.each<readonly [string, readonly InventoryGroup[], readonly string[]]>([
    ['one with all keys is taken without an event', [known, known], [events(180, 0), events(182, 0), events(186, 0)]],
    [
      'one with the SMSID alone takes the new attributes',
      [known, identified({ name: 'PC10' })],
      [events(182, 1, 'LAM|LAMWORLD|PC10'), events(182, 1, 'LAM|LAMWORLD|PC9'), events(181, 0)],
    ],
    [
      'another with a key in common is told of beside the one that is taken',
      [
        known,
        identified({ name: 'PC10', smsid: 'LAM0000A' }),
        identified({ netCardId: '00:80:00:00:00:0A', name: 'PC10' }),
      ],
      [events(182, 1), events(181, 1, 'Current Machine: <SMSID = LAM00009')],
    ],
    [
      'a new one that has a key in common with another is told of',
      [known, identified({ name: 'PC10', smsid: 'LAM0000A' })],
      [events(180, 1, 'SMSID = LAM00009'), 'personal computer properties: { name: PC10, smsid: LAM0000A }'],
    ],
    [
      'several with all keys are deleted, and a resync is asked for',
      [identified({}, ['LogOn Name']), twin, known],
      [events(183, 1), events(186, 1, 'LAM00009'), 'personal computer properties: { name: PC9, listed: false }'],
    ],
    [
      'several with the SMSID are deleted, and a resync is asked for',
      [identified({}, ['LogOn Name']), twin, identified({ name: 'PC10' })],
      [events(185, 1, 'LAM00009'), events(186, 1), 'personal computer properties: { smsid: LAM00009, listed: false }'],
    ],
  ])('%s', (_name, groups, expectations) => {
    expect(mismatches(loadInTurn(groups), expectations)).toEqual([]);
  });
});

describe('a MIF that cannot be loaded', () => {
  it('goes to BADMIFS with event 245 when it cannot be read', () => {
    const steps = [written('09:00', 'DATALOAD.BOX\\DELTAMIF.COL\\00000000.MIF', 'nothing'), end];
    const line = 'log: { on: LAMSRV1, file: DATALODR.LOG, has: Cannot process MIF X00000000.MIF, times: 1 }';
    const path = onSiteServer('DATALOAD.BOX\\DELTAMIF.COL\\BADMIFS');
    expect(mismatches(steps, [line, events(245, 1, path), files(bad, 1)])).toEqual([]);
  });

  it('goes there with event 187 when an attribute has another type in the database', () => {
    const attributes = { 'Keyboard Type': 101 };
    const declarations = { 'Keyboard Type': { type: 'Integer', storage: 'Specific' } } as const;
    const other = { ...keyboard('x'), attributes, declarations } as unknown as InventoryGroup;
    const steps = [
      deltaMif('09:00', '00000000.MIF', { groups: [known, keyboard('IBM enhanced')] }),
      deltaMif('09:05', '00000001.MIF', { groups: [known, other] }),
      end,
    ];
    const line =
      'log: { on: LAMSRV1, file: DATALODR.LOG, has: MIF type does not match type in Defined Group ' +
      'for Attribute Keyboard Type in Group MICROSOFT|KEYBOARD|1.0 }';
    expect(mismatches(steps, [line, events(187, 1), files(bad, 1)])).toEqual([]);
  });

  it('gets another X each time the thread is stopped while it loads, and is bad with the third', () => {
    const thread = (at: string, what: string) =>
      `{ at: '${at}', thread: { on: LAMSRV1, component: SMS_INVENTORY_DATA_LOADER, do: ${what} } }`;
    const marked = (at: string, name: string) =>
      `{ at: '${at}', expect: [{ ${files(`DATALOAD.BOX\\DELTAMIF.COL\\PROCESS\\${name}`, 1)} }] }`;
    const steps = [
      deltaMif('09:00:00', '00000000.MIF', { groups: [known] }),
      ...[thread('09:00:01', 'stop'), marked('09:00:02', 'X00000000.MIF')],
      ...[thread('09:01:00', 'start'), thread('09:01:01', 'stop'), marked('09:01:02', 'XX00000000.MIF')],
      ...[thread('09:02:00', 'start'), thread('09:02:01', 'stop'), marked('09:02:02', 'XXX00000000.MIF')],
      ...[thread('09:03:00', 'start'), end],
    ];
    expect(mismatches(steps, [files(bad, 1), events(245, 1)])).toEqual([]);
  });
});

describe('a MIF that is loaded', () => {
  it('is told of group by group, Workstation Status as one without history (Q169491)', () => {
    const status = (time: string): InventoryGroup => ({
      ...{ class: 'MICROSOFT|WORKSTATION_STATUS|1.0', name: 'Workstation Status', keys: [] },
      attributes: { LastHWScan: `${time}.000000+000` },
    });
    const steps = [
      deltaMif('09:00', '00000000.MIF', { groups: [known, status('19971103090000'), keyboard('IBM enhanced')] }),
      deltaMif('09:05', '00000001.MIF', { groups: [known, status('19971103100000'), keyboard('IBM XT')] }),
      end,
    ];
    const lines = [
      'Requesting license for client LAM00009',
      'Adding group: MICROSOFT|IDENTIFICATION|1.0...',
      'Requesting license for client LAM00009',
      'Updating No-History group: MICROSOFT|WORKSTATION_STATUS|1.0...',
      'Updating group: MICROSOFT|KEYBOARD|1.0...',
      'No more machine MIFs to be processed, terminating thread',
    ];
    const log = 'on: LAMSRV1, file: DATALODR.LOG, from: 09:00';
    const inOrder = `log lines in order: { ${log}, lines: ${JSON.stringify(lines)} }`;
    expect(mismatches(steps, [inOrder])).toEqual([]);
  });

  it('deletes the computer when it is a delete-MIF, whatever the other keys are', () => {
    const steps = [
      deltaMif('09:00', '00000000.MIF', { groups: [known] }),
      deltaMif('09:05', '00000001.MIF', deletionReport('LAM00009')),
      end,
    ];
    const gone = 'personal computer properties: { smsid: LAM00009, listed: false }';
    expect(mismatches(steps, [gone, files(bad, 0), events(186, 0)])).toEqual([]);
  });
});

describe('SQL Server', () => {
  it.each([
    ['1.1', 1, 'the MIF in hand is taken for bad'],
    ['1.2', 0, 'the MIF in hand waits'],
  ])('is lost: in %s, %i files are bad, since %s (Q153573)', (release, count) => {
    const steps = [
      "{ at: '08:50', database: { state: offline } }",
      deltaMif('09:00', '00000000.MIF', { groups: [known] }),
      "{ at: '09:20', database: { state: online } }",
      end,
    ];
    const shown = `personal computer properties: { name: PC9, listed: ${count === 0} }`;
    expect(mismatches(steps, [files(bad, count), events(243, 1), shown], release)).toEqual([]);
  });
});

describe('a watchdog cycle', () => {
  const inProcess = (count: number): string => files('DATALOAD.BOX\\DELTAMIF.COL\\PROCESS\\X00000000.MIF', count);
  it.each([
    ['takes', ["{ at: '09:00', sendcode: SMS_SITE_CONFIG_MANAGER 192 }"], 1],
    ['that is over takes not', [], 0],
  ])('%s half of the time of the Data Loader (Q176517)', (_what, before, count) => {
    const steps = [...before, deltaMif('09:00:30', '00000000.MIF', { groups: [known] }), 'run until: 09:00:33'];
    expect(mismatches(steps, [inProcess(count)])).toEqual([]);
  });
});
