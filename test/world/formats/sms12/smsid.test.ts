import { describe, expect, it } from 'vitest';
import {
  firstOfRange,
  isSmsid,
  needsNewRange,
  newRangeThreshold,
  nextRange,
  nextSmsid,
  siteOfSmsid,
  smsidOfUidFile,
  smsidsBefore,
  uidFileName,
} from '../../../../src/world/index.ts';

const range = 36 ** 3;

describe('an SMSID', () => {
  it.each([
    ['LAM00000', 'LAM00001'],
    ['LAM00009', 'LAM0000A'],
    ['LAM0000L', 'LAM0000M'],
    ['LAM0000Z', 'LAM00010'],
    ['LAM00Y00', 'LAM00Y01'],
    ['LAM00ZZZ', 'LAM01000'],
    ['LAMZZZZZ', 'LAM00000'],
  ])('%s is followed by %s', (smsid, next) => expect(nextSmsid(smsid)).toBe(next));

  it('begins with the code of the site that made it, and names its range in the next two characters', () => {
    expect(siteOfSmsid('LAM0A00L')).toBe('LAM');
    expect(firstOfRange('LAM0A00L')).toBe('LAM0A000');
    expect(nextRange('LAM0A00L')).toBe('LAM0B000');
    expect(nextRange('LAM0Z00L')).toBe('LAM10000');
  });

  it('has eight letters or digits', () => {
    expect(isSmsid('C1200007')).toBe(true);
    expect(['C120007', 'C12000070', 'C12-0007'].map(isSmsid)).toEqual([false, false, false]);
  });
});

describe('the range of a logon server (Q127052)', () => {
  it('has 46,656 SMSIDs, of which 44,065 are used before a new one is given', () => {
    const used = smsidsBefore(`LAM00${newRangeThreshold}`) + 1;
    expect(used).toBe(44_065);
    expect(range).toBe(46_656);
    expect(range - used).toBe(2591);
  });

  it('is renewed once the current SMSID exceeds Y00, not before', () => {
    expect(['LAM00XZZ', 'LAM00Y00'].map(needsNewRange)).toEqual([false, false]);
    expect(['LAM00Y01', 'LAM00ZZZ'].map(needsNewRange)).toEqual([true, true]);
  });

  it('is one of 1,296, and a site has 60,466,176 SMSIDs', () => {
    expect(36 ** 2).toBe(1296);
    expect(36 ** 2 * range).toBe(60_466_176);
  });
});

describe('the .UID file', () => {
  it('has the next SMSID as its name', () => {
    expect(uidFileName('LAM0000L')).toBe('LAM0000L.UID');
    expect(smsidOfUidFile('lam0000l.uid')).toBe('LAM0000L');
  });

  it.each(['LAM0000L.TXT', 'LAM0000.UID', 'LAM0000L.UID.OLD'])('is not %s', (name) => {
    expect(smsidOfUidFile(name)).toBeUndefined();
  });
});
