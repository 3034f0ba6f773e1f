import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../src/scenario/did-you-mean.ts';

const verbs = ['write', 'delete', 'file', 'run for', 'invsync', 'power off', 'copy', 'move', 'lock'];

describe('the hint for an unknown word', () => {
  it.each([
    ['wirte', 'write'],
    ['flie', 'file'],
    ['delte', 'delete'],
    ['Power-Off', 'power off'],
    ['invsinc', 'invsync'],
  ])('%s: did you mean %s', (given, meant) => {
    expect(didYouMean(given, verbs)).toBe(`did you mean "${meant}"?`);
  });

  it('lists the known words where none is near and they are few', () => {
    expect(didYouMean('reboot', ['copy', 'move'])).toBe('known: copy, move');
  });

  it('says nothing where none is near and they are many', () => {
    expect(didYouMean('teleport', verbs)).toBeUndefined();
  });
});
