import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plain, reporters, type ReporterName } from '../../src/reporters/index.ts';
import { junitMistakes } from './junit-schema.ts';
import { goodReport, report } from './results.ts';

const awkward = '<a href="x">]]> & \'b\' \u0000\u001b\ud800\uffff &amp; \u{1f5a5}\n\ttwo lines';

const golden = (name: string): string =>
  readFileSync(new URL(`golden/${name}.txt`, import.meta.url), 'utf8').replaceAll('\r\n', '\n');

describe('a reporter', () => {
  it.each(Object.keys(reporters) as ReporterName[])('%s tells every sort of outcome word for word', (name) => {
    expect(reporters[name](report, plain)).toBe(golden(name));
  });

  it('tells good news in two lines', () => {
    expect(reporters.summary(goodReport, plain)).toBe(
      '1 run, 1 as expected\n200 turns in 0.0 s: 10000 turns/s, 50.0 runs/s\n',
    );
  });

  it('paints only what the terminal asked for', () => {
    const painted = reporters.summary(goodReport, { ...plain, good: (text) => `<${text}>` });
    expect(painted).toContain('1 run, <1 as expected>');
  });
});

describe('the json report', () => {
  it('has exactly the fields that programs rely on', () => {
    const parsed = JSON.parse(reporters.json(report, plain)) as { readonly results: readonly object[] };
    expect(Object.keys(parsed)).toEqual(['version', 'results', 'summary']);
    expect(Object.keys(parsed.results[0] ?? {})).toEqual([
      ...['scenario', 'file', 'kb', 'release', 'variant', 'verdict', 'seed', 'turns', 'head', 'mismatches'],
    ]);
  });

  it('does not change with the speed of the machine', () => {
    expect(reporters.json({ ...report, elapsed: 9 }, plain)).toBe(reporters.json(report, plain));
  });
});

describe('the junit report', () => {
  it.each([
    ['every sort of outcome', report],
    ['nothing', { ...report, results: [] }],
    [
      'awkward names',
      { ...report, results: report.results.map((one) => ({ ...one, scenario: awkward, file: awkward })) },
    ],
  ])('of %s is XML of the schema that CI servers know', (_what, told) => {
    expect(junitMistakes(reporters.junit(told, plain))).toEqual([]);
  });

  it('would not be, with a mistake in it', () => {
    const text = reporters.junit(report, plain);
    const wrong = text.replace('<failure', '<falure').replace(' name="smsim"', ' nom="&"').replace('</testsuite>', '');
    expect(junitMistakes(wrong)).toEqual([
      'testsuites cannot have nom',
      'unknown element falure',
      '</failure> closes nothing',
      'testsuite within testsuite',
      '</testsuites> closes nothing',
      'a sign that had to be escaped',
      '<testsuites> stays open',
    ]);
  });

  it('writes no character that XML 1.0 forbids', () => {
    const [first] = goodReport.results;
    if (first === undefined) throw new Error('the fixture has a result');
    const odd = { ...goodReport, results: [{ ...first, scenario: 'bell \u0007 & <tag>' }] };
    expect(reporters.junit(odd, plain)).toContain('name="bell ? &amp; &lt;tag&gt;"');
  });
});
