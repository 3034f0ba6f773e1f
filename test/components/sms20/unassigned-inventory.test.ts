import { describe, expect, it } from 'vitest';
import { day, hour, minute } from '../../../src/kernel/index.ts';
import { startService, stopService } from '../../../src/simulation/index.ts';
import { ServerBench, hardwareText, softwareText } from './server-fixture.ts';

describe('Discovery Data Manager', () => {
  it('deletes the inventory of unassigned clients at night (Q281107)', () => {
    const bench = new ServerBench().start();
    bench.discover();
    bench.write(bench.inbox('sinv.box', 'A.sic'), softwareText('complete'));
    bench.write(bench.inbox('dataldr.box', 'A.mif'), hardwareText());
    bench.pass(day);
    const inventory = 'select count(*) from SoftwareInventory union all select count(*) from PC_BIOS_DATA';
    expect(bench.rows(inventory)).toEqual([[1], [1]]);
    bench.discover(['10.0.0.0']);
    bench.pass(day);
    expect(bench.rows(inventory)).toEqual([[0], [0]]);
  });

  it.each([
    ['04:00, in the same night', 27, 0],
    ['06:00, in the next one', 29, 1],
  ])('deletes it after a stop that lasts until %s', (_when, hours, left) => {
    const bench = new ServerBench().start();
    bench.discover();
    bench.write(bench.inbox('sinv.box', 'A.sic'), softwareText('complete'));
    bench.pass(minute);
    bench.discover(['10.0.0.0']);
    stopService(bench.simulation, 'SMSSRV1', 'SMS_EXECUTIVE');
    bench.pass(hours * hour);
    startService(bench.simulation, 'SMSSRV1', 'SMS_EXECUTIVE');
    bench.pass(minute);
    expect(bench.rows('select count(*) from SoftwareInventory')).toEqual([[left]]);
    bench.pass(day);
    expect(bench.rows('select count(*) from SoftwareInventory')).toEqual([[0]]);
  });
});
