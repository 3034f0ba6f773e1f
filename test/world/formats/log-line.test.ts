import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/kernel/index.ts';
import {
  logText,
  parseLogLine,
  parseTraceViewLine,
  printLogLine,
  printTraceViewLine,
} from '../../../src/world/formats/index.ts';

const published = [
  'Verifying application [C:\\WINNT\\MS\\SMS\\core\\Bin\\ccim32.dll]~  $$<C:\\WINNT\\MS\\SMS\\CORE\\BIN\\CLISVCL.EXE>' +
    '<Mon Nov 15 16:54:10.190 1999><thread=52 (0x34)>',
  'Processing file: D:\\SMS\\inboxes\\sinv.box\\7U74Z2GZ.sid  $$<SMS_SOFTWARE_INVENTORY_PROCESSOR>' +
    '<Fri Dec 10 01:12:40.304 1999 Pacific Standard Time><thread=322 (0x142)>',
  'Component "Software Distribution" needs to be installed  $$<CCIM32>' +
    '<Tue Jun 22 01:26:12.270 1999><thread=4294798339 (0xFFFD6C03)>',
];

describe('the raw log line', () => {
  it.each(published)('is the one the articles quote: %s', (line) => {
    const read = parseLogLine(line);
    expect(read).toBeDefined();
    expect(read && printLogLine(read)).toBe(line);
  });

  it('writes a line break inside the text as ~, and shows ~ as one', () => {
    const line = { text: 'one\ntwo', component: 'CCIM32', time: 0, thread: 7 };
    const written = printLogLine(line);
    expect(written).toBe('one~two  $$<CCIM32><Thu Jan 01 00:00:00.000 1970><thread=7 (0x7)>');
    expect(logText(parseLogLine(written) ?? line)).toBe('one\ntwo');
  });

  it('changes the date at midnight, in both directions', () => {
    const line = { text: 'x', component: 'C', thread: 1 };
    const midnight = instantOf({ year: 2000, month: 3, day: 1 });
    expect(printLogLine({ ...line, time: midnight })).toContain('<Wed Mar 01 00:00:00.000 2000>');
    expect(printLogLine({ ...line, time: midnight - 1 })).toContain('<Tue Feb 29 23:59:59.999 2000>');
  });

  it.each(['plain text', 'x  $$<C><Mon Nov 16 16:54:10.112 1999><thread=1 (0x1)>', ''])(
    'is not read from %j',
    (line) => {
      expect(parseLogLine(line)).toBeUndefined();
    },
  );
});

describe('the SMSTrace view', () => {
  it.each([
    [0, 1, '4/2/99 12:01:35 AM'],
    [13, 1, '4/2/99 1:01:35 PM'],
    [12, 0, '4/2/99 12:00:35 PM'],
  ])('shows %i:%i as %s', (hour, minute, shown) => {
    const time = instantOf({ year: 1999, month: 4, day: 2, hour, minute, second: 35 });
    const line = { text: 'CLASS', component: 'Hardware Inventory Agent', time, thread: 182 };
    expect(printTraceViewLine(line)).toBe(`CLASS\tHardware Inventory Agent\t${shown}\t182 (0xB6)`);
    expect(parseTraceViewLine(printTraceViewLine(line))).toEqual(line);
  });
});
