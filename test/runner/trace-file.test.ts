import { describe, expect, it } from 'vitest';
import { traceLine, type TraceRecord } from '../../src/kernel/index.ts';
import { readTrace, traceText } from '../../src/runner/index.ts';

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

describe('a trace file', () => {
  it('gives back header, records and head', () => {
    const text = traceText(header, [record], 'abc');
    expect(text.split('\n')).toHaveLength(4);
    expect(readTrace(text)).toEqual({ header, lines: [traceLine(record)], head: 'abc' });
  });

  it.each([
    ['an empty file', '', 'the first line'],
    ['another file', 'hello\nworld\n', 'the first line'],
    [
      'a header without a seed',
      '{"version":"1","scenario":"a","release":"2.0","variant":"x"}\n{"head":"a"}\n',
      'the first line',
    ],
    ['a file that was cut', `${JSON.stringify(header)}\n${traceLine(record)}\n`, 'not whole'],
  ])('says what is wrong with %s', (_name, text, complaint) => {
    expect(readTrace(text)).toContain(complaint);
  });
});
