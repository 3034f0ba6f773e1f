import { describe, expect, it } from 'vitest';
import { applyCompleteHardware, applyDeltaHardware, lastHardwareScan } from '../../../src/world/site-database/index.ts';
import { bios, day, disk, hour, monday, newDatabase, rows, value } from './site-database-fixture.ts';

const disks = 'select Index0, Size0, RevisionID from Disk_DATA order by InstanceKey';
const formerDisks = 'select Index0, Size0, RevisionID from Disk_HIST order by InstanceKey, RevisionID';

/** A database in which machine 7 reported a BIOS and two disks. */
function reported() {
  const database = newDatabase();
  value(applyCompleteHardware(database, 7, [bios('1.0'), disk(0, 100), disk(1, 200)], monday));
  return database;
}

describe('a complete report', () => {
  it('defines a class with current data, history, map rows and views when it first comes (Q322802)', () => {
    const database = newDatabase();
    const { schemaChanges } = value(applyCompleteHardware(database, 7, [bios('1.0')], monday));
    expect(schemaChanges).toEqual([
      { change: 'table', group: 'MICROSOFT|PC_BIOS|1.0', name: 'PC_BIOS_DATA' },
      { change: 'column', group: 'MICROSOFT|PC_BIOS|1.0', name: 'BIOS_Version0' },
    ]);
    expect(rows(database, "select GroupName, TableName from GroupMap where GroupClass like '%BIOS%'")).toEqual([
      ['PC BIOS', 'PC_BIOS'],
    ]);
    expect(rows(database, 'select ResourceID, RevisionID, BIOS_Version0 from v_GS_PC_BIOS')).toEqual([[7, 1, '1.0']]);
    expect(value(applyCompleteHardware(database, 8, [bios('1.0')], monday)).schemaChanges).toEqual([]);
  });

  it('stores its time as the last hardware scan', () => {
    const database = reported();
    expect(value(lastHardwareScan(database, 7))).toBe(monday);
    expect(value(lastHardwareScan(database, 8))).toBeUndefined();
  });

  it('keeps what changed as history and counts the revision up', () => {
    const database = reported();
    value(applyCompleteHardware(database, 7, [bios('1.0'), disk(0, 150), disk(1, 200)], monday + day));
    expect(rows(database, disks)).toEqual([
      [0, 150, 2],
      [1, 200, 1],
    ]);
    expect(rows(database, formerDisks)).toEqual([[0, 100, 1]]);
    expect(rows(database, 'select * from v_GH_PC_BIOS')).toEqual([]);
  });

  it('removes instances and whole classes that it does not contain, keeping them as history', () => {
    const database = reported();
    value(applyCompleteHardware(database, 7, [disk(1, 200)], monday + day));
    expect(rows(database, disks)).toEqual([[1, 200, 1]]);
    expect(rows(database, 'select * from PC_BIOS_DATA')).toEqual([]);
    expect(rows(database, 'select BIOS_Version0 from PC_BIOS_HIST')).toEqual([['1.0']]);
    value(applyCompleteHardware(database, 7, [disk(1, 200), disk(0, 300)], monday + 2 * day));
    expect(rows(database, 'select InstanceKey, Index0 from Disk_DATA order by InstanceKey')).toEqual([
      [2, 1],
      [3, 0],
    ]);
  });

  it('leaves other machines alone', () => {
    const database = reported();
    value(applyCompleteHardware(database, 8, [disk(0, 9)], monday));
    value(applyCompleteHardware(database, 7, [], monday + day));
    expect(rows(database, disks)).toEqual([[0, 9, 1]]);
  });

  it('that repeats what is stored writes the scan time alone', () => {
    const database = reported();
    const before = database.rowsWritten;
    value(applyCompleteHardware(database, 7, [bios('1.0'), disk(0, 100), disk(1, 200)], monday + day));
    expect(database.rowsWritten - before).toBe(1);
  });

  it('widens the column of a longer text and says so', () => {
    const database = reported();
    const { schemaChanges } = value(applyCompleteHardware(database, 7, [bios('x'.repeat(300))], monday + day));
    expect(schemaChanges).toEqual([
      { change: 'widened', group: 'MICROSOFT|PC_BIOS|1.0', name: 'BIOS Version', from: 255, to: 300 },
    ]);
  });

  it('whose class has the display name of another class gets tables of its own', () => {
    const database = reported();
    const namesake = { ...disk(0, 5), class: 'ACME|DISK|1.0' };
    value(applyCompleteHardware(database, 8, [namesake], monday));
    expect(rows(database, "select TableName, ViewName from GroupMap where GroupClass = 'ACME|DISK|1.0'")).toEqual([
      ['Disk_4', 'DISK_4'],
    ]);
    expect(rows(database, 'select Size0 from v_GS_DISK_4')).toEqual([[5]]);
    expect(rows(database, disks)).toHaveLength(2);
  });
});

