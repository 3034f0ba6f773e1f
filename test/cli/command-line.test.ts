import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder, smsim } from './desk.ts';

describe('the command line', () => {
  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(await smsim(['--version'])).toEqual({ code: 0, output: `${version}\n`, complaints: '' });
  });

  it('tells how it is used, with examples and exit codes', async () => {
    const { code, output } = await smsim(['--help']);
    expect(code).toBe(0);
    expect(output).toContain('smsim query my.yaml "select');
    expect(output).toContain('6 not deterministic');
  });

  it.each([
    ['an unknown command', ['rum'], /Did you mean run\?/],
    ['an unknown option', ['run', 'a.yaml', '--seeed', '3'], /Did you mean --seed/],
    ['a seed that is no number', ['run', 'a.yaml', '--seed', 'x'], /A whole number is needed/],
    ['an unknown reporter', ['run', 'a.yaml', '--reporter', 'xml'], /Allowed choices are summary, json, junit/],
    ['a missing argument', ['run'], /missing required argument 'paths'/],
    ['an option of another command', ['validate', '--to', 'x', 'a'], /unknown option '--to'/],
    ['an export without a time', ['export', 'a.yaml', '--to', 'x'], /--at/],
  ])('refuses %s with exit code 2 and says what is wrong', async (_name, given, complaint) => {
    const { code, output, complaints } = await smsim(given);
    expect(code).toBe(2);
    expect(complaints).toMatch(complaint);
    expect(output).toBe('');
  });

  it.each([
    'tour',
    'run',
    'list',
    'validate',
    'init',
    'trace',
    'why',
    'query',
    'export',
    'tool',
    'readsche',
    'diagram',
    'replay',
    'schema',
    'check-determinism',
  ])('explains %s', async (command) => {
    const { code, output } = await smsim([command, '--help']);
    expect(code).toBe(0);
    expect(output).toContain(`Usage: smsim ${command}`);
  });
});
