import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareSoftware,
  parseSoftwareHistory,
  parseSoftwareReport,
  printSoftwareReport,
  softwareIdentity,
} from '../../../src/world/formats/index.ts';
import type { SoftwareFile } from '../../../src/world/formats/index.ts';

const word: SoftwareFile = {
  fileName: 'WINWORD.EXE',
  size: 5_000_000,
  modified: 0,
  product: { company: 'Microsoft', product: 'Word', version: '8.0', language: 'English' },
  count: 1,
};
const game: SoftwareFile = { fileName: 'game.exe', size: 10, modified: 0, count: 2 };
const heading = { guid: 'GUID:1', computerName: 'SMSWIN95CLI', siteCode: 'ABC', cycleStart: 0 };

describe('a software report', () => {
  it('is tab-separated lines, known files with their version header', () => {
    const lines = printSoftwareReport({ ...heading, kind: 'complete', files: [word, game] }).split('\r\n');
    expect(lines).toEqual([
      'SOFTWARE INVENTORY\tCOMPLETE\tGUID:1\tSMSWIN95CLI\tABC\t1970-01-01 00:00:00.000',
      'WINWORD.EXE\t5000000\t1970-01-01 00:00:00.000\t1\tMicrosoft\tWord\t8.0\tEnglish',
      'game.exe\t10\t1970-01-01 00:00:00.000\t2',
      'END',
      '',
    ]);
  });

  it.each([
    ['a date that no calendar has', 3, 'game.exe\t10\t1970-02-30 00:00:00.000\t2'],
    ['half a version header', 3, 'game.exe\t10\t1970-01-01 00:00:00.000\t2\tMicrosoft'],
    ['a size in words', 3, 'game.exe\tbig\t1970-01-01 00:00:00.000\t2'],
  ])('with %s is refused', (_, line, token) => {
    const text = printSoftwareReport({ ...heading, kind: 'complete', files: [word, game] });
    const damaged = text.replace(/game\.exe.*/, token);
    expect(parseSoftwareReport(damaged)).toEqual({ ok: false, kind: 'syntax error', line, token });
  });

  it('of zero bytes ends unexpectedly (Q248969)', () => {
    expect(parseSoftwareReport('')).toMatchObject({ ok: false, kind: 'unexpected end of file' });
    expect(parseSoftwareHistory('')).toMatchObject({ ok: false, kind: 'unexpected end of file' });
  });
});

describe('the changes between history and disks', () => {
  it('are none when nothing changed', () => expect(compareSoftware([word, game], [game, word])).toEqual([]));

  it('treat another date or count as an update, another version as another file (Q303417)', () => {
    const newer = { ...word, product: { company: 'Microsoft', product: 'Word', version: '9.0', language: 'English' } };
    expect(compareSoftware([word, game], [newer, { ...game, modified: 1 }])).toEqual([
      { action: 'add', file: newer },
      { action: 'update', file: { ...game, modified: 1 } },
      { action: 'delete', file: word },
    ]);
    expect(compareSoftware([game], [{ ...game, fileName: 'GAME.EXE', count: 3 }])).toMatchObject([
      { action: 'update' },
    ]);
  });

  it('applied to the history give what the disks hold', () => {
    const file: fc.Arbitrary<SoftwareFile> = fc.record({
      fileName: fc.constantFrom('a.exe', 'b.exe', 'c.exe', 'd.exe'),
      size: fc.nat(1),
      modified: fc.nat(1),
      count: fc.nat(2),
    });
    const disks = fc.uniqueArray(file, { selector: softwareIdentity });
    fc.assert(
      fc.property(disks, disks, (history, now) => {
        const files = new Map(history.map((one) => [softwareIdentity(one), one]));
        for (const { action, file: changed } of compareSoftware(history, now)) {
          if (action === 'delete') files.delete(softwareIdentity(changed));
          else files.set(softwareIdentity(changed), changed);
        }
        expect(files).toEqual(new Map(now.map((one) => [softwareIdentity(one), one])));
      }),
    );
  });
});
