import { describe, expect, it } from 'vitest';
import { files, mismatches } from './site-server-play.ts';

const stored = 'DATALOAD.BOX\\FILES.COL\\LAM\\LAM00000\\LAM00002';
const path = 'C:\\WINDOWS\\WIN.INI';

function rule(words: string): string {
  const text = `PACKAGE 1 "Settings" FILE "WIN.INI" ${words}`;
  const place = 'C:\\SMS\\SITE.SRV\\MAINCFG.BOX\\PKGRULE\\PACKAGE.RUL';
  return `{ at: '08:20', write: { on: LAMSRV1, path: '${place}', text: '${text}' } }`;
}

function present(at: string, text: string): string {
  return `{ at: '${at}', write: { on: WIN95A, path: '${path}', text: ${text} } }`;
}

const run = (at: string): string => `{ at: '${at}', invdos: { on: WIN95A, arguments: /F } }`;
const row = `personal computer properties: { name: WIN95A, group: Collected Files, attribute: Path, value: '${path}' }`;
const copy = (name: string, text: string): string =>
  `file: { on: LAMSRV1, path: 'C:\\SMS\\SITE.SRV\\${stored}\\${name}', has: ${text} }`;

describe('a file with Collect This File', () => {
  const once = [present('08:10', 'first'), rule('COLLECT'), run('09:00'), "run until: '09:30'"];

  it('travels in the RAW of the client into FILES.COL, and the record names it', () => {
    expect(mismatches(once, [copy('WIN.INI', 'first'), row])).toEqual([]);
  });

  it('is kept beside the older one when it comes again', () => {
    const twice = [...once, present('10:00', 'second'), run('10:00'), "run until: '10:30'"];
    expect(mismatches(twice, [copy('WIN.INI', 'first'), copy('WIN.INI????', 'second'), row])).toEqual([]);
  });

  it('stays in FILES.COL when it is gone from the client, and leaves the record', () => {
    const removed = `{ at: '10:00', delete: { on: WIN95A, path: '${path}' } }`;
    const lacks = 'personal computer properties: { name: WIN95A, shows: [Disk], lacks: [Collected Files] }';
    expect(
      mismatches([...once, removed, run('10:00'), "run until: '10:30'"], [files(`${stored}\\*`, 1), lacks]),
    ).toEqual([]);
  });

  it('is not sent without it, nor when another file of its package is missing', () => {
    const lacks = 'personal computer properties: { name: WIN95A, shows: [Disk], lacks: [Collected Files] }';
    for (const words of ['', 'COLLECT AND FILE "MISSING.EXE"']) {
      const steps = [present('08:10', 'first'), rule(words), run('09:00'), "run until: '09:30'"];
      expect(mismatches(steps, [files(`${stored}\\*`, 0), lacks])).toEqual([]);
    }
  });
});
