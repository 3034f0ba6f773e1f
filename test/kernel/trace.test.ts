import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Trace, traceLine, type TraceRecord } from '../../src/kernel/index.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

function entry(turn: number): Omit<TraceRecord, 'record'> {
  return {
    turn,
    cause: turn - 1,
    time: turn * 1000,
    process: 'CAP1/x',
    kind: 'note',
    subject: `"${turn}"`,
    detail: '~',
  };
}

function written(count: number): { trace: Trace; lines: string[] } {
  const lines: string[] = [];
  const trace = new Trace(digest, (record) => lines.push(`${traceLine(record)}\n`));
  for (let turn = 1; turn <= count; turn++) trace.append(entry(turn));
  return { trace, lines };
}

describe('trace', () => {
  it('chains blocks of 256 records: the head is the hash of the last head and the block', () => {
    const { trace, lines } = written(300);
    const first = digest(lines.slice(0, 256).join(''));
    expect(trace.head()).toBe(digest(first + lines.slice(256).join('')));
  });

  it('does not advance when its head is read in mid-block', () => {
    const { trace } = written(10);
    const before = trace.head();
    expect(trace.head()).toBe(before);
    for (let turn = 11; turn <= 600; turn++) {
      trace.head();
      trace.append(entry(turn));
    }
    expect(trace.head()).toBe(written(600).trace.head());
  });

  it('has another head when any field of any record differs', () => {
    const heads = (['turn', 'cause', 'time', 'process', 'subject', 'detail'] as const).map((field) => {
      const trace = new Trace(digest);
      trace.append({ ...entry(1), [field]: typeof entry(1)[field] === 'number' ? 77 : 'other' });
      return trace.head();
    });
    expect(new Set([...heads, written(1).trace.head()]).size).toBe(7);
  });

  it('goes on after save and restore with the same head', () => {
    const { trace } = written(400);
    const other = new Trace(digest);
    other.restore(trace.save());
    trace.append(entry(401));
    other.append(entry(401));
    expect(other.head()).toBe(trace.head());
    expect(other.count).toBe(401);
  });
});
