import { describe, expect, it } from 'vitest';
import { day, hour, instantOf, minute, second } from '../../../../src/kernel/index.ts';
import { powerOff, powerOn } from '../../../../src/simulation/index.ts';
import { ClientBench, ccim, hardwareAgent, softwareAgent } from './client-bench.ts';

function cut(bench: ClientBench, cut: boolean): ClientBench {
  bench.simulation.world.network.change('PC1', 'SRV1', { cut });
  bench.simulation.world.transfers.linkChanged();
  return bench;
}

function restart(bench: ClientBench): ClientBench {
  powerOff(bench.simulation, 'PC1', 'killed');
  bench.pass(minute);
  powerOn(bench.simulation, 'PC1');
  return bench;
}

/** When CCIM began its cycles. */
function cycleTimes(bench: ClientBench): readonly number[] {
  const own = bench.records.filter(({ kind, process }) => kind === 'transition' && process === `PC1/${ccim}`);
  return own.filter(({ subject }) => /--> .*beginning/.test(subject)).map(({ time }) => time);
}

function count(lines: readonly string[], text: string): number {
  return lines.filter((line) => line.includes(text)).length;
}

describe('A client', () => {
  it('tries its site every hour for 60 days without contact, and then removes itself (Q227033, Q236052)', () => {
    const bench = cut(new ClientBench(), true);
    expect(bench.pass(59 * day).runs(ccim)).toBe(true);
    expect(bench.log('Ccim32.log').at(-1)).toBe('CCIM32 - Retry in 60 minutes');
    expect(bench.pass(2 * day).runs(ccim)).toBe(false);
    const tries = cycleTimes(bench);
    expect(tries.slice(-3).map((time, index, all) => time - (all[index - 1] ?? time))).toEqual([0, hour, hour]);
    expect(bench.files(bench.client).readText('C:\\WINNT\\Smscfg.ini')).toMatchObject({
      value: expect.stringMatching(/^SMS Unique Identifier=GUID:/m),
    });
  });

  it('verifies its components when they are 30 days old, and not before (Q246040)', () => {
    const bench = new ClientBench();
    const verified = (): number =>
      count(
        bench.records.flatMap(({ kind, detail }) => (kind === 'log' ? [detail] : [])),
        `Component "${hardwareAgent}" needs to be verified`,
      );
    bench.pass(29 * day);
    expect(verified()).toBe(0);
    bench.pass(3 * day);
    expect(verified()).toBe(1);
  });

  it('counts the 23 hours of CCIM in hours that pass, also where clocks go forward meanwhile (Q231232)', () => {
    const bench = new ClientBench({ start: instantOf({ year: 2000, month: 4, day: 1, hour: 20 }) });
    bench.pass(2 * day);
    const [first = 0, second = 0, third = 0] = cycleTimes(bench);
    expect([second - first, third - second]).toEqual([23 * hour, 23 * hour]);
    expect(bench.client.now() - bench.simulation.now).toBe(-5 * hour);
  });

  it('takes inventory without its site, but no settings and no requests before a cycle reaches it (Q236052)', () => {
    const bench = cut(new ClientBench(), true);
    const hardware = `Sites\\ABC\\Client Components\\${hardwareAgent}`;
    bench.resync('HW');
    restart(bench).pass(10 * minute);
    expect(bench.log('Ccim32.log').at(-1)).toBe('CCIM32 - Retry in 60 minutes');
    expect([bench.runs(hardwareAgent), bench.runs(softwareAgent)]).toEqual([true, true]);
    expect(bench.text(hardware, 'Resync Time')).toBeUndefined();
    cut(bench, false).pass(hour);
    expect(bench.text(hardware, 'Resync Time')).toBeDefined();
  });

  it('that loses power in mid-copy sends the file again; the half at the CAP ends in BADSinv (Q263594)', () => {
    const bench = new ClientBench();
    const speed = (bytesPerSecond: number): void => {
      bench.simulation.world.network.change('PC1', 'SRV1', { bytesPerSecond });
    };
    speed(10);
    bench.post(softwareAgent, 'run').pass(3 * minute + 2 * second);
    const since = bench.records.length;
    restart(bench);
    speed(1_000_000);
    bench.pass(hour);
    expect(bench.created('SRV1', /SMS.inboxes.sinv\.box.BADSinv.[A-Z0-9]{8}\.sid$/i, since)).toHaveLength(1);
    expect(bench.created('SRV1', /CAP_ABC.sinv\.box.[A-Z0-9]{8}\.sid$/i, since)).toHaveLength(1);
    expect(bench.files(bench.client).list(`${bench.root}\\Clicomp\\Sinv\\Outbox`)).toEqual({ ok: true, value: [] });
  });

  it.each([
    [hardwareAgent, 'Hinv32.log', 20 * second],
    [softwareAgent, 'Sinv32.log', minute],
  ])('takes an inventory of the %s again that a loss of power has cut off (Q317423)', (agent, file, underway) => {
    const bench = new ClientBench();
    const started = (): number => count(bench.log(file), 'cycle started');
    bench.post(agent, 'run').pass(underway);
    const before = started();
    restart(bench).pass(30 * minute);
    expect(started()).toBe(before + 1);
    restart(bench).pass(30 * minute);
    expect(started()).toBe(before + 1);
  });
});
