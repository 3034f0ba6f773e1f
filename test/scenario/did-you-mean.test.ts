import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../src/scenario/did-you-mean.ts';
import { readWhole } from './fixture.ts';

const verbs = ['write', 'delete', 'file', 'run for', 'invsync', 'power off', 'copy', 'move', 'lock'];

describe('the hint for an unknown word', () => {
  it.each([
    ['wirte', 'write'],
    ['flie', 'file'],
    ['delte', 'delete'],
    ['Power-Off', 'power off'],
    ['invsinc', 'invsync'],
    ['run', 'run for'],
    ['lock file', 'lock'],
  ])('%s: did you mean %s', (given, meant) => {
    expect(didYouMean(given, verbs)).toBe(`did you mean "${meant}"?`);
  });

  it('lists the known words where none is near and they are few', () => {
    expect(didYouMean('reboot', ['copy', 'move'])).toBe('known: copy, move');
  });

  it('says nothing where none is near and they are many', () => {
    expect(didYouMean('teleport', verbs)).toBeUndefined();
  });

  it.each([
    ['samll', 'did you mean "small"?'],
    ['headquarters', 'known: small'],
  ])('names the sites there are for the site %s', (site, hint) => {
    const parsed = readWhole(`scenario: x\nsource: y\nsite: ${site}\nsteps:\n  - run for: 1h\n`);
    const found = parsed.ok ? [] : parsed.diagnostics.filter(({ code }) => code === 'SM024');
    expect(found.map((diagnostic) => diagnostic.hint)).toEqual([hint]);
  });
});
