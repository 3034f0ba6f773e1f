import { describe, expect, it } from 'vitest';
import { FileWatch, longestText } from '../../../src/desk/film/camera/file-watch.ts';
import { RegistryWatch } from '../../../src/desk/film/camera/registry-watch.ts';
import { TableWatch } from '../../../src/desk/film/camera/table-watch.ts';
import { Texts } from '../../../src/desk/film/camera/texts.ts';
import { SiteDatabase, type Computer } from '../../../src/world/index.ts';
import { administrator, WorldBench } from '../../world/world-bench.ts';
import { tools } from './filmed.ts';

type Files = Computer['files'];

/** Changes with their texts written out, in short. */
function told(changes: readonly object[], texts: Texts): readonly string[] {
  const all = texts.all();
  return changes.map((change) => {
    const words = ['path', 'key', 'name', 'content', 'text', 'value'].flatMap((field) => {
      const value = (change as Record<string, unknown>)[field];
      return value === undefined ? [] : [value === null ? 'null' : (all[value as number] ?? '')];
    });
    return [...('change' in change ? [change.change] : []), ...words, ...('gone' in change ? ['gone'] : [])].join(' ');
  });
}

describe('the camera sees of files', () => {
  it.each<readonly [string, (files: Files) => void, readonly string[]]>([
    ['nothing where nothing happens', () => undefined, []],
    [
      'what is added to a log',
      (files) => files.append(administrator, 'C:\\F\\a.log', 'two'),
      ['append C:\\F\\a.log two'],
    ],
    ['what is rewritten', (files) => files.writeText(administrator, 'C:\\F\\a.log', 'new'), ['put C:\\F\\a.log new']],
    [
      'what is rewritten with more than before',
      (files) => files.writeText(administrator, 'C:\\F\\a.log', 'one more'),
      ['append C:\\F\\a.log  more'],
    ],
    ['what is deleted', (files) => files.delete(administrator, 'C:\\F\\a.log'), ['gone C:\\F\\a.log']],
    [
      'a folder that is removed, with all in it',
      (files) => files.removeFolder(administrator, 'C:\\F', { recursive: true }),
      ['gone C:\\F', 'gone C:\\F\\a.log'],
    ],
    [
      'a file under another name',
      (files) => files.move(administrator, 'C:\\F\\a.log', 'C:\\F\\b.log'),
      ['gone C:\\F\\a.log', 'put C:\\F\\b.log one'],
    ],
    [
      'a file in other letters',
      (files) => {
        files.delete(administrator, 'C:\\F\\a.log');
        files.writeText(administrator, 'C:\\F\\A.LOG', 'one');
      },
      ['put C:\\F\\A.LOG one'],
    ],
    [
      'of a long file its size only',
      (files) => files.writeText(administrator, 'C:\\F\\a.log', 'x'.repeat(longestText + 1)),
      ['put C:\\F\\a.log null'],
    ],
  ])('%s', (_name, act, expected) => {
    const computer = new WorldBench().computer('PC1');
    computer.files.createFolder(administrator, 'C:\\F');
    computer.files.writeText(administrator, 'C:\\F\\a.log', 'one');
    const texts = new Texts();
    const watch = new FileWatch(computer, 0, texts);
    act(computer.files);
    expect(told(watch.changes(false), texts)).toEqual(expected);
    expect(watch.changes(false)).toEqual([]);
  });

  it('what is added twice in one turn as the whole file', () => {
    const computer = new WorldBench().computer('PC1');
    computer.files.writeText(administrator, 'C:\\a.log', 'one');
    const texts = new Texts();
    const watch = new FileWatch(computer, 0, texts);
    computer.files.append(administrator, 'C:\\a.log', 'two');
    watch.changes(false);
    computer.files.append(administrator, 'C:\\a.log', 'three');
    expect(told(watch.changes(true), texts)).toEqual(['put C:\\a.log onetwothree']);
  });

  it('the files of a drive that was put back from a backup', () => {
    const computer = new WorldBench().computer('PC1');
    computer.files.writeText(administrator, 'C:\\a.log', 'one');
    const saved = computer.save();
    computer.files.writeText(administrator, 'C:\\a.log', 'two');
    const texts = new Texts();
    const watch = new FileWatch(computer, 0, texts);
    computer.restore(saved);
    expect(told(watch.changes(false), texts)).toEqual(['put C:\\a.log one']);
  });
});

