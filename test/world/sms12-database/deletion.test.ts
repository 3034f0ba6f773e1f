import { describe, expect, it } from 'vitest';
import {
  deleteDuplicateDataKeys,
  deleteHistoryBefore,
  deleteMachines,
  deleteMachinesNotInventoriedSince,
  deleteUnusedRecords,
  duplicateDataKeys,
  duplicateMachines,
  duplicateSmsids,
  loadReport,
} from '../../../src/world/index.ts';
import { complete, current, day, disk, former, hour, identification, load, monday } from './sms12-database-fixture.ts';
import { newDatabase, reversedEngine, rows, status, value } from './sms12-database-fixture.ts';

const pc1 = identification();
const pc2 = identification({ name: 'PC2', smsid: 'LAM00002', netCardId: '00:BB' });

/** A database of two computers, the second of which was inventoried a week later. */
function twoComputers() {
  const database = newDatabase(reversedEngine);
  load(database, complete(pc1, status(monday), disk('C', 100)));
  load(database, complete(pc2, status(monday + 7 * day), disk('C', 200)), { time: monday + 7 * day });
  return database;
}

const freeSpace = 'select Free_Storage__MByte_0 from Disk_SPEC order by datakey';

describe('a computer that the administrator deletes', () => {
  it('moves into the history, but for its Workstation Status (Q167777, Q188051)', () => {
    const database = twoComputers();
    expect(value(deleteMachines(database, [1]))).toBe(1);
    expect(rows(database, 'select dwMachineID from Machines')).toEqual([[2]]);
    expect(current(database, 1, 'Name')).toEqual([]);
    expect(former(database, 1, 'Name')).toEqual(['PC1']);
    expect(rows(database, 'select datakey from WorkstationStatus')).toEqual([[2]]);
    expect(rows(database, 'select GroupKey from MachineDataHistoryTable order by GroupKey')).toEqual([[1], [3]]);
    expect(value(deleteMachines(database, [1]))).toBe(0);
  });

  it('is a new one with its next report, and a delta of it does not fit (Q185353)', () => {
    const database = twoComputers();
    value(deleteMachines(database, [2]));
    const delta = complete({ ...pc2, pragma: 'SMS:Update' }, disk('C', 190, 'SMS:Update'));
    expect(load(database, delta)).toMatchObject({ verdict: 'mismatch', machineId: 3, isNew: true });
  });
});

describe('Delete Special', () => {
  it('deletes computers that were not inventoried since, with their history (Q202006)', () => {
    const database = twoComputers();
    load(database, complete(pc1, disk('C', 90)));
    expect(value(deleteMachinesNotInventoriedSince(database, monday + day))).toEqual([1]);
    expect(rows(database, 'select distinct dwMachineID from MachineDataTable')).toEqual([[2]]);
    expect(rows(database, 'select * from MachineDataHistoryTable')).toEqual([]);
  });

  it('deletes old history, and Database Manager the rows that nothing points to any more (Q196229)', () => {
    const database = twoComputers();
    load(database, complete(pc1, disk('C', 90)), { time: monday + day });
    load(database, complete(pc1, disk('C', 80)), { time: monday + 2 * day });
    expect(value(deleteUnusedRecords(database))).toBe(0);
    expect(value(deleteHistoryBefore(database, monday + hour))).toBe(1);
    expect(former(database, 1, 'Free Storage (MByte)')).toEqual([90]);
    expect(rows(database, freeSpace)).toEqual([[100], [200], [90], [80]]);
    expect(value(deleteUnusedRecords(database))).toBe(1);
    expect(rows(database, freeSpace)).toEqual([[200], [90], [80]]);
  });
});

describe('duplicates (Q192859)', () => {
  it('of the first kind are computers with one SMSID at the same time', () => {
    const database = twoComputers();
    expect(value(duplicateMachines(database))).toEqual([]);
    value(loadReport(database, complete(identification({ name: 'PC3' })), { time: monday }));
    expect(value(duplicateMachines(database)).map(({ machineId }) => machineId)).toEqual([1, 3]);
  });

  it('of the second kind are names that change under one SMSID; SMSIDDUP finds them', () => {
    const database = twoComputers();
    expect(value(duplicateSmsids(database))).toEqual([]);
    for (const name of ['CLONE', 'PC1', 'CLONE']) load(database, complete(identification({ name })));
    const line = {
      smsid: 'LAM00001',
      siteCode: 'LAM',
      domain: 'LAMWORLD',
      lastHardwareScan: '1997-11-03 09:00:00.000',
    };
    expect(value(duplicateSmsids(database))).toEqual([
      { ...line, machineName: 'CLONE' },
      { ...line, machineName: 'PC1' },
    ]);
  });

  it('stay listed after the computer is deleted, until its history and unused records are', () => {
    const database = twoComputers();
    load(database, complete(identification({ name: 'CLONE' })));
    value(deleteMachines(database, [1]));
    expect(value(duplicateSmsids(database)).map(({ lastHardwareScan }) => lastHardwareScan)).toEqual([null, null]);
    value(deleteHistoryBefore(database, monday + day));
    value(deleteUnusedRecords(database));
    expect(value(duplicateSmsids(database))).toEqual([]);
  });

  it('of data keys come where GroupMap gives out a key that is in use (Q199731); DATDUPCL deletes their rows', () => {
    const database = twoComputers();
    expect(value(duplicateDataKeys(database))).toEqual([]);
    value(database.execute('update GroupMap set NextSpecificKey = 1 where GroupKey = 3'));
    load(database, complete(pc2, disk('D', 300)));
    expect(value(duplicateDataKeys(database))).toEqual([{ table: 'Disk_SPEC', dataKeys: [1] }]);
    expect(value(deleteDuplicateDataKeys(database))).toBe(4);
    expect(rows(database, freeSpace)).toEqual([[200]]);
    expect(current(database, 1, 'Disk Index')).toEqual([]);
    expect(current(database, 2, 'Disk Index')).toEqual(['C']);
    load(database, complete(pc2, disk('E', 400)));
    expect(value(duplicateDataKeys(database))).toEqual([{ table: 'Disk_SPEC', dataKeys: [2] }]);
  });
});
