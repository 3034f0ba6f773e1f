import { describe, expect, it } from 'vitest';
import { day, hour, minute } from '../../../../src/kernel/index.ts';
import { powerOff, powerOn, stopService } from '../../../../src/simulation/index.ts';
import { queueDestinations, queueItems } from '../../../../src/components/sms20/client/index.ts';
import { nameFromClock } from '../../../../src/components/sms20/generated-names.ts';
import { ClientBench, softwareAgent } from './client-bench.ts';

const box = 'CAP List for site ABC,sinv.box\\';

function cut(bench: ClientBench, cut: boolean): ClientBench {
  bench.simulation.world.network.change('PC1', 'SRV1', { cut });
  bench.simulation.world.transfers.linkChanged();
  return bench;
}

function waiting(bench: ClientBench): number {
  const { registry } = bench.client;
  return queueDestinations(registry).reduce((sum, one) => sum + queueItems(registry, one).length, 0);
}

function takeInventory(bench: ClientBench): ClientBench {
  return bench.post(softwareAgent, 'run').pass(4 * minute);
}

describe('Copy Queue', () => {
  it('copies what is handed to it at once and logs each step (Q243681, Q301352)', () => {
    const bench = new ClientBench();
    const before = bench.log('Cqmgr32.log').length;
    takeInventory(bench);
    const lines = bench.log('Cqmgr32.log', before).map((line) => line.replace(/Item \d{8}/, 'Item 1'));
    expect(lines.slice(2)).toEqual([
      `-Servicing Destination[${box}]`,
      "--Validating Item 'Item 1'",
      "--Servicing Item 'Item 1'",
      '--Inserted Item[Item 1] into list',
      '--Trying to copy Item[Item 1], copy try no. 1',
      "--Removing Item 'Item 1'",
      'Copy cycle finished normally',
    ]);
    expect(lines[0]).toMatch(/^Starting Copy Cycle no\. \d+$/);
    expect(waiting(bench)).toBe(0);
  });

  it('keeps items of a destination that cannot be reached, and tries after 15, 30, 60 and 360 minutes', () => {
    const bench = cut(new ClientBench(), true);
    const before = bench.log('Cqmgr32.log').length;
    takeInventory(bench);
    expect(bench.log('Cqmgr32.log', before).slice(2, 5)).toEqual([
      `-Servicing Destination[${box}]`,
      `Destination[${box}] is inaccessible`,
      `-Destination[${box}] retry set to 1`,
    ]);
    bench.pass(15 * minute + 30 * minute + 60 * minute + 360 * minute + 5 * minute);
    const retries = bench.log('Cqmgr32.log', before).filter((line) => line.includes('retry set to'));
    expect(retries.map((line) => line.at(-1))).toEqual(['1', '2', '3', '4', '4']);
    cut(bench, false).pass(6 * hour);
    expect(waiting(bench)).toBe(0);
  });

  it('leaves a destination alone until its retry, although an agent calls (Q292030)', () => {
    const bench = takeInventory(cut(new ClientBench(), true));
    cut(bench, false);
    const before = bench.log('Cqmgr32.log').length;
    takeInventory(bench);
    expect(bench.log('Cqmgr32.log', before).slice(2)).toEqual([
      `-Servicing Destination[${box}]`,
      `-Destination[${box}] not yet ready for retry`,
      `-Destination[${box}] retry set to 1`,
      'Copy cycle finished normally',
    ]);
  });

  it('keeps its items when the computer is switched off (Q263594)', () => {
    const bench = takeInventory(cut(new ClientBench(), true));
    powerOff(bench.simulation, 'PC1', 'killed');
    bench.pass(hour);
    powerOn(bench.simulation, 'PC1');
    cut(bench, false).pass(hour);
    expect(waiting(bench)).toBe(0);
  });

  it.each([
    ['2.0 SP1', true],
    ['2.0 SP2', false],
  ])('%s: an item older than 8 days stays while its destination is inaccessible: %s (Q263594)', (release, stays) => {
    const bench = takeInventory(cut(new ClientBench({ release }), true));
    const item = (): string | undefined => {
      const [sinv] = queueDestinations(bench.client.registry).filter(({ name }) => name === box);
      return sinv === undefined ? undefined : queueItems(bench.client.registry, sinv)[0]?.name;
    };
    const first = item();
    expect(first).toBeDefined();
    bench.pass(8 * day + 12 * hour);
    expect(item() === first).toBe(stays);
  });

  it('drops an expired item when its destination can be reached again (Q292030)', () => {
    const bench = takeInventory(cut(new ClientBench({ release: '2.0 SP1' }), true));
    const since = bench.records.length;
    bench.pass(8 * day + 12 * hour);
    cut(bench, false).pass(7 * hour);
    expect(waiting(bench)).toBe(0);
    expect(bench.created('SRV1', /CAP_ABC\\sinv\.box\\/i, since).length).toBeLessThan(2);
  });

  it.each([
    ['2.0 SP3', 'dropped'],
    ['2.0 SP4', 'copied'],
  ])('%s: a file whose names of this second are all taken is %s (Q301352)', (release, fate) => {
    const bench = new ClientBench({ release });
    const files = bench.files(bench.server);
    const second = Math.floor((bench.client.now() + 3 * minute) / 1000) * 1000;
    stopService(bench.simulation, 'SRV1', 'SMS_EXECUTIVE');
    for (let attempt = 1; attempt <= 50; attempt++) {
      files.writeText(`C:\\CAP_ABC\\sinv.box\\${nameFromClock(second, attempt)}.sid`, 'taken');
    }
    const before = bench.log('Cqmgr32.log').length;
    bench.post(softwareAgent, 'run');
    const lines = bench
      .pass(4 * minute)
      .log('Cqmgr32.log', before)
      .map((line) => line.replace(/Item \d{8}/, 'Item 1'));
    const dropped = lines.includes('--Item[Item 1] NOT copied, already exists, set status to Remove');
    expect(dropped).toBe(fate === 'dropped');
    expect(lines.filter((line) => line.includes('copy try no.'))).toHaveLength(dropped ? 50 : 1);
    expect(waiting(bench)).toBe(0);
  });
});
