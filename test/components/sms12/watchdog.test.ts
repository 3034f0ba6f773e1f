import { describe, expect, it } from 'vitest';
import { mismatchesOf } from '../../scenario/site-play.ts';

function mismatches(steps: readonly string[], expectations: readonly string[], settings = ''): readonly string[] {
  const list = (lines: readonly string[]): string => lines.map((line) => `  - ${line}`).join('\n');
  const head = ['scenario: x', 'source: test', 'site: single-1.2', 'claims: { 1.2 SP2: present }'];
  const body = [`settings: { ${settings} }`, 'steps:', list(steps), 'expect:', list(expectations)];
  return mismatchesOf([...head, ...body, 'variants: { symptom: {} }\n'].join('\n'));
}

const cycle = 'SCMAN.LOG, has: /Beginning a watchdog cycle/';

describe('the watchdog of Site Configuration Manager', () => {
  it.each([
    ['Very Fast', 1, 21],
    ['Fast', 5, 5],
    ['Medium', 15, 2],
    ['Slow', 30, 1],
  ])(
    'runs every 24 polling intervals and ten minutes: at %s (%i) %i times in twelve hours',
    (_name, minutes, times) => {
      const expectations = [`log: { on: LAMSRV1, file: ${cycle}, times: ${times} }`];
      const setting = `Service response (minutes): ${minutes}`;
      expect(mismatches(['run until: 20:00'], expectations, setting)).toEqual([]);
    },
  );

  it('starts services of the site server and of logon servers that have stopped (Q168682)', () => {
    const steps = [
      "{ at: '09:35', service: { on: LAMSRV1, name: SMS_EXECUTIVE, do: stop } }",
      '{ service: { on: LAMBDC1, name: SMS_INVENTORY_AGENT_NT, do: stop } }',
      "{ at: '09:36', sendcode: SMS_SITE_CONFIG_MANAGER 192 }",
      "run until: '09:45'",
    ];
    const expectations = [
      'service: { on: LAMSRV1, service: SMS_EXECUTIVE, state: Running }',
      'service: { on: LAMBDC1, service: SMS_INVENTORY_AGENT_NT, state: Running }',
    ];
    expect(mismatches(steps, expectations)).toEqual([]);
  });

  it('leaves a service alone that is disabled, and a server that is off', () => {
    const steps = [
      "{ at: '09:35', service: { on: LAMSRV1, name: SMS_INVENTORY_AGENT_NT, do: stop, start type: Disabled } }",
      '{ power off: LAMBDC1 }',
      "{ at: '09:36', sendcode: SMS_SITE_CONFIG_MANAGER 192 }",
      "run until: '09:50'",
    ];
    const expectations = [
      'service: { on: LAMSRV1, service: SMS_INVENTORY_AGENT_NT, state: Stopped }',
      "log: { on: LAMSRV1, file: SCMAN.LOG, has: 'Cannot connect to LAMBDC1', times: 1 }",
    ];
    expect(mismatches(steps, expectations)).toEqual([]);
  });

  it('begins another cycle for a code that comes during one', () => {
    const steps = [
      "{ at: '09:35', sendcode: SMS_SITE_CONFIG_MANAGER 192 }",
      "{ at: '09:37', sendcode: SMS_SITE_CONFIG_MANAGER 193 }",
      "run until: '10:00'",
    ];
    const expectations = [
      "log: { on: LAMSRV1, file: SCMAN.LOG, has: 'Beginning a requested watchdog cycle', times: 2 }",
      "trace: { kind: file, subject: '/SITECFG\\.BOX.LAM\\.CT2$/', detail: created, from: 09:50, times: 1 }",
    ];
    expect(mismatches(steps, expectations)).toEqual([]);
  });
});
