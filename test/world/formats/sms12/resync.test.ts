import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../../src/kernel/index.ts';
import {
  eventText,
  instructionTypes,
  parseCommandHistory,
  parseDespoolerOrder,
  parseResyncFile,
  printCommandHistory,
  printResyncFile,
  resyncReads,
  resyncRefusal,
  withResyncCommand,
} from '../../../../src/world/index.ts';

const noon = instantOf({ year: 1997, month: 11, day: 4, hour: 12 });
const command = (smsid: string, time = noon) => ({ smsid, command: 'RESYNC', time }) as const;
const two = [command('LAM00001'), command('LAM00002')];

describe('Resync.cfg', () => {
  it('grows by 48 bytes for each computer, which is one read of Invmac (Q181762)', () => {
    const text = printResyncFile(two);
    expect(text).toHaveLength(96);
    expect([0, 48, 49, text.length].map(resyncReads)).toEqual([0, 1, 2, 2]);
  });

  it('says the SMSID and the time of the request (Q193746)', () => {
    expect(printResyncFile(two)).toContain('LAM00002\0RESYNC\0\0\x0019971104120000.000000+000\0');
  });

  it('has one command per computer: a newer one takes the place of the older', () => {
    const newer = command('LAM00001', noon + 1000);
    expect(withResyncCommand(two, newer)).toEqual([newer, two[1]]);
    expect(withResyncCommand(two, command('LAM00003'))).toHaveLength(3);
  });

  it('that was cut off ends in its last record', () => {
    expect(parseResyncFile(printResyncFile(two).slice(0, 90))).toMatchObject({
      kind: 'unexpected end of file',
      line: 2,
    });
    expect(parseResyncFile('x'.repeat(48))).toMatchObject({ kind: 'syntax error', line: 1 });
    expect(parseResyncFile('')).toEqual({ ok: true, value: [] });
  });
});

describe('the command history of a client (Q122178)', () => {
  const text = printCommandHistory([{ command: 'RESYNC', time: noon }]);

  it('of a wrong length is event 175', () => {
    expect(parseCommandHistory(text.slice(1))).toEqual({ ok: false, event: 175 });
    expect(eventText(175)).toBe(
      'SHICNT: Length in command history file inconsistent with known command history length.',
    );
  });

  it('that cannot be read is event 176', () => {
    expect(parseCommandHistory('x'.repeat(48))).toEqual({ ok: false, event: 176 });
  });
});

describe('a resync instruction (Q122178)', () => {
  const order = { command: 'RESYNC', machine: 'LAM00001', domain: 'LAMWORLD', time: noon };
  const { command: _command, ...noCommand } = order;
  const { machine: _machine, ...noMachine } = order;
  const { domain: _domain, ...noDomain } = order;
  const { time: _time, ...noTime } = order;

  it.each([
    [190, 'without a command', noCommand],
    [191, 'with a command that is none', { ...order, command: 'DANCE' }],
    [191, 'without a time', noTime],
    [192, 'without a machine', noMachine],
    [193, 'without a domain', noDomain],
    [194, 'for a domain of another site', { ...order, domain: 'ELSEWHERE' }],
    [undefined, 'that is whole', order],
  ])('is refused with event %s where it is one %s', (event, _, given) => {
    expect(resyncRefusal(given, ['lamworld'])).toBe(event);
    if (event !== undefined) expect(eventText(event)).toMatch(/Re-synchronization will not take place\.$/);
  });

  it('of a type that the Despooler does not know cannot be read', () => {
    expect(parseDespoolerOrder('[Instruction]\r\nType=MICROSOFT|SMS|OTHER\r\n')).toBeUndefined();
    expect(parseDespoolerOrder(`[Instruction]\r\nType=${instructionTypes.inventory}\r\n`)).toBeUndefined();
  });
});
