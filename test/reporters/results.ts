import type { Report } from '../../src/reporters/index.ts';
import type { CaseResult } from '../../src/runner/index.ts';

const good: CaseResult = {
  scenario: 'An old client.lkp keeps a client from resynchronising',
  file: 'scenarios/sms20/Q280515.yaml',
  kb: 'Q280515',
  release: '2.0 SP2',
  variant: 'symptom',
  verdict: 'as expected',
  seed: 1,
  turns: 200,
  head: 'a'.repeat(64),
  mismatches: [],
  end: '1999-11-16 12:00:00.000',
  foundations: [],
  edges: [],
};

const bad: CaseResult = {
  ...good,
  release: '2.0 SP4',
  variant: 'corrected',
  verdict: 'contradicts the KB',
  turns: 180,
  head: 'b'.repeat(64),
  mismatches: [
    {
      expectation: 'file {path: <CAP1>\\client.lkp, contains: "PC1" & more}',
      actual: 'there is no such file',
      line: 23,
      column: 5,
      turn: 180,
      time: '1999-11-16 10:00:00.000',
    },
  ],
};

const limit: CaseResult = {
  ...good,
  scenario: 'Two timers that wake each other',
  file: 'mine.yaml',
  kb: null,
  release: '2.0',
  variant: 'procedure',
  verdict: 'limit',
  turns: 100001,
  head: 'c'.repeat(64),
  breakdown: {
    kind: 'limit',
    message: 'limit reached at turn 100001: too many turns in one instant',
    details: ['wake for PC1/Copy Queue'],
  },
};

/** One report with each sort of outcome; every reporter's golden file is made from it. */
export const report: Report = { version: '1.2.3', results: [good, bad, limit], elapsed: 500, notRun: 2 };

/** The same with nothing wrong in it. */
export const goodReport: Report = { version: '1.2.3', results: [good], elapsed: 20, notRun: 0 };
