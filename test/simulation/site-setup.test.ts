import { beforeAll, describe, expect, it } from 'vitest';
import { findRelease, sms20 } from '../../src/catalogue/index.ts';
import { sha256 } from '../../src/cli/digest.ts';
import { loadSqlEngine } from '../../src/cli/sql-engine.ts';
import { hour, instantOf, minute } from '../../src/kernel/index.ts';
import {
  Simulation,
  installClient,
  refreshConnectionAccounts,
  setUpSite,
  type ComputerSetup,
  type SiteDescription,
} from '../../src/simulation/index.ts';
import type { Computer } from '../../src/world/index.ts';

const engine = await loadSqlEngine();
const start = instantOf({ year: 1999, month: 11, day: 15, hour: 15 });
const opener = { process: '', account: 'Administrator', local: true, groups: ['Administrators'] };
const client = 'HKLM\\Software\\Microsoft\\SMS\\Client';
const properties = `${client}\\Configuration\\Client Properties`;

function computer(name: string, role: ComputerSetup['role'], more: Partial<ComputerSetup> = {}): ComputerSetup {
  return {
    name,
    role,
    operatingSystem: 'Windows NT 4.0',
    zone: 'GMT Standard Time',
    clockError: 0,
    address: '192.168.0.7',
    subnet: '192.168.0.0',
    power: 'on',
    installed: false,
    hardware: {},
    software: [],
    files: {},
    ...more,
  };
}

const description: SiteDescription = {
  code: 'ABC',
  name: 'Office',
  server: 'SMSSRV1',
  folder: 'C:\\SMS',
  accessPoints: [{ server: 'CAP1', folder: 'C:\\CAP_ABC' }],
  boundaries: ['192.168.0.0'],
  connectionAccounts: [{ name: 'SMSClient_ABC', password: 'secret' }],
  settings: {},
  zone: 'GMT Standard Time',
  start,
  release: '2.0 SP2',
  otherSites: [],
  computers: [
    computer('SMSSRV1', 'site server'),
    computer('CAP1', 'client access point'),
    computer('PC1', 'client', {
      installed: true,
      clockError: 5 * minute,
      user: { name: 'anna', administrator: true },
      software: [{ path: 'C:\\Games\\Sol.exe', size: 500, version: '4.0', product: 'Solitaire', company: 'Microsoft' }],
      files: { 'C:\\TEMP\\note.txt': 'hello' },
      hardware: { Win32_BIOS: [{ Name: 'Odd BIOS' }] },
    }),
    computer('PC2', 'client', { subnet: '10.0.0.0', macAddress: '00:80:11:22:33:44' }),
    computer('PC3', 'other', { power: 'off' }),
  ],
};

function newSimulation(seed = 1): Simulation {
  return new Simulation({ seed, start, product: sms20, sqlEngine: engine, digest: sha256 });
}

function setUp(): Simulation {
  const simulation = newSimulation();
  setUpSite(simulation, description, { site: '2.0 SP2', clients: '2.0 SP1', named: { CAP1: '2.0 SP2' } });
  return simulation;
}

function version(on: Computer, path: string): string | undefined {
  const facts = on.files.stat(opener, path);
  return facts.ok ? facts.value.version : undefined;
}

