import { describe, expect, it } from 'vitest';
import {
  eventIdentity,
  eventIds,
  eventText,
  parseEventFrame,
  parseSms12LogLine,
  printEventFrame,
  printSms12LogLine,
  smsEventEntry,
} from '../../../../src/world/index.ts';
import type { SmsEvent } from '../../../../src/world/index.ts';

describe('a line of a log of SMS 1.2', () => {
  it.each([
    '~Waiting for ready instruction file....  $$<SMS_DESPOOLER><Wed May 21 17:09:02 1997~><thread=DB>',
    'Processing a machine...  $$<SMS_INVENTORY_DATA_LOADER><Wed May 21 17:36:12 1997~><thread=6F>',
  ])('is the one that Q169491 quotes: %s', (line) => {
    const read = parseSms12LogLine(line);
    expect(read && printSms12LogLine(read)).toBe(line);
  });

  it('names its thread in hexadecimal and writes line breaks as ~', () => {
    const line = { text: 'one\ntwo', component: 'SMS_EXECUTIVE', time: 999, thread: 0x127 };
    expect(printSms12LogLine(line)).toBe('one~two  $$<SMS_EXECUTIVE><Thu Jan 01 00:00:00 1970~><thread=127>');
  });

  it.each([
    'x  $$<C><Mon Nov 15 16:54:10.112 1999><thread=52 (0x34)>',
    'x  $$<C><Thu May 21 17:09:02 1997~><thread=DB>',
    'plain text',
  ])('is not read from %j', (line) => expect(parseSms12LogLine(line)).toBeUndefined());
});

describe('the text of an event', () => {
  it.each([
    [118, { X: 'D:\\package.rul', Y: 'UUU' }, 'Cannot compile the package rule file D:\\package.rul for site UUU.'],
    [121, {}, 'Could not read from file: <X>'],
    [150, {}, 'History: Could not find history key table in file, deleting file.'],
    [
      186,
      { X: 'LAMWORLD', Y: 'LAM00001' },
      'Machine classes: A resync command was sent to the Following machine. Site: Domain LAMWORLD SMS ID: LAM00001',
    ],
    [
      194,
      { X: 'LAMWORLD' },
      'Invalid domain (LAMWORLD) in Inventory Agent re-synchronize instruction. ' +
        'Re-synchronization will not take place.',
    ],
    [
      229,
      { A: 'LAMWORLD', B: 'jo', C: 'SMSLS' },
      'The following user accounts in domain (LAMWORLD) were altered to automate SMS logon scripts: (jo). ' +
        'This involved changing the Logon Script Path for each user account from blank to (SMSLS).',
    ],
    [245, { X: 'X00000007.MIF' }, 'A MIF could not be processed and has been moved to file X00000007.MIF.'],
    [376, { X: 'Invproc.dll' }, 'Invproc.dll caused an exception. Shutting down the SMS Executive.'],
  ])('%i is that of the article', (id, inserts, text) => expect(eventText(id, inserts)).toBe(text));

  it('leaves the word A alone', () => {
    expect(eventText(186, { A: 'nonsense' })).toContain('A resync command');
  });

  it('is known for every number from 100 to 249', () => {
    const middle = eventIds.filter((id) => id >= 100 && id < 250);
    expect(middle).toEqual(Array.from({ length: 150 }, (_, index) => index + 100));
  });

  it('is not made up for a number that no article has', () => {
    expect(() => eventText(999)).toThrow('999');
  });
});

describe('the entry of an event in the event log', () => {
  const [current, overlapping] = ['LAM00002', 'LAM0000L'].map((smsid) => {
    return eventIdentity(smsid, 'LAM|LAMWORLD|', smsid === 'LAM00002' ? '08:00:07:B4:AD:65' : '08:00:07:B4:AD:90');
  });
  const event: SmsEvent = {
    severity: 'Information',
    component: 'SMS_INVENTORY_DATA_LOADER',
    action: { operation: 'Validation', object: 'MIF', objectName: 'SMS' },
    text: eventText(180, { X: current ?? '', Y: overlapping ?? '' }),
    machineName: 'LAMJAM',
    siteCode: 'LAM',
  };

  it('is framed as Q129125 shows it', () => {
    const text = printEventFrame(event);
    expect(text).toMatch(
      /^Information from module: SMS_INVENTORY_DATA_LOADER\.\nOperation: {3}Validation\nObject: {6}MIF\n/,
    );
    expect(text).toContain('<SMSID = LAM0000L, SMSLocation = LAM|LAMWORLD|, NetCardID = 08:00:07:B4:AD:90>');
    expect(text).toMatch(/\nMachineName = LAMJAM\nSiteCode = LAM\nComponent = SMS_INVENTORY_DATA_LOADER$/);
  });

  it('of a non-fatal error has a code (Q153826) and is a warning of the source SMS', () => {
    const action = { operation: 'Parse', object: 'File', objectName: 'Package Rule File', errorCode: 1 };
    const entry = smsEventEntry(118, { ...event, severity: 'Non-fatal Error', action });
    expect(entry).toMatchObject({ log: 'Application', source: 'SMS', id: 118, type: 'Warning' });
    expect(entry.text).toMatch(/^Non-fatal Error in module: SMS_INVENTORY_DATA_LOADER\n[^]*\nError code: {2}1\n/);
  });

  it.each(['', 'The Event log service was started.', 'Information from module: A.\n\nx\n\nMachineName = m'])(
    'is not read from %j',
    (text) => expect(parseEventFrame(text)).toBeUndefined(),
  );
});
