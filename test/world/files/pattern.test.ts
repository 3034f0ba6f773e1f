import { describe, expect, it } from 'vitest';
import { matchesPattern } from '../../../src/world/index.ts';

describe('a DOS pattern', () => {
  it.each([
    ['*.*', 'readme', true],
    ['*.*', 'a.b.c', true],
    ['*', 'readme', true],
    ['*.nhm', 'AB12CD34.NHM', true],
    ['*.nhm', 'ab12cd34.nhm.tmp', false],
    ['*.nhm', 'xnhm', false],
    ['LOG.*', 'log', true],
    ['LOG.*', 'log.lo_', true],
    ['LOG.*', 'logs', false],
    ['*.', 'readme', true],
    ['*.', 'readme.txt', false],
    ['s*.lo?', 'Sinv.lo_', true],
    ['s*.lo?', 'Sinv.log.txt', false],
    ['s??.log', 'sinv.log', false],
    ['s???.log', 'sinv.log', true],
    ['sinv????.log', 'sinv.log', true],
    ['cap_(abc)+$.ini', 'CAP_(ABC)+$.INI', true],
    ['a[b]^.x', 'a[b]^.x', true],
    ['a.x', 'abx', false],
  ])('%s fits %s: %s', (pattern, name, fits) => {
    expect(matchesPattern(name, pattern)).toBe(fits);
  });
});
