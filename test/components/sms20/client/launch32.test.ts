import { describe, expect, it } from 'vitest';
import { logOn, startService, stopService } from '../../../../src/simulation/index.ts';
import { minute } from '../../../../src/kernel/index.ts';
import { ClientBench } from './client-bench.ts';

const notSafe = "Not launching until CCIM indicates that it's safe to do so";

const ofSoftwareDistribution = [
  `WNet User Groups Offer Data Provider - ${notSafe}`,
  'Program Execution Agent - Not Launching application',
  `Advertised Programs Monitor (Event Driven) - ${notSafe}`,
  `Advertised Programs Monitor - ${notSafe}`,
];

const cut = '!!!WARNING';

/** A client whose service has started anew and refuses CCIM, which therefore approves nothing. */
function refusing(settings: Readonly<Record<string, boolean>> = {}): ClientBench {
  const bench = new ClientBench({ settings, user: true }).cycle().cycle();
  const file = `${bench.root}\\Core\\Bin\\Ccim32.dll`;
  bench.files(bench.client).write(file, { size: 5, token: 'another' }, { version: '2.00.1380.1000' });
  stopService(bench.simulation, 'PC1', 'SMS Client Service');
  startService(bench.simulation, 'PC1', 'SMS Client Service');
  return bench.pass(minute);
}

function linesAtLogon(bench: ClientBench): readonly string[] {
  const before = bench.log('Launch32.log').length;
  logOn(bench.simulation, 'PC1', 'ANNA', false);
  return bench.pass(minute).log('Launch32.log', before);
}

describe('Launch32', () => {
  it('holds back the programs of a user until CCIM has approved (Q264630)', () => {
    expect(linesAtLogon(refusing())).toEqual(ofSoftwareDistribution);
  });

  it('names the metering client where it is installed', () => {
    expect(linesAtLogon(refusing({ 'Software metering enabled': true }))).toContain(`Lic Client - ${notSafe}`);
  });

  it('says nothing of a component that is not installed', () => {
    expect(linesAtLogon(refusing({ 'Advertised programs enabled': false }))).toEqual([]);
  });

  it('says nothing once CCIM has approved', () => {
    expect(linesAtLogon(new ClientBench({ user: true }).cycle())).toEqual([]);
  });
});

describe('SMS Client Service', () => {
  it('holds back the offer data provider of the system as well (Q264630)', () => {
    const lines = refusing().log('Clisvc.log');
    const refused = lines.findLastIndex((line) => line.startsWith(cut));
    expect(lines.slice(refused)).toContain(`System Offer Data Provider - ${notSafe}`);
  });
});
