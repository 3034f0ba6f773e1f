import { describe, expect, it } from 'vitest';
import { parseSiteControlFile, printSiteControlFile } from '../../../../src/world/index.ts';
import type { SiteControlFile } from '../../../../src/world/index.ts';

const file: SiteControlFile = {
  definition: {
    kind: 'proposed',
    comment: '',
    targetSite: 'LAM',
    originSite: 'CEN',
    time: 878_648_847_000,
    posted: false,
  },
  properties: [{ name: 'Service Response', texts: ['', ''], number: 2 }],
  transactions: [{ type: 1, persistent: true, number: 0, texts: ['Heartbeat', ''] }],
};
const text = printSiteControlFile(file);

describe('a site control file of SMS 1.2', () => {
  it('begins with build 786 and its syntax, and has one value per line in its definition', () => {
    expect(text.split('\r\n').slice(0, 9)).toEqual([
      'SITE CONTROL FILE [786][1.08]',
      'BEGIN_FILE_DEFINITION',
      '<2>',
      '<>',
      '<LAM>',
      '<CEN>',
      '<878648847>',
      '<0>',
      'END_FILE_DEFINITION',
    ]);
  });

  it('has properties and transactions as the guide writes them', () => {
    expect(text).toContain('\r\nPROPERTY <Service Response><><><2>\r\n');
    expect(text).toContain('\r\nTRANSACTION<1><1><0><Heartbeat><>\r\n');
    expect(parseSiteControlFile(text)).toEqual({ ok: true, value: file });
  });

  it.each([
    ['syntax error', 1, text.replace('[1.08]', '[2.00]')],
    ['syntax error', 2, text.replace('<2>', '<9>')],
    ['syntax error', 2, text.replace('<CEN>\r\n', '')],
    ['syntax error', 11, text.replace('><2>', '><two>')],
    ['syntax error', 14, text.replace('TRANSACTION<1>', 'TRANSACTION<')],
    ['unexpected end of file', 13, text.slice(0, text.indexOf('TRANSACTION<'))],
  ])('that is faulty is a %s on line %i', (kind, line, faulty) => {
    expect(parseSiteControlFile(faulty)).toMatchObject({ ok: false, kind, line });
  });
});