describe('a site that is set up', () => {
  let simulation: Simulation;
  let computers: Readonly<Record<string, Computer>>;
  beforeAll(() => {
    simulation = setUp();
    const { world } = simulation;
    computers = Object.fromEntries(description.computers.map(({ name }) => [name, world.mustHave(name)]));
  });
  const of = (name: string): Computer => computers[name] as Computer;

  it('has been running for three hours when its time begins', () => {
    expect(simulation.now).toBe(start);
    expect(of('SMSSRV1').startedAt).toBe(start - 3 * hour);
    expect(simulation.turn).toBeGreaterThan(0);
  });

  it('has computers as they were described, with drives, hardware, files and clocks', () => {
    expect(
      of('SMSSRV1')
        .files.drives()
        .map(({ letter }) => letter),
    ).toEqual(['C', 'D']);
    expect(
      of('PC1')
        .files.drives()
        .map(({ letter }) => letter),
    ).toEqual(['C']);
    expect(of('PC1').now()).toBe(start + 5 * minute);
    expect(of('PC1').hardware['Win32_BIOS']).toEqual([{ Name: 'Odd BIOS' }]);
    expect(of('PC1').hardware['Win32_Processor']).toHaveLength(1);
    expect(of('PC1').files.readText(opener, 'C:\\TEMP\\note.txt')).toMatchObject({ value: 'hello' });
    expect(of('PC1').files.stat(opener, 'C:\\Games\\Sol.exe')).toMatchObject({
      value: { size: 500, version: '4.0', product: { company: 'Microsoft', product: 'Solitaire' } },
    });
    expect(of('PC1').user).toEqual({ name: 'anna', administrator: true });
    expect(of('PC3').power).toBe('off');
  });

  it('gives every adapter an address of its own, made from the name or as it was given', () => {
    expect(of('PC2').adapters[0]?.macAddress).toBe('00:80:11:22:33:44');
    expect(of('PC1').adapters[0]?.macAddress).toMatch(/^00:80(?::[0-9A-F]{2}){4}$/);
    expect(of('PC1').adapters[0]?.macAddress).not.toBe(of('PC3').adapters[0]?.macAddress);
  });

  it('has programs of its release on the servers; a client access point has only what it needs', () => {
    expect(version(of('SMSSRV1'), 'C:\\SMS\\bin\\i386\\Dataldr.dll')).toBe('2.00.1493.2000');
    expect(version(of('CAP1'), 'C:\\SMS\\bin\\i386\\Inboxast.dll')).toBe('2.00.1493.2000');
    expect(version(of('CAP1'), 'C:\\SMS\\bin\\i386\\Dataldr.dll')).toBeUndefined();
    expect(of('CAP1').registry.getText('HKLM\\Software\\Microsoft\\SMS\\Identification', 'Site Code')).toBe('ABC');
    expect(of('SMSSRV1').registry.getText('HKLM\\Software\\Microsoft\\SMS\\Setup', 'Full Version')).toBe(
      '2.00.1493.2000',
    );
    expect(of('SMSSRV1').service('SMS_EXECUTIVE')).toMatchObject({ state: 'Running', account: 'SMSServer_ABC' });
    const running = [...simulation.processes.keys()];
    expect(running).toContain('SMSSRV1/SMS_INVENTORY_DATA_LOADER');
    expect(running).toContain('CAP1/SMS_INBOX_MANAGER_ASSISTANT');
    expect(running).not.toContain('CAP1/SMS_INVENTORY_DATA_LOADER');
  });

  it('has Compver.ini of every client component in its sources, and shares for server and access point', () => {
    const folder = 'C:\\SMS\\inboxes\\clicomp.src';
    const text = of('SMSSRV1').files.readText(opener, `${folder}\\hinv\\Compver.ini`);
    expect(text.ok && text.value).toContain('2.00.1493.2000');
    expect(of('CAP1').files.resolveShare('CAP_ABC')).toBe('C:\\CAP_ABC');
    expect(
      of('SMSSRV1')
        .files.shares()
        .map(({ path }) => path),
    ).toContain('C:\\SMS');
  });

  it('has its accounts in the domain and its database', () => {
    const { world } = simulation;
    expect(world.accounts.authenticate('SMSClient_ABC', 'secret', start).ok).toBe(true);
    expect(world.accounts.get('SMSServer_ABC')?.groups).toEqual(['Administrators']);
    expect(world.site('abc')?.connectionAccounts).toEqual(['SMSClient_ABC']);
    expect(world.database('ABC')).toBeDefined();
  });

  it('has installed the client where it was asked for, with the release of clients', () => {
    const { registry } = of('PC1');
    expect(registry.getText(properties, 'SMS Unique Identifier')).toMatch(/^GUID:[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-/);
    expect(registry.getList(client, 'InstalledSites')).toEqual(['ABC']);
    expect(registry.getText(`${client}\\Configuration\\Client Connection Accounts`, 'SMSClient_ABC')).toBe('secret');
    expect(of('PC1').service('SMS Client Service')?.state).toBe('Running');
    expect(of('PC2').registry.exists(properties)).toBe(false);
  });

  it('is the same every time', () => {
    expect(setUp().trace.head()).toBe(simulation.trace.head());
  });
});

describe('the installation of a client', () => {
  const sp1 = findRelease('SP1');
  const install = (more: Partial<Parameters<typeof installClient>[2]> = {}, seed = 1): Simulation => {
    if (sp1 === undefined) throw new Error('no SP1');
    const simulation = newSimulation(seed);
    const without = description.computers.map((one) => ({ ...one, installed: false }));
    const roles = { site: '2.0 SP2', clients: '2.0 SP1', named: {} };
    setUpSite(simulation, { ...description, computers: without }, roles);
    installClient(simulation, 'PC1', { sites: ['ABC'], release: sp1, ...more });
    return simulation;
  };
  const identity = (simulation: Simulation): string | undefined =>
    simulation.world.mustHave('PC1').registry.getText(properties, 'SMS Unique Identifier');

  it('puts the base components there with the version of the release, and lists the access points', () => {
    const pc = install().world.mustHave('PC1');
    const folder = `${pc.operatingSystem.windowsFolder}\\MS\\SMS`;
    expect(version(pc, `${folder}\\Core\\Bin\\Ccim32.dll`)).toBe('2.00.1380.1000');
    expect(version(pc, `${folder}\\Core\\Bin\\Clisvcl.exe`)).toBe('2.00.1380.1000');
    expect(pc.files.stat(opener, `${folder}\\Logs`)).toMatchObject({ value: { isFolder: true } });
    const list = pc.registry.getList('HKLM\\Software\\Microsoft\\NAL\\Client\\AbExprtDB', 'CAP List for site ABC');
    expect(list).toEqual(['MSWNET:["SMS_SITE=ABC"]\\\\CAP1\\CAP_ABC\\']);
  });

  it('writes the identity to the registry and to two files (Q257808), and that SMS 2.0 is there (Q199653)', () => {
    const pc = install({ identity: 'GUID:1' }).world.mustHave('PC1');
    const { windowsFolder } = pc.operatingSystem;
    expect(pc.files.read(opener, `${windowsFolder}\\Smscfg.ini`)).toMatchObject({
      value: {
        text: [
          '[Configuration - Client Properties]',
          'SMS Unique Identifier=GUID:1',
          '[SMS MultiBoot Configuration]',
          'Number of Opal Installations=1',
          '',
        ].join('\r\n'),
      },
    });
    expect(pc.files.stat(opener, `${windowsFolder}\\MS\\SMS\\Core\\Data\\Smsuid.dat`)).toMatchObject({
      value: { size: 16 },
    });
  });

  it('keeps the identity that a computer still has (Q199078), unless another one is given', () => {
    const simulation = install({ identity: 'GUID:1' });
    expect(identity(simulation)).toBe('GUID:1');
    if (sp1 !== undefined) installClient(simulation, 'PC1', { sites: ['ABC'], release: sp1 });
    expect(identity(simulation)).toBe('GUID:1');
  });

  it('makes up an identity from chance and the adapter', () => {
    const [one, two] = [install(), install({}, 2)];
    const adapter = one.world.mustHave('PC1').adapters[0]?.macAddress.replaceAll(':', '');
    expect(identity(one)).toMatch(new RegExp(`^GUID:.*-${adapter}$`));
    expect(identity(one)).not.toBe(identity(two));
  });

  it('learns new passwords of connection accounts only when it runs again (Q227033)', () => {
    const simulation = install();
    const { world } = simulation;
    const stored = (): string | undefined =>
      world.mustHave('PC1').registry.getText(`${client}\\Configuration\\Client Connection Accounts`, 'SMSClient_ABC');
    world.accounts.set('SMSClient_ABC', { password: 'new' });
    expect(stored()).toBe('secret');
    const site = world.site('ABC');
    if (site !== undefined) refreshConnectionAccounts(simulation, world.mustHave('PC1'), site);
    expect(stored()).toBe('new');
  });

  it('for a site that does not exist is a bug of ours', () => {
    expect(() => install({ sites: ['XYZ'] })).toThrow('does not exist');
  });
});
