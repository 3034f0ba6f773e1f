import { describe, expect, it } from 'vitest';
import { definedGroups, deleteGroupClass, widenAttribute } from '../../../src/world/index.ts';
import type { InventoryReport, LoadOptions, SiteDatabase } from '../../../src/world/index.ts';
import * as fixture from './sms12-database-fixture.ts';
import {
  complete,
  current,
  custom,
  disk,
  former,
  identification,
  load,
  newDatabase,
  resync,
  rows,
  value,
} from './sms12-database-fixture.ts';

const pc1 = identification();
const myTest = 'GROUPTEST|MYTEST|1.0';

/** A database in which PC1 reported a custom group. */
function reported() {
  const database = newDatabase();
  load(database, complete(pc1, custom({ Asset: 'A1', Size: 1 })));
  return database;
}

/** Loads a report that is refused, and sees that nothing of it is stored. */
function refused(database: SiteDatabase, report: InventoryReport, options: Partial<LoadOptions> = {}) {
  const image = database.save();
  const loaded = load(database, report, options);
  expect(database.save()).toEqual(image);
  return loaded;
}

describe('an attribute', () => {
  it.each([
    ['a text where there is a number', { Size: 'big' }, 'Size'],
    ['a number where there is a text', { Asset: 7 }, 'Asset'],
  ])('that is %s conflicts with the defined type (Q192922)', (_sentence, attributes, attribute) => {
    const report = complete(identification({ name: 'RENAMED' }), disk('C', 1), custom(attributes));
    expect(refused(reported(), report)).toEqual({ verdict: 'type conflict', class: myTest, attribute });
  });

  it('without a value conflicts with nothing, and has no column before it has one', () => {
    const database = reported();
    load(database, complete(pc1, custom({ Asset: null, Size: null, Room: null })));
    expect(rows(database, 'select * from My_Test_SPEC order by datakey')).toEqual([
      [1, 'A1', 1],
      [2, null, null],
    ]);
    load(database, complete(pc1, custom({ Room: 12 })));
    expect(current(database, 1, 'Room')).toEqual([12]);
  });

  it('that comes later has its column from then on', () => {
    const database = reported();
    load(database, complete(pc1, custom({ Asset: 'A1', Size: 1, Room: '12' })));
    expect(current(database, 1, 'Room')).toEqual(['12']);
    expect(former(database, 1, 'Room')).toEqual([null]);
  });

  it('in another case is another one before SP4, and AttributeMap has it already (Q185913)', () => {
    const report = complete(pc1, custom({ ASSET: 'A2' }));
    const exact = { attributeNames: 'exact' } as const;
    const verdict = { verdict: 'already in AttributeMap', class: myTest, attribute: 'ASSET' };
    expect(refused(reported(), report, exact)).toEqual(verdict);
    const database = reported();
    load(database, report);
    expect(current(database, 1, 'Asset')).toEqual(['A2']);
  });

  it('longer than it was declared is cut', () => {
    const database = newDatabase();
    const declared = { Asset: { type: 'String', length: 4, storage: 'Common' } } as const;
    load(database, complete(pc1, { ...custom({ Asset: 'A234567' }), declarations: declared }));
    expect(rows(database, 'select Asset0 from My_Test_COMM')).toEqual([['A234']]);
    load(database, complete(pc1, custom({ Asset: 'A23499' })));
    expect(rows(database, 'select * from MachineDataHistoryTable')).toEqual([]);
  });

  it('is cut at 40 characters until the converter of a service pack widens its column (Q164890, Q175764)', () => {
    const database = newDatabase();
    const rest = { class: 'MICROSOFT|SOFTWARE|1.0', name: 'Packages', keys: ['Package ID'] };
    const software = (name: string) => ({ ...rest, attributes: { 'Package ID': 1, 'Software Name': name } });
    load(database, complete(pc1, software('x'.repeat(60))));
    expect(current(database, 1, 'Software Name')).toEqual(['x'.repeat(40)]);
    expect(value(widenAttribute(database, rest.class, 'Software Name', 128))).toBe(true);
    load(database, complete(pc1, software('x'.repeat(60))));
    expect(current(database, 1, 'Software Name')).toEqual(['x'.repeat(60)]);
    expect(value(widenAttribute(database, rest.class, 'No Such Name', 128))).toBe(false);
  });

  it('whose column has the name of another one gets a column of its own', () => {
    const database = newDatabase();
    load(database, complete(pc1, custom({ 'Free (%)': 1, 'Free (#)': 2 })));
    expect(rows(database, 'select ColumnName from AttributeMap where GroupKey = 3 order by rowid')).toEqual([
      ['Free____0'],
      ['Free____0_1'],
    ]);
    expect(current(database, 1, 'Free (#)')).toEqual([2]);
  });
});

