import { describe, expect, it } from 'vitest';
import {
  applyCompleteHardware,
  applyCompleteSoftware,
  applyDeltaHardware,
  deleteAgedStatusMessages,
  deleteInventoryOfUnassigned,
  deleteResource,
  findResource,
  insertStatusMessage,
  lastHardwareScan,
  setAssignedSites,
  SiteDatabase,
  statusMessages,
  storeSite,
  upsertDiscovery,
} from '../../../src/world/site-database/index.ts';
import type { StatusMessage } from '../../../src/world/formats/index.ts';
import type { SqlEngine } from '../../../src/world/site-database/index.ts';
import * as fixture from './site-database-fixture.ts';
import { bios, day, disk, engine, monday, newDatabase, program, record, rows, value } from './site-database-fixture.ts';

describe('a user', () => {
  it('selects with columns in the order asked for, parameters, and texts in double quotes', () => {
    const database = newDatabase();
    upsertDiscovery(database, record({ name: 'PC1' }));
    const select = 'select Name0, ItemKey, "x" as "2", Name0 as "1" from System_DISC where ItemKey = ?';
    expect(value(database.query(select, [1]))).toEqual({
      columns: ['Name0', 'ItemKey', '2', '1'],
      rows: [['PC1', 1, 'x', 'PC1']],
    });
  });

  it.each([
    ['select * from User_Information_DATA', 208, "Invalid object name 'User_Information_DATA'."],
    ['selec 1', 10007, 'near "selec": syntax error'],
    ['delete from Sites', 10007, 'attempt to write a readonly database'],
    [
      "select datetime('now')",
      10007,
      'datetime is not available: times are stored as texts that compare and cut like texts',
    ],
    ['select random()', 10007, 'random is not available: times are stored as texts that compare and cut like texts'],
  ])('is told what is wrong with %s', (sql, number, message) => {
    expect(newDatabase().query(sql)).toEqual({ ok: false, failure: { number, message } });
  });

  it('executes several statements, all or none', () => {
    const database = newDatabase();
    const insert = (code: string) => `insert into Sites values ('${code}', 'Name', 'SERVER', '')`;
    expect(database.execute(`${insert('ABC')}; ${insert('XYZ')};`)).toEqual({ ok: true, value: undefined });
    expect(database.execute(`${insert('DEF')}; ${insert('ABC')}`)).toMatchObject({
      ok: false,
      failure: { number: 2627 },
    });
    expect(rows(database, 'select SiteCode from Sites order by SiteCode')).toEqual([['ABC'], ['XYZ']]);
  });

  it('may change what components keep in mind', () => {
    const database = newDatabase();
    value(applyCompleteHardware(database, 7, [disk(0, 1)], monday));
    value(database.execute('drop view v_GS_DISK; drop view v_GH_DISK; drop table Disk_DATA; drop table Disk_HIST;'));
    const failed = applyCompleteHardware(database, 7, [disk(0, 2)], monday + day);
    expect(failed).toEqual({ ok: false, failure: { number: 208, message: "Invalid object name 'Disk_DATA'." } });
    value(
      database.execute("delete from GroupMap where GroupName = 'Disk'; delete from AttributeMap where GroupKey = 2"),
    );
    expect(value(applyCompleteHardware(database, 7, [disk(0, 2)], monday + day)).schemaChanges).toHaveLength(3);
  });
});

describe('SQL tracing', () => {
  it('shows each statement on one line with its values, texts in double quotes (Q249582)', () => {
    const database = newDatabase();
    const lines: string[] = [];
    database.traced(
      (sql) => lines.push(sql),
      () => applyDeltaHardware(database, 7, [], monday),
    );
    expect(lines).toEqual([
      'begin transaction',
      'update WorkstationStatus_DATA set RevisionID = RevisionID + 1, TimeKey = "1999-11-15 09:00:00.000", ' +
        'LastHWScan = "1999-11-15 09:00:00.000" where MachineID = 7',
      'rollback transaction',
    ]);
    applyDeltaHardware(database, 7, [], monday);
    expect(lines).toHaveLength(3);
  });
});

