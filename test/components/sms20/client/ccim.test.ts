import { describe, expect, it } from 'vitest';
import { configurationPath } from '../../../../src/components/sms20/client/index.ts';
import { day, hour, minute, second } from '../../../../src/kernel/index.ts';
import { logOn, powerOff, powerOn } from '../../../../src/simulation/index.ts';
import { printRegistryTime } from '../../../../src/world/index.ts';
import { ClientBench, ccim, hardwareAgent } from './client-bench.ts';

const lookup = 'C:\\CAP_ABC\\clidata.box\\client.lkp';
const hardwareKey = `Sites\\ABC\\Client Components\\${hardwareAgent}`;

function cycles(bench: ClientBench): number {
  return bench.log('Ccim32.log').filter((line) => line === 'Done processing active client components').length;
}

describe('CCIM', () => {
  it('takes a cycle when the service starts and 23 hours after the start of the last one (Q231232)', () => {
    const bench = new ClientBench();
    expect(cycles(bench)).toBe(1);
    expect(cycles(bench.pass(20 * hour))).toBe(1);
    expect(cycles(bench.pass(hour))).toBe(2);
  });

  it('takes a cycle at power-up, from which the 23 hours then count (Q231232)', () => {
    const bench = new ClientBench();
    powerOff(bench.simulation, 'PC1', 'stopped');
    bench.pass(10 * hour);
    powerOn(bench.simulation, 'PC1');
    expect(cycles(bench.pass(minute))).toBe(2);
    expect(cycles(bench.pass(22 * hour))).toBe(2);
    expect(cycles(bench.pass(hour))).toBe(3);
  });

  it('waits for a user on Windows 98 and goes on as that user (Q231232, Q237759)', () => {
    const bench = new ClientBench({ operatingSystem: 'Windows 98' });
    expect(bench.log('Ccim32.log')).toEqual([
      'GetUserName returned FALSE (ERROR_NOT_LOGGED_ON)',
      'IsUserLoggedOn() - waiting a minute...',
    ]);
    logOn(bench.simulation, 'PC1', 'Anna', false);
    expect(cycles(bench.pass(10 * minute))).toBe(1);
    expect(bench.simulation.world.sessionAccount('PC1', 'SRV1')).toBe('Anna');
  });

  it('warns, and tries again in 60 minutes, when no account can connect (Q236052)', () => {
    const bench = new ClientBench();
    bench.simulation.world.accounts.set('SMSClient_ABC', { password: 'changed' });
    const before = bench.log('Ccim32.log').length;
    bench.cycle();
    const warnings = [
      'Warning - could not read files from site ABC (#2147942405)',
      'Warning - CNALPathEx::GetAccessiblePath returned error 2147942405',
      "CClientSiteCfgArray - Can't get accessible path for site ABC config info",
    ];
    const lines = bench.log('Ccim32.log', before);
    expect(lines.filter((line) => warnings.includes(line))).toEqual(warnings);
    expect(lines.at(-1)).toBe('CCIM32 - Retry in 60 minutes');
    bench.pass(hour);
    expect(bench.log('Ccim32.log', before).filter((line) => line === warnings[0])).toHaveLength(2);
  });

  it('tries every client connection account in turn (Q227033)', () => {
    const bench = new ClientBench({ accounts: ['SMSClient_ABC', 'SMSClient2'] });
    bench.simulation.world.accounts.set('SMSClient_ABC', { password: 'changed' });
    const since = bench.records.length;
    bench.cycle();
    const tries = bench.records.slice(since).filter(({ kind }) => kind === 'account');
    expect(tries.slice(0, 2).map(({ subject, detail }) => `${subject}: ${detail}`)).toEqual([
      'SMSClient_ABC: refused, Win32 error 1326 at SRV1',
      'SMSClient2: connected at SRV1',
    ]);
  });

  it('never learns a new password from the site, only from an installation (Q227033)', () => {
    const bench = new ClientBench({ accounts: ['SMSClient_ABC', 'SMSClient2'] });
    const key = 'HKLM\\Software\\Microsoft\\SMS\\Client\\Configuration\\Client Connection Accounts';
    bench.client.registry.set(key, 'SMSClient_ABC', { type: 'REG_SZ', data: 'old' });
    powerOff(bench.simulation, 'PC1', 'stopped');
    powerOn(bench.simulation, 'PC1');
    expect(cycles(bench.pass(minute))).toBe(2);
    expect(bench.client.registry.getText(key, 'SMSClient_ABC')).toBe('old');
  });

  it.each([
    ['59 days', 59, true],
    ['61 days', 61, false],
  ])('after %s without its site the client is %s', (_, days, stays) => {
    const bench = new ClientBench();
    bench.simulation.world.network.change('PC1', 'SRV1', { cut: true });
    const checked = printRegistryTime(bench.client.now() - days * day);
    bench.setText('Sites\\Shared\\ABC', 'Site Config Last Checked', checked).cycle();
    expect(bench.runs(ccim)).toBe(stays);
    expect(bench.files(bench.client).exists(`${bench.root}\\Core\\Bin\\Ccim32.dll`)).toBe(stays);
    const configuration = bench.files(bench.client).readText(configurationPath(bench.client));
    const installations = `Number of Opal Installations=${stays ? 1 : 0}`;
    expect(configuration).toMatchObject({ value: expect.stringMatching(/^SMS Unique Identifier=GUID:/m) });
    expect(configuration).toMatchObject({ value: expect.stringContaining(installations) });
  });

  it('removes the client when its subnet leaves the boundaries, but not in travel mode (Q199078)', () => {
    for (const travels of [false, true]) {
      const bench = new ClientBench();
      const properties = 'HKLM\\Software\\Microsoft\\SMS\\Client\\Configuration\\Client Properties';
      if (travels) bench.client.registry.set(properties, 'Reserved2', { type: 'REG_DWORD', data: 1 });
      bench.client.adapters = [{ address: '10.9.0.7', subnet: '10.9.0.0', macAddress: '00:80:AA:BB:CC:DD' }];
      bench.cycle();
      expect(bench.log('Ccim32.log')).toContain('- No longer assigned to ABC; checking for travel mode override');
      expect(bench.runs(ccim)).toBe(travels);
    }
  });

  it('removes the client at the next cycle when SMS Client Deinstall is TRUE (Q199078)', () => {
    const bench = new ClientBench();
    bench.setText('Configuration\\Client Properties', 'SMS Client Deinstall', 'True').cycle();
    expect([ccim, 'SMS Client Service', 'Copy Queue', hardwareAgent].filter((name) => bench.runs(name))).toEqual([]);
  });

  it('holds client.lkp open for two seconds, so that nobody can write it (Q280515)', () => {
    const bench = new ClientBench().resync('HW');
    bench.post(ccim, 'wake').pass(second);
    expect(bench.server.files.openHandles(lookup)).toHaveLength(1);
    expect(bench.files(bench.server).writeText(lookup, '')).toEqual({ ok: false, error: 32 });
    bench.pass(second);
    expect(bench.server.files.openHandles(lookup)).toHaveLength(0);
  });

  it('puts a request into the registry of the agent and starts the inventory, once (InvSync)', () => {
    const bench = new ClientBench().resync('HW');
    bench.post(ccim, 'wake').pass(3 * second);
    expect(bench.number(hardwareKey, 'Resync')).toBe(1);
    expect(bench.text(hardwareKey, 'Resync Time')).toMatch(/^2000\/05\/10 03:00/);
    bench.pass(10 * minute);
    expect(bench.number(hardwareKey, 'Resync')).toBe(0);
    const runs = (): number => bench.log('Hinv32.log').filter((line) => line.includes('cycle started')).length;
    expect(runs()).toBe(2);
    bench.cycle();
    expect(runs()).toBe(2);
  });

  it('leaves a request to the schedule of the agent where the trait says so', () => {
    const overrides = [{ component: ccim, trait: 'a resync starts the inventory', value: false }];
    const bench = new ClientBench({ overrides }).resync('HW').cycle();
    expect(bench.number(hardwareKey, 'Resync')).toBe(1);
    expect(bench.log('Hinv32.log').filter((line) => line.includes('cycle started'))).toHaveLength(1);
  });

  it('follows a call that comes while a cycle is under way with another cycle', () => {
    const bench = new ClientBench().resync('HW');
    bench
      .post(ccim, 'wake')
      .pass(second)
      .post(ccim, 'wake')
      .pass(10 * minute);
    expect(cycles(bench)).toBe(3);
  });

  it.each([
    ['2.0', '2000-05-11', true],
    ['2.0 SP1', '2000-05-11', false],
    ['2.0 SP1', '2000-05-17', true],
  ])('%s: the second heartbeat record is sent by %s: %s (Q257799)', (release, until, sent) => {
    const bench = new ClientBench({ release });
    const since = bench.records.length;
    bench.pass(until === '2000-05-11' ? 44 * hour : 7 * day + 20 * hour);
    expect(bench.created('SRV1', /ddr\.box\\.*\.ddr$/i, since).length > 0).toBe(sent);
  });

  it('removes an agent that the site has switched off, and installs it again', () => {
    const bench = new ClientBench();
    const set = (enabled: boolean): void => {
      const site = bench.simulation.world.site('ABC');
      if (site === undefined) throw new Error('no site');
      const settings = { ...site.settings, 'Hardware inventory enabled': enabled };
      bench.simulation.world.sites.set('ABC', { ...site, settings });
      bench.simulation.broadcast({ type: 'site settings changed' });
      bench.pass(minute).cycle();
    };
    set(false);
    expect(bench.runs(hardwareAgent)).toBe(false);
    expect(bench.files(bench.client).exists(`${bench.root}\\Clicomp\\Hinv\\Hinv32.exe`)).toBe(false);
    set(true);
    expect(bench.runs(hardwareAgent)).toBe(true);
    expect(bench.log('Ccim32.log')).toContain(`Component "${hardwareAgent}" needs to be installed`);
  });

  it('skips a component whose .CFG has another version than the offer (Q236596)', () => {
    const bench = new ClientBench();
    bench.client.registry.deleteKey(`HKLM\\Software\\Microsoft\\SMS\\Client\\Client Components\\${hardwareAgent}`);
    const path = 'C:\\CAP_ABC\\clicomp.box\\hinv.CFG';
    bench.files(bench.server).delete(path);
    bench.cycle();
    expect(bench.log('Ccim32.log')).toContain(
      'Warning: \\\\SRV1\\CAP_ABC\\clicomp.box\\hinv.CFG version () out of sync ' +
        'with offer file version (2.00.1493.4008); skipping operations',
    );
  });

  it('verifies its components every 30 days; before SP2 this takes inventory off schedule (Q239564)', () => {
    for (const [release, inventories] of [
      ['2.0 SP1', 1],
      ['2.0 SP3', 0],
    ] as const) {
      const bench = new ClientBench({ release });
      const old = printRegistryTime(bench.client.now() - 31 * day);
      bench.setText(`Client Components\\${hardwareAgent}`, 'Last Done', old);
      const runs = (): number => bench.log('Hinv32.log').filter((line) => line.includes('cycle started')).length;
      const before = runs();
      bench.cycle().pass(30 * minute);
      expect(bench.log('Ccim32.log')).toContain(`Component "${hardwareAgent}" needs to be verified`);
      expect(runs() - before).toBe(inventories);
    }
  });

  it('reads every site of a client and sends its reports to all of them (Q202940)', () => {
    const bench = new ClientBench();
    const { registry } = bench.client;
    const client = 'HKLM\\Software\\Microsoft\\SMS\\Client';
    registry.set(client, 'InstalledSites', { type: 'REG_MULTI_SZ', data: ['ABC', 'XYZ'] });
    const lists = 'HKLM\\Software\\Microsoft\\NAL\\Client\\AbExprtDB';
    const data = ['MSWNET:["SMS_SITE=XYZ"]\\\\SRV9\\CAP_XYZ\\'];
    registry.set(lists, 'CAP List for site XYZ', { type: 'REG_MULTI_SZ', data });
    bench.cycle();
    expect(bench.log('Ccim32.log')).toContain('Warning - could not read files from site XYZ (#2147942453)');
    expect(bench.log('Ccim32.log').at(-1)).toBe('CCIM32 - Retry in 60 minutes');
    bench.post(hardwareAgent, 'run').pass(5 * minute);
    const served = bench.log('Cqmgr32.log').filter((line) => line.startsWith('-Servicing'));
    expect(served).toContain('-Servicing Destination[CAP List for site XYZ,inventry.box\\]');
  });
});
