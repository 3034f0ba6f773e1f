import { describe, expect, it } from 'vitest';
import { createViews, SiteDatabase, sms12Schema, storedEvents, storeEvent } from '../../../src/world/index.ts';
import {
  complete,
  disk,
  engine,
  identification,
  load,
  monday,
  newDatabase,
  rows,
  status,
  value,
} from './sms12-database-fixture.ts';

const tableNames = "select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name";

function tablesOf(database: SiteDatabase) {
  return rows(database, tableNames).map(([name]) => name);
}

describe('a new site database', () => {
  it('has the tables of its product and none of the other, whichever was made first', () => {
    expect(tablesOf(newDatabase())).toEqual([
      'ArchitectureMap',
      'AttributeMap',
      'GroupMap',
      'Identification_COMM',
      'Identification_SPEC',
      'Jobs',
      'MachineDataHistoryTable',
      'MachineDataTable',
      'Machines',
      'SMSEvent',
      'WorkstationStatus',
    ]);
    expect(tablesOf(new SiteDatabase(engine, 'ABC'))).toContain('System_DISC');
    expect(tablesOf(new SiteDatabase(engine, 'ABC'))).not.toContain('MachineDataTable');
    expect(tablesOf(newDatabase())).not.toContain('System_DISC');
  });

  it('knows Identification and Workstation Status of the architecture Personal Computer', () => {
    const groups = 'select GroupKey, GroupName, CommonTableName, SpecificTableName from GroupMap';
    expect(rows(newDatabase(), `${groups} where ArchitectureKey = 5 order by GroupKey`)).toEqual([
      [1, 'Identification', 'Identification_COMM', 'Identification_SPEC'],
      [2, 'Workstation Status', null, 'WorkstationStatus'],
    ]);
  });

  it('is saved, restored and sorted anew with its computers', () => {
    const database = newDatabase();
    load(database, complete(identification(), disk('C', 100)));
    const image = database.save();
    expect(value(database.changeSortOrder('case-sensitive'))).toBeUndefined();
    expect(rows(database, "select Name0 from Identification_SPEC where Name0 = 'pc1'")).toEqual([]);
    database.restore(image);
    expect(rows(database, "select Name0 from Identification_SPEC where Name0 = 'pc1'")).toEqual([['PC1']]);
    const copy = new SiteDatabase(engine, 'LAM', { image, schema: sms12Schema });
    expect(rows(copy, 'select Disk_Index0 from Disk_SPEC')).toEqual([['C']]);
  });

  it('keeps events for the SMS Event Viewer', () => {
    const database = newDatabase();
    const component = 'SMS_INVENTORY_DATA_LOADER';
    const event = { id: 186, time: monday, siteCode: 'LAM', machineName: 'LAMJAM', component, text: 'A resync' };
    value(storeEvent(database, event));
    expect(value(storedEvents(database))).toEqual([event]);
  });
});

describe('SMSVIEW', () => {
  it('makes a view for each group that there is, its columns in the order of their attributes (Q133253)', () => {
    const database = newDatabase();
    load(database, complete(identification(), status(monday), disk('C', 100)));
    expect(value(createViews(database))).toEqual(['vIdentification', 'vWorkstationStatus', 'vDisk', 'vGroupNames']);
    expect(value(database.query('select * from vDisk'))).toEqual({
      columns: ['dwMachineID', 'Disk_Index0', 'File_System0', 'Free_Storage__MByte_0'],
      rows: [[1, 'C', 'FAT', 100]],
    });
    expect(rows(database, 'select dwMachineID, SMSID0 from vIdentification')).toEqual([[1, 'LAM00001']]);
    expect(rows(database, 'select LastHWScan from vWorkstationStatus')).toEqual([['1997-11-03 09:00:00.000']]);
    expect(rows(database, 'select GroupName from vGroupNames order by GroupName')).toEqual([
      ['Disk'],
      ['Identification'],
      ['Workstation Status'],
    ]);
    load(database, complete(identification({ name: 'PC2', smsid: 'LAM00002', netCardId: '00:BB' })));
    expect(value(createViews(database))).toHaveLength(4);
  });
});