describe('an outage', () => {
  it('fails reads and writes of components; a user still sees the rows', () => {
    const database = newDatabase();
    value(applyCompleteHardware(database, 7, [disk(0, 1)], monday));
    database.state = 'offline';
    const failure = { number: 17, message: 'SQL Server does not exist or access denied.' };
    expect(lastHardwareScan(database, 7)).toEqual({ ok: false, failure });
    expect(applyDeltaHardware(database, 7, [], monday + day)).toEqual({ ok: false, failure });
    expect(rows(database, 'select Size0 from Disk_DATA')).toEqual([[1]]);
    database.state = 'online';
    expect(value(applyDeltaHardware(database, 7, [], monday + day)).verdict).toBe('ok');
  });

  it('of the log lets components read and fails what they write', () => {
    const database = newDatabase();
    value(applyCompleteHardware(database, 7, [disk(0, 1)], monday));
    database.state = 'log full';
    const failure = { number: 9002, message: "The log file for database 'SMS_ABC' is full." };
    expect(applyCompleteHardware(database, 7, [bios('2')], monday + day)).toEqual({ ok: false, failure });
    expect(value(lastHardwareScan(database, 7))).toBe(monday);
    database.state = 'online';
    expect(value(applyCompleteHardware(database, 7, [bios('2')], monday + day)).verdict).toBe('ok');
  });
});

describe('transactions', () => {
  it('within another fail with the whole', () => {
    const database = newDatabase();
    const outcome = database.transaction(() => {
      storeSite(database, { code: 'ABC', name: 'Site', server: 'SERVER' });
      return applyDeltaHardware(database, 7, [disk(0, 1)], monday);
    });
    expect(value(value(outcome)).verdict).toBe('no base row');
    expect(rows(database, 'select * from Sites')).toEqual([]);
    value(storeSite(database, { code: 'ABC', name: 'Site', server: 'SERVER' }));
    expect(rows(database, 'select * from v_Site')).toEqual([['ABC', 'Site', 'SERVER', '']]);
  });

  it('let errors of ours pass', () => {
    expect(() =>
      newDatabase().transaction(() => {
        throw new TypeError('bug');
      }),
    ).toThrow('bug');
  });
});

describe('sort order', () => {
  it('is case-insensitive unless asked otherwise, and saved with the database', () => {
    const sensitive = new SiteDatabase(engine, 'ABC', { sortOrder: 'case-sensitive' });
    for (const database of [newDatabase(), sensitive]) {
      upsertDiscovery(database, record({ name: 'PC1', guid: 'GUID:A' }));
    }
    expect(value(findResource(sensitive, { name: 'pc1' }))).toBeUndefined();
    expect(value(findResource(sensitive, { guid: 'guid:a' }))?.resourceId).toBe(1);
    expect(new SiteDatabase(engine, 'ABC', { image: sensitive.save() }).sortOrder).toBe('case-sensitive');
    expect(newDatabase().sortOrder).toBe('case-insensitive');
  });

  it('can change under the stored rows', () => {
    const database = newDatabase();
    const id = fixture.discovered(database, upsertDiscovery(database, record({ name: 'PC1', guid: 'GUID:A' })));
    value(applyCompleteHardware(database, id, [bios('x')], monday));
    value(
      deleteResource(database, fixture.discovered(database, upsertDiscovery(database, record({ name: 'PC2' }))), {
        keepSoftware: true,
      }),
    );
    value(database.changeSortOrder('case-sensitive'));
    expect(value(findResource(database, { name: 'pc1' }))).toBeUndefined();
    expect(rows(database, "select BIOS_Version0 from v_GS_PC_BIOS where BIOS_Version0 = 'X'")).toEqual([]);
    expect(fixture.discovered(database, upsertDiscovery(database, record({ name: 'pc1' })))).toBe(3);
    value(database.changeSortOrder('case-insensitive'));
    expect(value(findResource(database, { name: 'pc1' }))?.resourceId).toBe(1);
    expect(rows(database, "select BIOS_Version0 from v_GS_PC_BIOS where BIOS_Version0 = 'X'")).toEqual([['x']]);
  });

  it('cannot change where keys would become equal', () => {
    const database = new SiteDatabase(engine, 'ABC', { sortOrder: 'case-sensitive' });
    for (const code of ['abc', 'ABC']) value(storeSite(database, { code, name: 'Site', server: 'SERVER' }));
    expect(database.changeSortOrder('case-insensitive')).toMatchObject({ ok: false, failure: { number: 2627 } });
    expect(database.sortOrder).toBe('case-sensitive');
    expect(rows(database, 'select SiteCode from Sites order by SiteCode')).toEqual([['ABC'], ['abc']]);
  });
});

