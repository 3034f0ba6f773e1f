import { expect, it } from 'vitest';
import { tableText } from '../../src/cli/table-text.ts';

it('prints rows under their columns', () => {
  const text = tableText(
    ['Name0', 'n'],
    [
      ['SMSNTCLI8', 1],
      [null, 22],
    ],
  );
  expect(text).toBe('Name0      n\n---------  --\nSMSNTCLI8  1\nNULL       22\n\n(2 rows)\n');
});

it('prints no rows, too', () => {
  expect(tableText(['Name0'], [])).toBe('Name0\n-----\n\n(0 rows)\n');
});
