import { describe, expect, it } from 'vitest';
import {
  applyCompleteSoftware,
  applyDeltaSoftware,
  softwareStatus,
  storeCollectedFile,
} from '../../../src/world/site-database/index.ts';
import { day, monday, newDatabase, program, rows, value } from './site-database-fixture.ts';

const files = 'select FileName, FileCount from v_GS_SoftwareFile where ResourceID = 7 order by FileName';
const at = (time: number) => ({ cycleStart: time, appliedAt: time + 60_000 });

/** A database in which client 7 reported two files. */
function reported() {
  const database = newDatabase();
  value(applyCompleteSoftware(database, 7, [program('A.EXE'), program('B.EXE')], at(monday)));
  return database;
}

describe('a complete report', () => {
  it('replaces all that the client had', () => {
    const database = reported();
    expect(value(applyCompleteSoftware(database, 7, [program('C.EXE')], at(monday + day)))).toBe('ok');
    expect(rows(database, files)).toEqual([['C.EXE', 1]]);
  });

  it('is applied however old it is', () => {
    const database = reported();
    expect(value(applyCompleteSoftware(database, 7, [program('C.EXE')], at(monday - day)))).toBe('ok');
    expect(value(softwareStatus(database, 7))).toEqual(at(monday - day));
  });

  it('shares files and products with other clients, whatever the case of their names', () => {
    const database = reported();
    value(applyCompleteSoftware(database, 8, [program('a.exe'), program('A.EXE', 2000)], at(monday)));
    expect(rows(database, 'select FileName, FileSize from SoftwareFile order by FileID')).toEqual([
      ['A.EXE', 1000],
      ['B.EXE', 1000],
      ['A.EXE', 2000],
    ]);
    expect(rows(database, 'select ProductName from SoftwareProduct')).toEqual([['Windows NT']]);
  });

  it('holds files without a version header, too', () => {
    const database = newDatabase();
    const { product: _, ...unknown } = program('GAME.EXE');
    value(applyCompleteSoftware(database, 7, [unknown], at(monday)));
    expect(rows(database, 'select FileName, ProductName from v_GS_SoftwareFile')).toEqual([['GAME.EXE', null]]);
  });
});

describe('a delta', () => {
  it('adds, updates and deletes files', () => {
    const database = reported();
    const changes = [
      { action: 'add', file: program('C.EXE') },
      { action: 'update', file: { ...program('A.EXE'), count: 5 } },
      { action: 'delete', file: program('B.EXE') },
    ] as const;
    expect(value(applyDeltaSoftware(database, 7, changes, at(monday + day)))).toBe('ok');
    expect(rows(database, files)).toEqual([
      ['A.EXE', 5],
      ['C.EXE', 1],
    ]);
    expect(value(softwareStatus(database, 7))).toEqual(at(monday + day));
  });

  it('of a client without stored inventory has no base (Q281107)', () => {
    const database = newDatabase();
    expect(value(applyDeltaSoftware(database, 7, [], at(monday)))).toBe('no base');
    expect(value(softwareStatus(database, 7))).toBeUndefined();
  });

  it.each([0, -day])('that began %i ms after the last applied one is out of date and changes nothing', (after) => {
    const database = reported();
    const change = { action: 'delete', file: program('A.EXE') } as const;
    expect(value(applyDeltaSoftware(database, 7, [change], at(monday + after)))).toBe('out of date');
    expect(rows(database, files)).toHaveLength(2);
  });

  it.each(['update', 'delete'] as const)(
    'that wants to %s a file the client does not have changes nothing',
    (action) => {
      const database = reported();
      value(applyCompleteSoftware(database, 8, [program('Z.EXE')], at(monday)));
      for (const missing of ['Z.EXE', 'UNKNOWN.EXE']) {
        const changes = [
          { action: 'add', file: program('C.EXE') },
          { action, file: program(missing) },
        ] as const;
        expect(value(applyDeltaSoftware(database, 7, changes, at(monday + day)))).toBe('no base');
      }
      expect(rows(database, files)).toHaveLength(2);
      const again = [{ action: 'add', file: program('C.EXE') }] as const;
      expect(value(applyDeltaSoftware(database, 7, again, at(monday + day)))).toBe('ok');
      expect(rows(database, files)).toHaveLength(3);
    },
  );
});

it('the newest copies of a collected file are noted with the place where the server keeps them', () => {
  const database = newDatabase();
  const copy = { path: 'C:\\BOOT.INI', size: 200, modified: monday, collected: monday };
  const dropped = [1, 2, 3].map((number) =>
    value(storeCollectedFile(database, 7, { ...copy, localPath: `\\\\SRV\\${number}.INI` }, 2)),
  );
  expect(dropped).toEqual([[], [], ['\\\\SRV\\1.INI']]);
  expect(rows(database, 'select ResourceID, FileName, RevisionID, LocalFilePath from v_GS_CollectedFile')).toEqual([
    [7, 'BOOT.INI', 2, '\\\\SRV\\2.INI'],
    [7, 'BOOT.INI', 3, '\\\\SRV\\3.INI'],
  ]);
});