it('a saved image brings back tables, rows and what components may do next', () => {
  const database = newDatabase();
  value(applyCompleteHardware(database, 7, [disk(0, 1)], monday));
  const image = database.save();
  value(applyDeltaHardware(database, 7, [disk(1, 2, 'add')], monday + day));
  database.restore(image);
  expect(rows(database, 'select Index0 from Disk_DATA')).toEqual([[0]]);
  expect(database.query('select random()').ok).toBe(false);
  expect(value(applyDeltaHardware(database, 7, [disk(1, 2, 'add')], monday + day)).verdict).toBe('ok');
  const inTransaction = () => database.transaction(() => database.save());
  expect(inTransaction).toThrow('between transactions');
});

const message: StatusMessage = {
  module: 'SMS Server',
  component: 'SMS_INVENTORY_DATA_LOADER',
  machine: 'SMSSRV1',
  siteCode: 'ABC',
  id: 2703,
  severity: 'E',
  type: 'M',
  processId: 99,
  threadId: 472,
  time: monday,
  inserts: ['A.MIF', 'C:\\SMS\\inboxes\\dataldr.box\\BADMIFS\\B.MIF'],
};

describe('status messages', () => {
  it('come back as they were stored, in that order, filtered by any of their marks', () => {
    const database = newDatabase();
    expect(value(insertStatusMessage(database, message))).toBe(1);
    insertStatusMessage(database, { ...message, id: 3703, severity: 'W', inserts: [], time: monday + day });
    expect(value(statusMessages(database))).toHaveLength(2);
    expect(value(statusMessages(database, { id: 2703, component: 'sms_inventory_data_loader' }))).toEqual([
      { ...message, recordId: 1 },
    ]);
    expect(value(statusMessages(database, { severity: 'W' })).map(({ id }) => id)).toEqual([3703]);
    expect(value(statusMessages(database, { until: monday + day, siteCode: 'ABC' })).map(({ id }) => id)).toEqual([
      2703,
    ]);
    expect(value(statusMessages(database, { since: monday + day, machine: 'SMSSRV1' })).map(({ id }) => id)).toEqual([
      3703,
    ]);
  });

  it('are deleted by age with their strings', () => {
    const database = newDatabase();
    insertStatusMessage(database, message);
    expect(value(deleteAgedStatusMessages(database, monday))).toBe(0);
    expect(value(deleteAgedStatusMessages(database, monday + 1))).toBe(1);
    expect(rows(database, 'select * from StatusMessageInsStrs')).toEqual([]);
  });
});

/** A workload that touches every operation; what it answers and what it leaves in every table. */
function workload(with_: SqlEngine) {
  const database = new SiteDatabase(with_, 'ABC');
  const answers: unknown[] = [];
  for (let client = 1; client <= 12; client++) {
    const subnets = ['10.3.0.0', '10.1.0.0'];
    const name = `PC${client % 9}`;
    answers.push(upsertDiscovery(database, record({ name, guid: `GUID:${client}`, adapters: ['02', '01'], subnets })));
    answers.push(upsertDiscovery(database, record({ name, subnets: ['10.2.0.0'], time: monday + client * day })));
    answers.push(applyCompleteHardware(database, client, [disk(1, 1), disk(0, client), bios('a')], monday));
    answers.push(applyDeltaHardware(database, client, [disk(1, 2, 'update'), disk(client, 3, 'add')], monday + day));
    const files = ['C.EXE', 'A.EXE', `F${client}.EXE`].map((file) => program(file));
    answers.push(applyCompleteSoftware(database, client, files, { cycleStart: monday, appliedAt: monday }));
    answers.push(insertStatusMessage(database, { ...message, inserts: ['b', 'a'] }));
    if (client % 2 === 0) answers.push(setAssignedSites(database, client, ['XYZ', 'ABC']));
  }
  answers.push(deleteInventoryOfUnassigned(database), deleteResource(database, 2, { keepSoftware: false }));
  answers.push(statusMessages(database), database.changeSortOrder('case-sensitive'));
  const tables = rows(database, "select name from sqlite_schema where type in ('table', 'view') order by name");
  const content = tables.map(([table]) => {
    const { columns } = value(database.query(`select * from ${table}`));
    const order = columns.map((_, index) => index + 1).join(', ');
    return [table, rows(database, `select * from ${table} order by ${order}`)];
  });
  return { answers, content };
}

it('gives the same answers and rows when unordered selects are turned round', () => {
  const turned = new SiteDatabase(fixture.reversedEngine, 'ABC');
  value(turned.execute('create table T (a); insert into T values (1), (2)'));
  expect(rows(turned, 'select a from T')).toEqual([[2], [1]]);
  expect(workload(fixture.reversedEngine)).toEqual(workload(engine));
});
