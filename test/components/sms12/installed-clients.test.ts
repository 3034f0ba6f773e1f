import { describe, expect, it } from 'vitest';
import { mismatchesOf } from '../../scenario/site-play.ts';

function playedWith(computer: string): readonly string[] {
  const server = '{ name: LAMSRV1, operating system: Windows NT 4.0, address: 10.1.0.1, subnet: 10.1.0.0 }';
  const client = `{ name: PC9, ${computer}, address: 10.1.0.9, subnet: 10.1.0.0 }`;
  const lines = [
    ...['scenario: x', 'source: test', 'claims: { 1.2 SP2: present }', 'site:', '  site: LAM', '  server: LAMSRV1'],
    ...['  release: 1.2 SP2', '  zone: Central Standard Time', '  start: 1997-11-03 08:00', '  domains: [LAMWORLD]'],
    ...['  Windows NT domains:', '    - { name: LAMWORLD, controllers: [LAMSRV1] }'],
    ...['  computers:', `    - ${server}`, `    - ${client}`, "steps: [run until: '08:10']"],
    ...["expect: [file: { on: PC9, path: 'C:\\SMS.INI' }]", 'variants: { symptom: {} }', ''],
  ];
  return mismatchesOf(lines.join('\n'));
}

describe('an installed client of SMS 1.2', () => {
  it('was installed by the logon script of its user', () => {
    expect(playedWith('operating system: Windows 95, user: BEN')).toEqual([]);
  });

  it('is none where a file names no user', () => {
    expect(playedWith('operating system: Windows 95')).toHaveLength(1);
  });

  it('is a mistake where a file says that it is one all the same', () => {
    const words = 'an installed client of SMS 1.2 needs a user';
    expect(() => playedWith('operating system: Windows 95, installed: true')).toThrow(words);
  });
});
