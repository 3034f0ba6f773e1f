import { describe, expect, it } from 'vitest';
import type { TraceRecord } from '../../src/kernel/index.ts';
import { eventSchema, isEvent, type EventPattern } from '../../src/scenario/events.ts';
import { fitsWildcard, matches } from '../../src/scenario/patterns.ts';
import { World } from '../../src/world/index.ts';

const unused = (): never => {
  throw new Error('not used here');
};

const world = new World({ now: () => 0, record: () => 0, post: unused, cancel: unused, random: unused });

const server = world.addComputer({
  name: 'CAP1',
  operatingSystem: 'Windows NT 4.0',
  server: true,
  zone: 'Central Standard Time',
  adapters: [],
});
const opener = { process: '', account: 'SYSTEM', local: true, groups: ['Administrators'] };
server.files.addDrive({ letter: 'C', fileSystem: 'NTFS', size: 1_000_000, kind: 'fixed' });
server.files.createFolder(opener, 'C:\\CAP_ABC', { parents: true });
server.files.addShare({ name: 'CAP_ABC', path: 'C:\\CAP_ABC' });

function record(kind: TraceRecord['kind'], process: string, subject: string, detail: string): TraceRecord {
  return { record: 1, turn: 1, cause: 0, time: 0, kind, process, subject, detail };
}

const created = record('file', 'CAP1/SMS_INBOX', 'CAP1:C:\\CAP_ABC\\clidata.box\\client.lkp', 'created 0 bytes');
const half = record(
  'file',
  'SRV/SMS_INBOX_MANAGER',
  'CAP1:C:\\CAP_ABC\\clidata.box\\client.lkp',
  'half copied 12 bytes',
);
const line = record('log', 'PC1/CCIM32', 'Ccim32.log', 'Starting cycle 7');
const moved = record('transition', 'PC1/CCIM32', 'sleeping --wake--> cycle.choosing', '');
const status = record('status', 'SRV/SMS_INVENTORY_DATA_LOADER', '2703', 'rejected a MIF');

describe('an event', () => {
  it.each<[string, unknown, TraceRecord, boolean]>([
    [
      'a file that appears, by its UNC path',
      { file: { path: '\\\\cap1\\cap_abc\\CLIDATA.BOX\\*.lkp' } },
      created,
      true,
    ],
    [
      'a file that appears, by its local path',
      { file: { on: 'cap1', path: 'c:\\cap_abc\\clidata.box\\client.lkp' } },
      created,
      true,
    ],
    ['a file elsewhere', { file: { on: 'SRV', path: 'C:\\CAP_ABC\\clidata.box\\client.lkp' } }, created, false],
    ['a file in a deeper folder', { file: { path: '\\\\CAP1\\CAP_ABC\\*' } }, created, false],
    [
      'a file that is written',
      { file: { path: '\\\\CAP1\\CAP_ABC\\clidata.box\\*', change: 'written' } },
      created,
      false,
    ],
    [
      'a file that is half copied',
      { file: { path: '\\\\CAP1\\CAP_ABC\\clidata.box\\*', change: 'half copied' } },
      half,
      true,
    ],
    ['a log line', { 'log line': { computer: 'pc1', file: 'ccim32.log', text: 'Starting' } }, line, true],
    ['a log line by an expression', { 'log line': { text: '/cycle \\d$/' } }, line, true],
    ['a log line of another computer', { 'log line': { computer: 'PC2', text: 'Starting' } }, line, false],
    ['a state', { state: { component: 'CCIM32', state: 'choosing' } }, moved, true],
    ['a state that was left', { state: { component: 'CCIM32', state: 'sleeping' } }, moved, false],
    ['a status message', { 'status message': { component: 'SMS_INVENTORY_DATA_LOADER', id: 2703 } }, status, true],
    ['a status message of another number', { 'status message': { id: 270 } }, status, false],
    ['any record', { record: { kind: 'status', detail: 'MIF' } }, status, true],
  ])('%s', (_what, event, seen, expected) => {
    expect(isEvent(eventSchema.parse(event) as EventPattern, seen, world)).toBe(expected);
  });
});

it.each([
  ['*.cfg', 'AB12.CFG', true],
  ['?.cfg', 'ab.cfg', false],
  ['a+b.(1)', 'a+b.(1)', true],
  ['C:\\*\\x', 'C:\\a\\b\\x', false],
])('the wildcard %s over %s gives %s', (wildcard, name, expected) => {
  expect(fitsWildcard(wildcard, name)).toBe(expected);
});

it('a pattern is a part of the text as it stands, or an expression between slashes', () => {
  expect([matches('a.c', 'abc'), matches('/a.c/', 'abc'), matches('/A.C/i', 'abc')]).toEqual([false, true, true]);
});