describe('a delta', () => {
  it('adds, updates and deletes instances', () => {
    const database = reported();
    const changes = [disk(2, 300, 'add'), disk(0, 150, 'update'), disk(1, 0, 'delete')];
    expect(value(applyDeltaHardware(database, 7, changes, monday + hour)).verdict).toBe('ok');
    expect(rows(database, disks)).toEqual([
      [0, 150, 2],
      [2, 300, 1],
    ]);
    expect(rows(database, formerDisks)).toEqual([
      [0, 100, 1],
      [1, 200, 1],
    ]);
    expect(value(lastHardwareScan(database, 7))).toBe(monday + hour);
  });

  it('of a machine that never sent a complete report has no base row, even with nothing in it', () => {
    const database = newDatabase();
    expect(value(applyDeltaHardware(database, 7, [], monday)).verdict).toBe('no base row');
    expect(value(applyDeltaHardware(database, 7, [disk(0, 1, 'add')], monday)).verdict).toBe('no base row');
    expect(rows(database, "select * from sqlite_schema where name = 'Disk_DATA'")).toEqual([]);
  });

  it.each([
    { name: 'updates a row that does not exist', change: disk(9, 1, 'update'), verdict: 'no base row' },
    { name: 'deletes a row that does not exist', change: disk(9, 1, 'delete'), verdict: 'no base row' },
    { name: 'adds a row that exists with other data', change: disk(0, 1, 'add'), verdict: 'conflict' },
  ])('that $name changes nothing at all', ({ change, verdict }) => {
    const database = reported();
    const all = [disk(2, 300, 'add'), { ...disk(3, 1, 'add'), class: 'NEW|CLASS|1.0' }, change];
    expect(value(applyDeltaHardware(database, 7, all, monday + day))).toEqual({
      verdict,
      group: 'MICROSOFT|DISK|1.0',
      schemaChanges: [],
    });
    expect(rows(database, disks)).toHaveLength(2);
    expect(value(lastHardwareScan(database, 7))).toBe(monday);
    expect(value(applyDeltaHardware(database, 7, all.slice(0, 2), monday + day)).verdict).toBe('ok');
  });

  it('that adds what is stored just so is no conflict', () => {
    expect(value(applyDeltaHardware(reported(), 7, [disk(0, 100, 'add')], monday + day)).verdict).toBe('ok');
  });

  it('without a pragma adds or updates, whichever fits', () => {
    const database = reported();
    expect(value(applyDeltaHardware(database, 7, [disk(0, 5), disk(4, 6)], monday + day)).verdict).toBe('ok');
    expect(rows(database, 'select Index0, Size0 from Disk_DATA order by Index0')).toEqual([
      [0, 5],
      [1, 200],
      [4, 6],
    ]);
  });

  it('without changes costs one statement and one row', () => {
    const database = reported();
    const before = { rows: database.rowsWritten, statements: database.statements };
    value(applyDeltaHardware(database, 7, [], monday + day));
    expect(database.rowsWritten - before.rows).toBe(1);
    expect(database.statements - before.statements).toBe(1);
  });
});
