import { describe, expect, it } from 'vitest';
import { isOpen, nextChange } from '../../../src/components/sms20/hierarchy/address-schedule.ts';
import { instantOf } from '../../../src/kernel/index.ts';
import type { AddressSpan } from '../../../src/world/index.ts';

const at = (hour: number, day = 15): number => instantOf({ year: 1999, month: 11, day, hour });

function address(...schedule: readonly AddressSpan[]) {
  return { site: 'CEN', server: 'CENSRV', schedule };
}

const office: AddressSpan = { from: 8 * 60, to: 18 * 60, send: 'high' };
const night: AddressSpan = { from: 22 * 60, to: 6 * 60, send: 'nothing' };

describe('an address', () => {
  it('is open for every job when nothing else is said', () => {
    expect((['high', 'normal', 'low'] as const).map((priority) => isOpen(address(), priority, at(3)))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each([
    ['high', 9, true],
    ['normal', 9, false],
    ['low', 9, false],
    ['normal', 7, true],
    ['normal', 18, true],
    ['high', 23, false],
    ['high', 5, false],
    ['low', 6, true],
  ] as const)(
    'with office hours and closed nights lets a job of %s priority pass at %i: %s',
    (priority, hour, open) => {
      expect(isOpen(address(office, night), priority, at(hour))).toBe(open);
    },
  );

  it.each([
    [9, at(18)],
    [18, at(22)],
    [23, at(6, 16)],
  ])('changes next, seen from %i, when a span begins or ends', (hour, next) => {
    expect(nextChange(address(office, night), at(hour))).toBe(next);
  });

  it('is looked at after a day when it never changes', () => {
    expect(nextChange(address(), at(9))).toBe(at(9, 16));
  });
});
