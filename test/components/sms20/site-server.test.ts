import { describe, expect, it } from 'vitest';
import { generatedName, nameFromClock } from '../../../src/components/sms20/generated-names.ts';
import { publishResync } from '../../../src/components/sms20/resync-publication.ts';
import { day, hour, minute, second } from '../../../src/kernel/index.ts';
import { startService, stopService } from '../../../src/simulation/index.ts';
import {
  FileAccess,
  parseClientBaseConfiguration,
  parseClientLookup,
  parseOffer,
  printRawInventory,
  printStatusMessageFile,
  systemOpener,
} from '../../../src/world/index.ts';
import { ServerBench, bios, guid, hardwareReport, hardwareText, monday, softwareText } from './server-fixture.ts';

function statusText(id: number, time: number): string {
  const origin = { component: 'Hardware Inventory Agent', machine: 'COMPUTER1', siteCode: 'ABC', module: 'SMS Client' };
  const number = { id, severity: 'I', type: 'M', processId: 1, threadId: 2 } as const;
  return printStatusMessageFile({ ...origin, ...number, time, inserts: ['one'] });
}

describe('Client Install Data Manager', () => {
  it('writes the site, its intervals and the check sums of client programs at its start (Q270912)', () => {
    const bench = new ServerBench().start();
    const file = parseClientBaseConfiguration(bench.text(bench.inbox('clidata.src', 'Clibase.cfg')));
    if (!file.ok) throw new Error('Clibase.cfg cannot be read');
    expect(file.value.siteCode).toBe('ABC');
    expect(file.value.settings).toContainEqual(['CCIM Period (minutes)', 1380]);
    expect(file.value.programs.map((program) => program.file)).toContain('Bin\\i386\\Ccim32.dll');
    const offer = parseOffer(bench.text(bench.inbox('clicfg.src', 'CLINTX86.OFR')));
    expect(offer.components.map((component) => component.directory)).toContain('hinv');
  });

  it('writes again when settings change, and only what has changed', () => {
    const bench = new ServerBench().start();
    const changes = (name: string): number => bench.fileChanges(name).length;
    const [base, list] = [changes('Clibase.cfg'), changes('Caplist.ini')];
    bench.settings({ settings: { 'CCIM period (minutes)': 60 } });
    bench.pass(minute);
    expect(bench.text('C:\\CAP_ABC\\clidata.box\\Clibase.cfg')).toContain('CCIM Period (minutes)=60');
    expect(changes('Clibase.cfg')).toBeGreaterThan(base);
    expect(changes('Caplist.ini')).toBe(list);
  });

  it('does not write a missing file again, not even at a restart, until a setting changes (Q270912)', () => {
    const bench = new ServerBench().start();
    const path = bench.inbox('clidata.src', 'Clibase.cfg');
    const restart = (): void => {
      stopService(bench.simulation, 'SMSSRV1', 'SMS_EXECUTIVE');
      startService(bench.simulation, 'SMSSRV1', 'SMS_EXECUTIVE');
      bench.pass(minute);
    };
    bench.server.files.delete(systemOpener, path);
    restart();
    expect(bench.text(path)).toBe('');
    bench.settings({ settings: { 'CCIM period (minutes)': 60 } });
    bench.pass(minute);
    expect(bench.text(path)).toContain('CCIM Period (minutes)=60');
  });

  it('writes the check sums of new programs when its service restarts (Q270912, Q246331)', () => {
    const bench = new ServerBench().start();
    const before = bench.text(bench.inbox('clidata.src', 'Clibase.cfg'));
    stopService(bench.simulation, 'SMSSRV1', 'SMS_EXECUTIVE');
    bench.write('C:\\SMS\\bin\\i386\\Ccim32.dll', 'a hotfix');
    startService(bench.simulation, 'SMSSRV1', 'SMS_EXECUTIVE');
    bench.pass(minute);
    expect(bench.text(bench.inbox('clidata.src', 'Clibase.cfg'))).not.toBe(before);
  });

  it('keeps the check sums of its start when something else changes while it runs (Q270912)', () => {
    const bench = new ServerBench().start();
    const crcs = (): string => bench.text(bench.inbox('clidata.src', 'Clibase.cfg')).replace(/^[^]*\[Verification/, '');
    const before = crcs().slice(0, 200);
    bench.write('C:\\SMS\\bin\\i386\\Ccim32.dll', 'a hotfix');
    bench.settings({ settings: { 'CCIM period (minutes)': 60 } });
    bench.pass(minute);
    expect(bench.text(bench.inbox('clidata.src', 'Clibase.cfg'))).toContain('CCIM Period (minutes)=60');
    expect(crcs().slice(0, 200)).toBe(before);
  });

  it('writes a file again that was in use, and dates two changes of the same instant apart', () => {
    const bench = new ServerBench().start();
    const path = bench.inbox('clidata.src', 'Clibase.cfg');
    const change = (minutes: number): number => {
      bench.settings({ settings: { 'CCIM period (minutes)': minutes } });
      bench.simulation.runUntil(bench.simulation.now);
      const facts = bench.server.files.stat(systemOpener, path);
      return facts.ok ? facts.value.modified : 0;
    };
    bench.simulation.stopProcess('SMSSRV1/SMS_INBOX_MANAGER', 'stopped');
    expect(new Set([change(60), change(70), change(80)]).size).toBe(3);
    const letGo = bench.hold(path);
    change(90);
    letGo();
    bench.pass(minute);
    expect(bench.text(path)).toContain('CCIM Period (minutes)=90');
  });

  it('brings two changes of the same instant to the CAP', () => {
    const bench = new ServerBench().start();
    for (const minutes of [60, 70]) {
      bench.settings({ settings: { 'CCIM period (minutes)': minutes } });
      bench.simulation.runUntil(bench.simulation.now);
    }
    bench.pass(minute);
    expect(bench.text('C:\\CAP_ABC\\clidata.box\\Clibase.cfg')).toContain('CCIM Period (minutes)=70');
  });

  it.each([
    ['2.0', false],
    ['2.0 SP1', true],
  ])('%s: the .CFG of a component carries its version: %s (Q236596)', (release, carries) => {
    const bench = new ServerBench(release).start();
    expect(bench.text(bench.inbox('clicomp.src', 'hinv.CFG')).includes('Version=')).toBe(carries);
  });
});

describe('Inventory Processor', () => {
  it('hands a 32-bit report to the Data Loader under another extension', () => {
    const bench = new ServerBench().start();
    bench.simulation.stopProcess('SMSSRV1/SMS_INVENTORY_DATA_LOADER', 'stopped');
    bench.write(bench.inbox('inventry.box', 'AAAAAAAA.nhm'), hardwareText());
    bench.pass(second);
    expect(bench.names(bench.inbox('dataldr.box'))).toEqual(['AAAAAAAA.MIF']);
  });

  it('derives the changes of a 16-bit client from what it reported last (Q202940)', () => {
    const bench = new ServerBench().start();
    bench.discover();
    const send = (version: string, time: number): void => {
      const raw = printRawInventory(hardwareReport({ groups: [bios(version)], time }));
      bench.write(bench.inbox('inventry.box', 'BBBBBBBB.raw'), raw);
      bench.pass(10 * second);
    };
    send('1.0', monday);
    send('2.0', monday + hour);
    expect(bench.rows('select BIOS_Version0 from PC_BIOS_DATA')).toEqual([['2.0']]);
    expect(bench.rows('select BIOS_Version0 from PC_BIOS_HIST')).toEqual([['1.0']]);
  });

  it('lets the Data Loader reject a .raw that cannot be read', () => {
    const bench = new ServerBench().start();
    bench.write(bench.inbox('inventry.box', 'BBBBBBBB.raw'), 'nonsense nonsense');
    bench.pass(10 * second);
    expect(bench.names(bench.inbox('dataldr.box', 'BADMIFS'))).toHaveLength(1);
  });
});

describe('resync publication', () => {
  it('replaces the entry of an older request and keeps its file (Q256905)', () => {
    const bench = new ServerBench().start();
    const files = new FileAccess(bench.simulation.world, bench.server, 'test', 'SYSTEM');
    const request = { guid, component: 'HW', time: monday } as const;
    publishResync(files, bench.site, { ...request, name: 'AAAAAAAA' });
    publishResync(files, bench.site, { ...request, name: 'BBBBBBBB', time: monday + hour });
    const entries = parseClientLookup(bench.text(bench.inbox('clidata.src', 'client.lkp')));
    expect(entries).toEqual({ ok: true, value: [{ ...request, file: 'BBBBBBBB.cfg', time: monday + hour }] });
    expect(bench.names(bench.inbox('clidata.src'), '????????.cfg')).toEqual(
      expect.arrayContaining(['AAAAAAAA.cfg', 'BBBBBBBB.cfg']),
    );
  });

  it('makes the next report of a 16-bit client pass as complete', () => {
    const bench = new ServerBench().start();
    bench.write(bench.inbox('inventry.box', 'BBBBBBBB.raw'), printRawInventory(hardwareReport()));
    bench.pass(second);
    const history = bench.inbox('inventry.box', 'History');
    expect(bench.names(history)).toHaveLength(1);
    const files = new FileAccess(bench.simulation.world, bench.server, 'test', 'SYSTEM');
    publishResync(files, bench.site, { guid, component: 'HW', time: monday, name: 'AAAAAAAA' });
    expect(bench.names(history)).toEqual([]);
  });
});

describe('SQL Monitor', () => {
  it.each([
    ['2.0 SP1', 1],
    ['2.0 SP2', 0],
  ])('%s: deleting an aged computer leaves %i of its software rows (Q257799, Q242951)', (release, left) => {
    const bench = new ServerBench(release, { settings: { 'Delete Aged Discovery Data (days)': 2 } }).start();
    bench.discover();
    bench.write(bench.inbox('sinv.box', 'A.sic'), softwareText('complete'));
    bench.pass(day);
    expect(bench.rows('select count(*) from System_DISC')).toEqual([[1]]);
    bench.pass(2 * day);
    expect(bench.rows('select count(*) from System_DISC')).toEqual([[0]]);
    expect(bench.rows('select count(*) from SoftwareInventory')).toEqual([[left]]);
  });
});

describe('generated names', () => {
  it('have eight letters or digits', () => {
    const { random } = new ServerBench().simulation;
    expect(generatedName(random.stream('test'))).toMatch(/^[A-Z0-9]{8}$/);
  });

  it('of the clock are equal on computers that show the same second (Q301352)', () => {
    expect(nameFromClock(monday + 1, 0)).toBe(nameFromClock(monday + 999, 0));
    expect(nameFromClock(monday, 0)).not.toBe(nameFromClock(monday + second, 0));
    expect(nameFromClock(monday, 0)).not.toBe(nameFromClock(monday, 1));
  });

  it('says every night with message 2404 that aged discovery data is deleted, and counts none of it (Q263913)', () => {
    const bench = new ServerBench().start().pass(2 * day);
    expect(bench.rows('select Component, Severity from StatusMessages where MessageID = 2404')).toHaveLength(2);
    expect(bench.rows('select distinct InsStrValue from StatusMessageInsStrs order by InsStrIndex')).toEqual([
      ['Delete Aged Discovery Data'],
      ['0'],
    ]);
  });

  it('says nothing of a task that is off', () => {
    const settings = { 'Delete Aged Discovery Data enabled': false };
    const bench = new ServerBench('2.0 SP4', { settings }).start().pass(2 * day);
    expect(bench.rows('select count(*) from StatusMessages')).toEqual([[0]]);
  });
});

describe('Status Manager', () => {
  it('stores messages', () => {
    const bench = new ServerBench().start();
    bench.write(bench.inbox('statmgr.box', 'statmsgs', 'A.svf'), statusText(10204, monday));
    bench.pass(second);
    expect(bench.rows('select MessageID, MachineName from StatusMessages')).toEqual([[10204, 'COMPUTER1']]);
    expect(bench.names(bench.inbox('statmgr.box', 'statmsgs'))).toEqual([]);
  });

  it('discards what a filter rule names', () => {
    const bench = new ServerBench('2.0 SP4', { settings: { 'Discarded status messages': ['10204'] } }).start();
    bench.write(bench.inbox('statmgr.box', 'statmsgs', 'A.svf'), statusText(10204, monday));
    bench.pass(second);
    expect(bench.rows('select count(*) from StatusMessages')).toEqual([[0]]);
  });

  it('stores what a filter rule keeps from the summarizers, and it does not count (Q295450)', () => {
    const settings = { 'Status messages not forwarded to summarizers': ['10204'] };
    const bench = new ServerBench('2.0 SP4', { settings }).start();
    bench.write(bench.inbox('statmgr.box', 'statmsgs', 'A.svf'), statusText(10204, monday));
    bench.write(bench.inbox('statmgr.box', 'statmsgs', 'B.svf'), statusText(10205, monday));
    bench.pass(second);
    expect(bench.rows('select MessageID from StatusMessages order by MessageID')).toEqual([[10204], [10205]]);
    const apart =
      'select MessageID from StatusMessages where RecordID in (select RecordID from StatusMessagesNotSummarized)';
    expect(bench.rows(apart)).toEqual([[10204]]);
  });

  it('keeps a message from the future until its time has come, and reports 1215 (Q295450)', () => {
    const bench = new ServerBench().start();
    const ahead = bench.simulation.now + 3575 * second;
    bench.write(bench.inbox('statmgr.box', 'statmsgs', 'A.svf'), statusText(10204, ahead));
    bench.pass(minute);
    expect(bench.names(bench.inbox('statmgr.box', 'futureq'))).toEqual(['A.svf']);
    expect(bench.rows('select MessageID from StatusMessages')).toEqual([[1215]]);
    bench.pass(2 * hour);
    expect(bench.rows('select MessageID from StatusMessages order by RecordID')).toEqual([[1215], [10204]]);
  });

  it('loses a message whose copy ends between the failed opening and the deletion (Q311212)', () => {
    const bench = new ServerBench().start();
    const path = bench.inbox('statmgr.box', 'statmsgs', 'A.svf');
    const lines = bench.log('SMS_STATUS_MANAGER', 'Statmgr.log');
    bench.write(path, statusText(10204, monday));
    const letGo = bench.hold(path, 'none');
    bench.pass(40);
    letGo();
    bench.pass(minute);
    expect(lines().at(-1)).toBe(`Deleted corrupt file "${path}".`);
    expect(bench.rows('select count(*) from StatusMessages')).toEqual([[0]]);
  });
});
