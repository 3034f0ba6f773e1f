import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostName, hostNames } from '../../src/cli/host-name.ts';

describe('the host name of a file', () => {
  it.each([
    ['client.lkp', 'client.lkp'],
    ['CON', '%43ON'],
    ['con.txt', '%63on.txt'],
    ['Console.txt', 'Console.txt'],
    ['COM1', '%43OM1'],
    ['a:b', 'a%3Ab'],
    ['what?*', 'what%3F%2A'],
    ['trailing.', 'trailing%2E'],
    ['trailing ', 'trailing%20'],
    ['100%', '100%25'],
    ['tab\there', 'tab%09here'],
    ['größe.txt', 'größe.txt'],
  ])('of %j is %j', (name, onHost) => {
    expect(hostName(name)).toBe(onHost);
  });

  it('can be read back', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        expect(decodeURIComponent(hostName(name))).toBe(name);
      }),
    );
  });

  it('is another one for each entry of a folder, also where case does not count', () => {
    const names = hostNames(['Read.me', 'READ.ME', 'read.me', 'other']);
    expect(names).toEqual(['Read.me', 'READ.ME%232', 'read.me%233', 'other']);
  });
});