describe('the camera sees of registries', () => {
  const key = 'HKLM\\Software\\Key';

  it.each<readonly [string, (computer: Computer) => void, readonly string[]]>([
    ['nothing where nothing happens', () => undefined, []],
    ['a value', ({ registry }) => registry.set(key, 'B', { type: 'REG_DWORD', data: 2 }), [`${key} B 2`]],
    ['a value that goes', ({ registry }) => registry.deleteValue(key, 'A'), [`${key} A gone`, `${key}  null`]],
    ['a new key', ({ registry }) => registry.createKey(`${key}\\New`), [`${key}\\New  null`]],
    [
      'a key that gets its first value',
      ({ registry }) => registry.set(`${key}\\Empty`, 'A', { type: 'REG_MULTI_SZ', data: ['x', 'y'] }),
      [`${key}\\Empty  gone`, `${key}\\Empty A x\ny`],
    ],
    [
      'a key that goes with those below it',
      ({ registry }) => registry.deleteKey(key),
      [`${key} A gone`, `${key}\\Empty  gone`],
    ],
  ])('%s', (_name, act, expected) => {
    const computer = new WorldBench().computer('PC1');
    computer.registry.set(key, 'A', { type: 'REG_SZ', data: '1' });
    computer.registry.createKey(`${key}\\Empty`);
    const texts = new Texts();
    const watch = new RegistryWatch(computer, 0, texts);
    act(computer);
    expect(told(watch.changes(), texts)).toEqual(expected);
    expect(watch.changes()).toEqual([]);
  });
});

describe('the camera sees of site databases', () => {
  it.each<readonly [string, string, readonly (readonly [rowid: number, values: readonly unknown[] | null])[]]>([
    ['nothing where nothing is written', 'select * from T', []],
    ['a new row', "insert into T values ('c', 3)", [[3, ['c', 3]]]],
    ['a row that changes', "update T set B = 9 where A = 'b'", [[2, ['b', 9]]]],
    ['nothing where a row stays as it was', "update T set B = 2 where A = 'b'", []],
    [
      'rows that go',
      'delete from T',
      [
        [1, null],
        [2, null],
      ],
    ],
    [
      'what a script does',
      "delete from T where A = 'a'; update T set B = 5",
      [
        [1, null],
        [2, ['b', 5]],
      ],
    ],
    [
      'another column',
      'alter table T add C int',
      [
        [1, ['a', 1, null]],
        [2, ['b', 2, null]],
      ],
    ],
    [
      'a table that goes',
      'drop table T',
      [
        [1, null],
        [2, null],
      ],
    ],
    ['a new table', 'create table U (X); insert into U values (7)', [[1, [7]]]],
    ['a row of a table without rowids', "insert into K values ('y', 2)", [[2, ['y', 2]]]],
    ['that such a row goes', 'delete from K', [[1, null]]],
  ])('%s', (_name, statement, expected) => {
    const database = new SiteDatabase(tools.sqlEngine, 'ABC');
    database.execute("create table T (A text, B int); insert into T values ('a', 1), ('b', 2)");
    database.execute("create table K (X text, Y int, primary key (X)) without rowid; insert into K values ('x', 1)");
    const watch = new TableWatch(database);
    watch.facts();
    database.listener = (_site, sql) => watch.hear(sql);
    database.execute(statement);
    expect(watch.changes().map(({ rowid, values }) => [rowid, values])).toEqual(expected);
    expect(watch.changes()).toEqual([]);
    database.close();
  });
});
