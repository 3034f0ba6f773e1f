import { describe, expect, it } from 'vitest';
import { minute } from '../../../src/kernel/index.ts';
import { ScenarioPlay } from '../../../src/scenario/index.ts';
import { restoreCheckpoint, saveCheckpoint, setupOpener } from '../../../src/simulation/index.ts';
import { sha256 } from '../../../src/cli/digest.ts';
import { loadSqlEngine } from '../../../src/cli/sql-engine.ts';
import { product, sound } from '../fixture.ts';
import { StepBench } from './step-bench.ts';

const add = 'add site: { site: xyz, server: CAP2, boundaries: [192.168.0.0], release: 2.0 SP2 }';

describe('a site that is added', () => {
  it('has a server that runs, a database of its own and a client access point that its Inbox Manager fills', () => {
    const bench = new StepBench();
    bench.done('all SMS services: { on: SMSSRV1, do: start }', add);
    expect(bench.runs('CAP2', 'SMS_INBOX_MANAGER')).toBe(true);
    expect(bench.world.database('XYZ')).not.toBe(bench.database);
    bench.pass(30 * minute);
    const master = 'C:\\CAP_XYZ\\clifiles.box\\hinv\\Sms_def.mof';
    expect(bench.facts('CAP2', master)).toBeDefined();
  });

  it('takes clients that lie in its boundaries', () => {
    const bench = new StepBench();
    bench.done('all SMS services: { on: SMSSRV1, do: start }', add);
    bench.pass(30 * minute);
    bench.done('install client: { on: PC2 }');
    const key = 'HKLM\\Software\\Microsoft\\SMS\\Client';
    expect(bench.computer('PC2').registry.getList(key, 'InstalledSites')).toEqual(['ABC', 'XYZ']);
  });

  it.each([
    ['a code that is taken', 'add site: { site: ABC, server: CAP2 }', 'there is a site ABC already'],
    ['a server of another site', 'add site: { site: XYZ, server: CAP1 }', 'CAP1 is a server of site ABC already'],
    ['a computer without Windows NT', 'add site: { site: XYZ, server: PC2 }', 'PC2 does not run Windows NT'],
  ])('cannot have %s', (_sentence, step, refusal) => {
    expect(new StepBench().play(step)).toEqual([refusal]);
  });

  it('cannot be set up on a computer that is off', () => {
    const bench = new StepBench();
    bench.done('power off: CAP2');
    expect(bench.play(add)).toEqual(['CAP2 is off']);
  });
});

describe('a site that is retired', () => {
  it('leaves its server without services, shares and database, and the server can have a site again', () => {
    const bench = new StepBench();
    bench.done(add);
    bench.pass(minute);
    bench.done('retire site: { site: XYZ }');
    const server = bench.computer('CAP2');
    expect(bench.runs('CAP2', 'SMS_INBOX_MANAGER')).toBe(false);
    expect(server.service('SMS_EXECUTIVE')).toBeUndefined();
    expect(server.files.resolveShare('CAP_XYZ')).toBeUndefined();
    expect(bench.world.database('XYZ')).toBeUndefined();
    expect(server.files.stat(setupOpener, 'C:\\CAP_XYZ').ok).toBe(true);
    bench.pass(60 * minute);
    bench.done(add);
    expect(bench.runs('CAP2', 'SMS_INBOX_MANAGER')).toBe(true);
  });

  it('is not the only one, and its servers are on', () => {
    const bench = new StepBench();
    expect(bench.play('retire site: { site: ABC }')).toEqual(['ABC is the only site']);
    bench.done(add, 'power off: CAP2');
    expect(bench.play('retire site: { site: XYZ }')).toEqual(['CAP2 is off']);
  });

  it('is gone from a run that is restored, though the beginning had it', () => {
    const [before, after] = [new StepBench(), new StepBench()];
    before.done(add, 'retire site: { site: XYZ }');
    after.done(add);
    restoreCheckpoint(after.simulation, saveCheckpoint(before.simulation));
    expect([...after.world.databases.keys()]).toEqual(['ABC']);
    expect([...after.world.sites.keys()]).toEqual(['ABC']);
  });
});

describe('a step for a site that is not there at that moment', () => {
  it('fails at its line', async () => {
    const [variant] = sound(
      'steps:\n  - boundaries: { site: XYZ, add: [10.9.9.0] }\n  - add site: { site: XYZ, server: CLIENT1 }\n',
    ).variants;
    const [run] = variant?.runs ?? [];
    if (variant === undefined || run === undefined) throw new Error('nothing to play');
    const play = new ScenarioPlay({ variant, run, product, sqlEngine: await loadSqlEngine(), digest: sha256 });
    play.playToEnd();
    expect(play.mismatches.map(({ line, actual }) => `${line}: ${actual}`)).toEqual([
      '5: there is no site XYZ at this moment',
      '6: CLIENT1 does not run Windows NT',
    ]);
  });
});
