import { describe, expect, it } from 'vitest';
import { architectureGroup, createViews, loadReport } from '../../../src/world/index.ts';
import * as fixture from './sms12-database-fixture.ts';
import {
  audited,
  complete,
  current,
  custom,
  day,
  disk,
  former,
  hour,
  identification,
} from './sms12-database-fixture.ts';
import { load, monday, newDatabase, resync, rows, status, value } from './sms12-database-fixture.ts';

const pc1 = identification();
const free = 'Free Storage (MByte)';

/** A database in which PC1 reported two disks on Monday. */
function reported() {
  const database = newDatabase(fixture.reversedEngine);
  load(database, complete(pc1, status(monday), disk('C', 100), disk('D', 200)));
  return database;
}

const historyKeys = 'select GroupKey, InstanceKey from MachineDataHistoryTable order by GroupKey, InstanceKey';

describe('the first report of a computer', () => {
  it('enters it and defines the classes that are new, with their tables', () => {
    const database = newDatabase();
    const loaded = load(database, complete(disk('C', 100), pc1, status(monday)));
    expect(loaded).toMatchObject({ verdict: 'loaded', machineId: 1, isNew: true, mismatches: [] });
    expect(loaded).toMatchObject({
      groups: [
        { action: 'add', class: 'MICROSOFT|IDENTIFICATION|1.0' },
        { action: 'add', class: 'MICROSOFT|DISK|1.0' },
        { action: 'add', class: 'MICROSOFT|WORKSTATION_STATUS|1.0' },
      ],
    });
    expect(rows(database, 'select * from Machines')).toEqual([[1, 5]]);
    expect(rows(database, 'select GroupKey, GroupName, SpecificTableName from GroupMap where GroupKey > 2')).toEqual([
      [3, 'Disk', 'Disk_SPEC'],
    ]);
    expect(rows(database, 'select ColumnName, Storage from AttributeMap where GroupKey = 3 order by rowid')).toEqual([
      ['Disk_Index0', 'Specific'],
      ['File_System0', 'Common'],
      ['Free_Storage__MByte_0', 'Specific'],
    ]);
  });

  it('shares common rows with other computers and has specific ones of its own', () => {
    const database = reported();
    load(database, complete(identification({ name: 'PC2', smsid: 'LAM00002', netCardId: '00:BB' }), disk('C', 100)));
    expect(rows(database, 'select * from Disk_COMM')).toEqual([[1, 'FAT']]);
    expect(rows(database, 'select datakey, Disk_Index0 from Disk_SPEC order by datakey')).toEqual([
      [1, 'C'],
      [2, 'D'],
      [3, 'C'],
    ]);
    const pointers = 'select dwMachineID, CommonKey, SpecificKey, InstanceKey from MachineDataTable where GroupKey = 3';
    expect(rows(database, `${pointers} order by InstanceKey`)).toEqual([
      [1, 1, 1, 1],
      [1, 1, 2, 2],
      [2, 1, 3, 3],
    ]);
  });

  it('without an Identification group is nobody’s', () => {
    const database = newDatabase();
    expect(load(database, complete(disk('C', 100)))).toEqual({ verdict: 'no identification' });
    expect(rows(database, 'select * from Machines')).toEqual([]);
  });

  it('of a custom architecture is not loaded', () => {
    const database = newDatabase();
    const report = complete(architectureGroup('Printers'), pc1);
    expect(load(database, report)).toEqual({ verdict: 'other architecture', architecture: 'Printers' });
    load(database, complete(architectureGroup('Personal Computer'), pc1));
    expect(rows(database, 'select GroupKey from MachineDataTable')).toEqual([[1]]);
  });
});

describe('a delta', () => {
  it('adds, updates and deletes rows and keeps the former ones as history', () => {
    const database = reported();
    const changes = [disk('E', 300, 'SMS:Add'), disk('C', 90, 'SMS:Update'), disk('D', 0, 'SMS:Delete')];
    const loaded = load(database, complete(pc1, ...changes), { time: monday + day });
    expect(loaded).toMatchObject({ groups: [{ action: 'add' }, { action: 'update' }, { action: 'delete' }] });
    expect(current(database, 1, free)).toEqual([90, 300]);
    expect(former(database, 1, free)).toEqual([100, 200]);
    const times = 'select TimeKey from MachineDataTable where GroupKey = 3 order by InstanceKey';
    expect(rows(database, times)).toEqual([['1997-11-04 09:00:00.000'], ['1997-11-04 09:00:00.000']]);
    expect(rows(database, 'select distinct TimeKey from MachineDataHistoryTable')).toEqual([
      ['1997-11-03 09:00:00.000'],
    ]);
  });

  it('without pragmas adds what is new, updates what is there and lets the rest be', () => {
    const database = reported();
    load(database, complete(pc1, disk('C', 90), disk('E', 300)));
    expect(current(database, 1, free)).toEqual([90, 200, 300]);
  });

  it('leaves what is told again unchanged, and the history empty', () => {
    const database = reported();
    const loaded = load(database, complete(pc1, disk('C', 100, 'SMS:Update')), { time: monday + day });
    expect(loaded).toMatchObject({ verdict: 'loaded', groups: [] });
    expect(rows(database, historyKeys)).toEqual([]);
  });

  it('replaces the Workstation Status, of which no history is kept (Q169491)', () => {
    const database = reported();
    const loaded = load(database, complete(pc1, status(monday + hour)));
    expect(loaded).toMatchObject({ groups: [{ action: 'update no-history' }] });
    expect(rows(database, 'select datakey, LastHWScan from WorkstationStatus')).toEqual([
      [1, '1997-11-03 10:00:00.000'],
    ]);
    expect(rows(database, historyKeys)).toEqual([]);
  });

  it('takes the values of attributes that it does not tell', () => {
    const database = newDatabase();
    load(database, complete(pc1, custom({ Asset: 'A1', Room: '12' })));
    load(database, complete(pc1, custom({ Asset: 'A1' })));
    expect(current(database, 1, 'Room')).toEqual([null]);
    expect(former(database, 1, 'Room')).toEqual(['12']);
  });

  it('under another name changes the record of its SMSID, and the history tells of the names (Q192859)', () => {
    const database = reported();
    load(database, complete(identification({ name: 'CLONE', netCardId: '00:CC' })), { time: monday + hour });
    load(database, complete(pc1), { time: monday + 2 * hour });
    expect(current(database, 1, 'Name')).toEqual(['PC1']);
    expect(former(database, 1, 'Name')).toEqual(['PC1', 'CLONE']);
  });
});

