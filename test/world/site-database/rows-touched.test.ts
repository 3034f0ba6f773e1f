import { describe, expect, it } from 'vitest';
import { rowsTouched } from '../../../src/world/index.ts';

describe('the rows that a statement touches', () => {
  it.each([
    [
      'of an insert are named by the columns that are filled',
      "insert into T (A, B, C) values (?, 'x', ?)",
      [1, 'c'],
      { writes: true, rows: ['T.A=1', 'T.C=c', 'T *'] },
    ],
    [
      'of an update are named by old and new values',
      'update T set A = ? where B = ?',
      [null, 7],
      { writes: true, rows: ['T.B=7', 'T *'] },
    ],
    [
      'of a select are named by what is asked for, and are all where nothing is',
      'select * from T t join "U" u on u.A = t.A where t.B = ? and u.C > ?',
      ['x', 3],
      { writes: false, rows: ['T.B=x', 'U.B=x', 'T', 'U'] },
    ],
    ['of a whole select are any', 'select * from T', [], { writes: false, rows: ['T *'] }],
    [
      'of a statement without parameters may be any',
      "delete from T where A = 'x'",
      [],
      { writes: true, rows: ['T', 'T *'] },
    ],
  ])('%s', (_sentence, sql, parameters, touched) => {
    expect(rowsTouched(sql, parameters)).toEqual(touched);
  });
});
