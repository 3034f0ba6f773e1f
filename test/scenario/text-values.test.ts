import { expect, it } from 'vitest';
import { instantOf } from '../../src/kernel/index.ts';
import { formatTime, unresolvedNames, withParameters, withRunValues } from '../../src/scenario/text-values.ts';

const now = instantOf({ year: 1999, month: 11, day: 15, hour: 9, minute: 5, second: 7 });
const run = { now, start: now - 3600_000, seed: 7, release: '2.0 SP1' };

it.each([
  ['${now | YYYY/MM/DD hh:mm.ss}', '1999/11/15 09:05.07'],
  ['${now - 61d | YYYY/MM/DD hh:mm.ss}', '1999/09/15 09:05.07'],
  ['at ${now + 1h 30m | hh:mm}!', 'at 10:35!'],
  ['${start}', '1999-11-15 08:05:07.000'],
  ['seed ${seed} on ${release}', 'seed 7 on 2.0 SP1'],
  ['${now | ddd DD MMM YY}', 'Mon 15 Nov 99'],
  ['no values', 'no values'],
])('%s becomes %s', (text, expected) => {
  expect(withRunValues({ a: [text] }, run)).toEqual({ a: [expected] });
});

it('puts the parameters of a case into every text, and keeps their kind where they are the whole text', () => {
  const parameters = new Map<string, unknown>([
    ['client', 'PC1'],
    ['count', 3],
  ]);
  const value = { path: 'C:\\${client}\\${count}', times: '${count}', '${client}': true, left: '${now}' };
  expect(withParameters(value, parameters)).toEqual({ path: 'C:\\PC1\\3', times: 3, PC1: true, left: '${now}' });
});

it('knows which names are neither parameters nor values of the run', () => {
  expect(unresolvedNames('${now - 2h} ${seed} ${client} ${now - 2 fortnights} ${seed + 1h}')).toEqual([
    'client',
    'now - 2 fortnights',
    'seed + 1h',
  ]);
});

it('formats minutes and months by the case of their letters', () => {
  expect(formatTime(now, 'MM-mm')).toBe('11-05');
});
