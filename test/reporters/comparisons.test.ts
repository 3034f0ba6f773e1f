import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bisectionReporters, matrixReporters, plain, type TableName } from '../../src/reporters/index.ts';
import { bisections, matrix } from './comparisons.ts';

const golden = (name: string): string =>
  readFileSync(new URL(`golden/${name}.txt`, import.meta.url), 'utf8').replaceAll('\r\n', '\n');

const names: readonly TableName[] = ['table', 'json'];

describe('the reporters of a comparison of releases', () => {
  it.each(names)('tell every sort of cell word for word as %s', (name) => {
    expect(matrixReporters[name](matrix, plain)).toBe(golden(`matrix-${name}`));
  });

  it.each(names)('tell every outcome of a search word for word as %s', (name) => {
    expect(bisectionReporters[name](bisections, plain)).toBe(golden(`bisection-${name}`));
  });

  it('paint what contradicts without a reason, and nothing that has one', () => {
    const painted = matrixReporters.table(matrix, { ...plain, bad: (text) => `<${text.trim()}>` });
    expect(painted.match(/<contradicts the KB>/g)).toHaveLength(2);
    expect(painted).toContain('  contradicts the KB on 2.0 SP2');
  });

  it('write json that does not change with the speed of the machine', () => {
    expect(matrixReporters.json({ ...matrix, elapsed: 9 }, plain)).toBe(matrixReporters.json(matrix, plain));
    expect(bisectionReporters.json({ ...bisections, elapsed: 9 }, plain)).toBe(
      bisectionReporters.json(bisections, plain),
    );
  });
});