describe('a group', () => {
  it('whose display name another class has gets tables of its own', () => {
    const database = reported();
    load(database, complete(pc1, { ...custom({ Asset: 'B1' }), class: 'ACME|MYTEST|1.0' }));
    const tables = "select SpecificTableName from GroupMap where GroupName = 'My Test' order by GroupKey";
    expect(rows(database, tables)).toEqual([['My_Test_SPEC'], ['My_Test_4_SPEC']]);
    expect(current(database, 1, 'Asset')).toEqual(['A1', 'B1']);
  });
});

describe('a row', () => {
  const words = Object.fromEntries(
    Array.from({ length: 8 }, (_, index) => [`Field ${index}`, 'x'.repeat(index < 7 ? 255 : 173)]),
  );

  it('of 1,962 bytes is stored', () => {
    expect(load(newDatabase(), complete(pc1, custom(words)))).toMatchObject({ verdict: 'loaded' });
  });

  it('of more is refused after SQL Server saw the statement (Q226891)', () => {
    const database = newDatabase();
    load(database, complete(pc1));
    const lines: string[] = [];
    const loaded = database.traced(
      (line) => lines.push(line),
      () => refused(database, complete(pc1, custom({ ...words, Last: 1 }))),
    );
    const message = 'Updated or inserted row is bigger than maximum size (1962 bytes) allowed for this table.';
    expect(loaded).toMatchObject({ verdict: 'row too long', class: myTest, table: 'My_Test_SPEC', message });
    expect(lines).toContain('statement' in loaded ? loaded.statement : '');
  });
});

describe('a group class that Database Manager deleted', () => {
  it('is gone with all its data', () => {
    const database = reported();
    load(database, complete(pc1, custom({ Asset: 'A2' })));
    expect(value(deleteGroupClass(database, 'grouptest|mytest|1.0'))).toBe(true);
    expect(current(database, 1, 'Asset')).toEqual([]);
    expect(rows(database, 'select GroupKey from MachineDataHistoryTable')).toEqual([]);
    expect(database.query('select * from My_Test_SPEC')).toMatchObject({ ok: false, failure: { number: 208 } });
    expect(value(deleteGroupClass(database, myTest))).toBe(false);
    expect(value(deleteGroupClass(database, 'MICROSOFT|IDENTIFICATION|1.0'))).toBe(false);
  });

  it('is not made again while the Executive remembers its tables (Q168093)', () => {
    const database = reported();
    const known = value(definedGroups(database));
    value(deleteGroupClass(database, myTest));
    expect(refused(database, resync(pc1, custom({ Asset: 'A1' })), { known })).toEqual({
      verdict: 'column not added',
      class: myTest,
      attribute: 'Asset',
      table: 'My_Test_SPEC',
      message: "Invalid object name 'My_Test_SPEC'.",
    });
    load(database, resync(pc1, custom({ Asset: 'A1' })), { known: value(definedGroups(database)) });
    expect(current(database, 1, 'Asset')).toEqual(['A1']);
  });

  it('makes deltas that change it ask for a resync (Q175526)', () => {
    const database = reported();
    value(deleteGroupClass(database, myTest));
    const delta = complete(pc1, { ...custom({ Asset: 'A2' }), pragma: 'SMS:Update' });
    expect(load(database, delta)).toMatchObject({ verdict: 'mismatch', mismatches: [{ class: myTest }] });
  });

  it('may have another definition afterwards', () => {
    const database = reported();
    value(deleteGroupClass(database, myTest));
    load(database, complete(pc1, custom({ Asset: 7 })));
    expect(current(database, 1, 'Asset')).toEqual([7]);
  });
});

describe('the classes that the Data Loader knows', () => {
  it('are those of the database and those of the reports since', () => {
    const database = newDatabase();
    const known = value(definedGroups(database));
    expect(known.map(({ name }) => name)).toEqual(['Identification', 'Workstation Status']);
    const loaded = load(database, complete(pc1, custom({ Asset: 'A1' })), { known });
    expect('known' in loaded ? loaded.known : []).toEqual(value(definedGroups(database)));
    expect(fixture.load(database, complete(pc1, custom({ Asset: 'A2' })), { known })).toMatchObject({
      verdict: 'loaded',
    });
  });
});