describe('a report that does not fit', () => {
  it.each([
    ['an update of a row', disk('X', 1, 'SMS:Update')],
    ['a deletion of a row', disk('X', 1, 'SMS:Delete')],
  ])('has %s that the computer does not have: the identification alone is stored', (_sentence, mismatch) => {
    const database = reported();
    const renamed = identification({ name: 'RENAMED' });
    const loaded = load(database, complete(renamed, disk('C', 90, 'SMS:Update'), mismatch));
    expect(loaded).toMatchObject({
      verdict: 'mismatch',
      machineId: 1,
      isNew: false,
      groups: [{ action: 'update', class: 'MICROSOFT|IDENTIFICATION|1.0' }],
      mismatches: [{ class: 'MICROSOFT|DISK|1.0', pragma: mismatch.pragma }],
    });
    expect(current(database, 1, free)).toEqual([100, 200]);
    expect(current(database, 1, 'Name')).toEqual(['RENAMED']);
  });

  it('is a delta of a computer that is not there, which then has its identification only (Q185353)', () => {
    const database = newDatabase();
    const loaded = load(database, complete({ ...pc1, pragma: 'SMS:Update' }, disk('C', 90, 'SMS:Add')));
    expect(loaded).toMatchObject({
      verdict: 'mismatch',
      machineId: 1,
      isNew: true,
      mismatches: [{ pragma: 'SMS:Update' }],
    });
    expect(rows(database, 'select GroupKey from MachineDataTable')).toEqual([[1]]);
  });
});

describe('a resync inventory', () => {
  it('moves what it does not contain into the history (Q148649)', () => {
    const database = reported();
    const loaded = load(database, resync(pc1, status(monday), disk('D', 200), disk('E', 300)));
    expect(loaded).toMatchObject({ verdict: 'loaded', groups: [{ action: 'add' }, { action: 'delete' }] });
    expect(current(database, 1, free)).toEqual([200, 300]);
    expect(former(database, 1, free)).toEqual([100]);
  });

  it('lets audited software leave the current inventory for the history (Q175077)', () => {
    const database = reported();
    load(database, complete(pc1, audited(1), audited(2)));
    load(database, resync(pc1, status(monday), disk('C', 100), disk('D', 200)));
    expect(current(database, 1, 'Package ID')).toEqual([]);
    expect(former(database, 1, 'Package ID')).toEqual([1, 2]);
  });

  it('makes a partial record whole', () => {
    const database = newDatabase();
    load(database, complete(pc1, disk('C', 90, 'SMS:Update')));
    expect(load(database, resync(pc1, disk('C', 80)))).toMatchObject({ verdict: 'loaded', isNew: false });
    expect(current(database, 1, free)).toEqual([80]);
  });

  it('leaves other computers alone', () => {
    const database = reported();
    load(database, resync(identification({ name: 'PC2', smsid: 'LAM00002', netCardId: '00:BB' }), disk('C', 7)));
    expect(current(database, 1, free)).toEqual([100, 200]);
  });
});

describe('SQL tracing', () => {
  it('shows how the rows of a computer are read (Q225533, Q192922)', () => {
    const database = reported();
    value(createViews(database));
    const lines: string[] = [];
    const report = complete(pc1, disk('D', 150));
    database.traced(
      (line) => lines.push(line),
      () => loadReport(database, report, { machineId: 1, time: monday }),
    );
    expect(lines.filter((line) => line.startsWith('select * from MachineData'))).toEqual([
      'select * from MachineDataTable where dwMachineID = 1',
    ]);
    expect(lines).toContain('select * from Disk_COMM where datakey = 1');
    expect(lines).toContain('insert into Disk_SPEC (datakey, Disk_Index0, Free_Storage__MByte_0) values (3, "D", 150)');
    expect(lines.at(-1)).toBe('commit transaction');
  });
});
