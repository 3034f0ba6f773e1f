import { describe, expect, it } from 'vitest';
import { mismatchesOf } from './site-play.ts';

const another =
  '  - { name: BDC2, role: other, operating system: Windows NT 4.0, address: 10.1.0.3, subnet: 10.1.0.0 }\n';

/** Plays steps in the shared domain of PDC1 and BDC1, beside which stands BDC2; cycles are asked for at 09:00. */
function mismatches(steps: readonly string[], wanted: readonly string[]): readonly string[] {
  const notify = String.raw`C:\SMS\inboxes\NT_logon.box\Notify\Nt_logon.not`;
  const cycles = ['SRVAAA', 'SRVBBB'].map((on, index) => {
    const at = `09:0${index * 2}`;
    return `{ at: '${at}', write: { on: ${on}, path: '${notify}', text: '' } }`;
  });
  const list = (lines: readonly string[]): string => lines.map((line) => `  - ${line}`).join('\n');
  const head = ['scenario: x', 'source: test', 'site: shared-domain-2.0', 'claims: { 2.0 SP2: present }'];
  const all = [...steps, ...cycles, 'run until: 10:00'];
  return mismatchesOf(
    [...head, 'steps:', list(all), 'expect:', list(wanted), 'variants: { symptom: {} }\n'].join('\n'),
    another,
  );
}

const clicore = (on: string, exists: boolean): string =>
  String.raw`shared folder: { on: ${on}, share: SMSLOGON, exists: ${exists} }`;
const agent = (on: string, state: string): string =>
  `service: { on: ${on}, service: SMS_NT_LOGON_DISCOVERY_AGENT, state: ${state} }`;

describe('a logon server', () => {
  it('that is added becomes a logon point in the next cycle of the senior site', () => {
    const step = "{ at: '08:30', logon server: { server: BDC2, domain: OFFICE, do: add } }";
    const script = String.raw`file: { path: '\\BDC2\NETLOGON\Smsls.bat', exists: true }`;
    expect(mismatches([step], [clicore('BDC2', true), agent('BDC2', 'Running'), script])).toEqual([]);
  });

  it('that is retired is no logon point any more', () => {
    const step = "{ at: '08:30', logon server: { server: BDC1, domain: OFFICE, do: retire } }";
    expect(mismatches([step], [clicore('BDC1', false), agent('BDC1', 'absent'), clicore('PDC1', true)])).toEqual([]);
  });

  it('that is reset has an empty place until the next cycle makes its logon point again', () => {
    const step = "{ at: '08:30', logon server: { server: BDC1, domain: OFFICE, do: reset } }";
    const gone = `{ at: '08:40', expect: [${clicore('BDC1', false)}] }`;
    expect(mismatches([step, gone], [clicore('BDC1', true), agent('BDC1', 'Running')])).toEqual([]);
  });

  it.each([
    ['{ server: BDC2, domain: OFFICE, do: retire }', 'BDC2 is no controller of OFFICE'],
    ['{ server: BDC1, domain: OFFICE, do: add }', 'BDC1 is a controller of OFFICE already'],
    ['{ server: BDC1, domain: PLANT, do: add }', 'there is no Windows NT domain PLANT'],
  ])('%s: %s', (given, why) => {
    expect(JSON.stringify(mismatches([`logon server: ${given}`], [clicore('PDC1', true)]))).toContain(why);
  });
});
