import { describe, expect, it } from 'vitest';
import { progress } from '../../src/cli/progress.ts';
import type { Surroundings } from '../../src/cli/surroundings.ts';

function watched(terminal: boolean, done: readonly number[], total: number): string {
  const shown: string[] = [];
  let clock = 0;
  const surroundings = {
    terminal,
    columns: 40,
    clock: () => (clock += 1000),
    complain: (text: string) => shown.push(text),
  };
  const bar = progress(surroundings as unknown as Surroundings);
  for (const one of done) bar.step(one, total, 'a scenario with a title that is longer than the line');
  bar.end();
  return shown.join('');
}

describe('progress', () => {
  it('is a bar on a terminal, drawn on one line and wiped at the end', () => {
    const text = watched(true, [1, 2], 2);
    expect(text).toContain('[############............] 1/2');
    expect(text).not.toContain('\n');
    expect(text.endsWith('\r\u001b[2K')).toBe(true);
    const lines = text.split('\r\u001b[2K');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(40);
  });

  it('is one plain line a tenth elsewhere', () => {
    const every = Array.from({ length: 40 }, (_none, index) => index + 1);
    const lines = watched(false, every, 40).trimEnd().split('\n');
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('4 of 40 runs');
  });

  it('is silent for a few runs elsewhere', () => {
    expect(watched(false, [1, 2], 2)).toBe('');
  });
});
