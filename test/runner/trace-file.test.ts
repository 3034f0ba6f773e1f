import { describe, expect, it } from 'vitest';
import { traceLine, type TraceRecord } from '../../src/kernel/index.ts';
import { readTrace, tracePieces } from '../../src/runner/index.ts';

const header = { version: '1.0.0', scenario: 'a.yaml', release: '2.0', variant: 'symptom', seed: 4 };
const record: TraceRecord = {
  ...{
    record: 1,
    turn: 1,
    cause: 0,
    time: 5,
    process: 'scenario',
    kind: 'step',
    subject: 'a "quoted" step',
    detail: '',
  },
};

function traceText(...given: Parameters<typeof tracePieces>): string {
  return [...tracePieces(...given)].join('');
}

describe('a trace file', () => {
  it('gives back header, records and head', () => {
    const text = traceText(header, [record], 'abc');
    expect(text.split('\n')).toHaveLength(4);
    expect(readTrace(text)).toEqual({ header, lines: [traceLine(record)], head: 'abc' });
  });

  it('is the same in pieces, of which none is too long for a text', () => {
    const many = Array.from({ length: 25_000 }, (_, index) => ({ ...record, record: index + 1 }));
    const pieces = [...tracePieces(header, many, 'abc')];
    expect(pieces).toHaveLength(5);
    expect(pieces.join('')).toBe(
      [JSON.stringify(header), ...many.map(traceLine), JSON.stringify({ head: 'abc' }), ''].join('\n'),
    );
  });

  it.each([
    ['an empty file', '', 'the first line'],
    ['another file', 'hello\nworld\n', 'the first line'],
    [
      'a header without a seed',
      '{"version":"1","scenario":"a","release":"2.0","variant":"x"}\n{"head":"a"}\n',
      'the first line',
    ],
    [
      'a file that was cut',
      `${JSON.stringify(header)}\n${traceLine(record)}\n`,
      'the last line, 2, does not hold the head',
    ],
    [
      'a file that was cut within a line',
      `${JSON.stringify(header)}\n${traceLine(record).slice(0, 20)}\n`,
      'line 2 is no',
    ],
    ['a file that lacks a line', `${JSON.stringify(header)}\n${traceLine({ ...record, record: 2 })}\n`, 'record 1'],
    ['a line that is no record, behind an empty one', `${JSON.stringify(header)}\n\nhello\n`, 'line 3 is no JSON'],
    ['two files in one', `${traceText(header, [record], 'a')}${traceText(header, [], 'a')}`, 'line 4 stands behind'],
  ])('says what is wrong with %s', (_name, text, complaint) => {
    expect(readTrace(text)).toContain(complaint);
  });
});
