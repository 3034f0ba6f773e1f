import { describe, expect, it } from 'vitest';
import { printDiagnostic } from '../../src/scenario/diagnostics.ts';
import { closest } from '../../src/scenario/did-you-mean.ts';
import { Source } from '../../src/scenario/source.ts';

describe('a file that is not sound YAML', () => {
  it.each([
    ['an open list', 'a: [1\n', 'SM001'],
    ['a key twice', 'a: 1\na: 2\n', 'SM001'],
    ['an alias without an anchor', 'a: *nowhere\n', 'SM002'],
    ['an alias of what it stands in', 'a: &loop [*loop]\n', 'SM002'],
    ['a list', '- a list\n', 'SM003'],
    ['nothing', '', 'SM003'],
    ['3,000 open brackets', `a: ${'['.repeat(3000)}`, 'SM001'],
    ['a list 100 deep', `a: ${'[ '.repeat(100)}1${' ]'.repeat(100)}`, 'SM001'],
    [
      'aliases that multiply',
      `a: &a [${'x, '.repeat(50)}]\nb: &b [${'*a, '.repeat(50)}]\nc: [${'*b, '.repeat(50)}]\n`,
      'SM001',
    ],
  ])('%s has no value', (_what, text, code) => {
    const source = new Source('x.yaml', text);
    expect(source.value).toBeUndefined();
    expect(source.diagnostics[0]?.code).toBe(code);
  });
});

it('has a diagnostic for a tag that YAML 1.2 does not know, and is read on', () => {
  const source = new Source('x.yaml', 'a: !strange x\n');
  expect(source.value).toEqual({ a: 'x' });
  expect(source.diagnostics.map((d) => d.code)).toEqual(['SM001']);
});

describe('the place of a value', () => {
  const source = new Source('x.yaml', 'a:\n  - b: &x { c: 12 }\n  - *x\n2.0: y\n');

  it.each([
    [['a', 0, 'b', 'c'], 'value', 2, 16, 2],
    [['a', 0, 'b', 'c'], 'key', 2, 13, 1],
    [['a', 1, 'c'], 'value', 2, 16, 2],
    [['2.0'], 'key', 4, 1, 3],
    [['a', 0, 'b', 'missing'], 'value', 2, 11, 1],
  ] as const)('%j (%s) is line %i, column %i', (path, at, line, column, length) => {
    expect(source.placeOf(path, at)).toEqual({ line, column, length });
  });
});

it('prints a diagnostic with its line, a caret below the place and the suggestion', () => {
  const source = new Source('scenarios/x.yaml', 'steps:\n  - write: { on: PC1, readonly: true }\n');
  source.report('SM012', '"write" has no argument readonly', ['steps', 0, 'write', 'readonly'], {
    at: 'key',
    hint: 'did you mean "read-only"?',
  });
  expect(source.diagnostics.map(printDiagnostic)).toEqual([
    [
      'SM012 "write" has no argument readonly',
      '  scenarios/x.yaml:2:23',
      '   2 |   - write: { on: PC1, readonly: true }',
      '     |                       ^^^^^^^^ did you mean "read-only"?',
    ].join('\n'),
  ]);
});

it('shows only the part around the place of a very long line', () => {
  const source = new Source('x.yaml', `a: ${'x'.repeat(500)}\n`);
  source.report('SM015', 'too long', ['a']);
  for (const line of source.diagnostics.map(printDiagnostic).join('\n').split('\n'))
    expect(line.length).toBeLessThan(220);
});

it.each([
  ['readonly', ['read-only', 'write'], 'read-only'],
  ['tims', ['times', 'name'], 'times'],
  ['SMSNTCL18', ['SMSNTCLI8', 'SMSSRV1'], 'SMSNTCLI8'],
  ['hello', ['times', 'name'], undefined],
])('the closest word to %s among %j is %s', (given, known, expected) => {
  expect(closest(given, known)).toBe(expected);
});
