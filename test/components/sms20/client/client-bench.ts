import { sms20 } from '../../../../src/catalogue/index.ts';
import { sha256 } from '../../../../src/cli/digest.ts';
import { loadSqlEngine } from '../../../../src/cli/sql-engine.ts';
import { publishResync } from '../../../../src/components/index.ts';
import { instantOf, minute, type Duration, type Instant, type TraceRecord } from '../../../../src/kernel/index.ts';
import { Simulation, setUpSite, type ComputerSetup, type TraitOverride } from '../../../../src/simulation/index.ts';
import {
  FileAccess,
  logText,
  parseLogLine,
  type Computer,
  type InventoryComponent,
  type OperatingSystemName,
  type SettingValue,
} from '../../../../src/world/index.ts';

const engine = await loadSqlEngine();

/** Wednesday. */
const usualStart = instantOf({ year: 2000, month: 5, day: 10, hour: 8 });

export const ccim = 'Client Configuration Installation Manager';
export const hardwareAgent = 'Hardware Inventory Agent';
export const softwareAgent = 'Software Inventory Agent';

interface BenchOptions {
  readonly release?: string;
  readonly operatingSystem?: OperatingSystemName;
  readonly settings?: Readonly<Record<string, SettingValue>>;
  readonly overrides?: readonly TraitOverride[];
  readonly accounts?: readonly string[];
  readonly user?: boolean;
  readonly start?: Instant;
}

const zone = 'Central Standard Time';

/** Site ABC with its server and access point SRV1 and its client PC1, three hours after the site has started. */
export class ClientBench {
  readonly simulation: Simulation;
  readonly records: TraceRecord[] = [];
  readonly client: Computer;
  readonly server: Computer;

  constructor(options: BenchOptions = {}) {
    const {
      start = usualStart,
      release = '2.0 SP4',
      operatingSystem = 'Windows NT 4.0',
      settings = {},
      overrides = [],
    } = options;
    const sink = (record: TraceRecord): void => void this.records.push(record);
    this.simulation = new Simulation({ seed: 1, start, product: sms20, sqlEngine: engine, digest: sha256, sink });
    this.simulation.overrides = overrides;
    this.simulation.world.accounts.set('Anna', { password: 'a', groups: ['Users'] });
    const accounts = options.accounts ?? ['SMSClient_ABC'];
    const site = {
      code: 'ABC',
      name: 'Office',
      server: 'SRV1',
      folder: 'C:\\SMS',
      accessPoints: [{ server: 'SRV1', folder: 'C:\\CAP_ABC' }],
      boundaries: ['10.1.0.0'],
      connectionAccounts: accounts.map((name) => ({ name, password: 'secret' })),
      settings,
    };
    const description = {
      ...site,
      zone,
      start,
      release,
      otherSites: [],
      computers: computers(operatingSystem, options.user === true),
    };
    setUpSite(this.simulation, description, { site: release, clients: release, named: {} });
    this.client = this.simulation.world.mustHave('PC1');
    this.server = this.simulation.world.mustHave('SRV1');
  }

  pass(time: Duration): this {
    this.simulation.runUntil(this.simulation.now + time);
    return this;
  }

  post(component: string, type: string): this {
    this.simulation.post('scenario', `PC1/${component}`, { type }, 0);
    return this;
  }

  /** A CCIM cycle, and what it starts. */
  cycle(): this {
    return this.post(ccim, 'wake').pass(10 * minute);
  }

  /** The texts in a log of the client, the oldest first; `since` takes only those after so many. */
  log(file: string, since = 0): readonly string[] {
    const text = this.files(this.client).readText(`${this.root}\\Logs\\${file}`);
    const lines = text.ok ? text.value.split('\r\n').filter((line) => line !== '') : [];
    return lines
      .flatMap((line) => parseLogLine(line) ?? [])
      .slice(since)
      .map((line) => logText(line).trim());
  }

  get root(): string {
    return `${this.client.operatingSystem.windowsFolder}\\MS\\SMS`;
  }

  files(computer: Computer): FileAccess {
    return new FileAccess(this.simulation.world, computer, '', 'SYSTEM');
  }

  /** Asks the client for a complete inventory, as InvSync does, and lets Inbox Manager publish the request. */
  resync(component: InventoryComponent, name = 'RESYNC01'): this {
    const site = this.simulation.world.site('ABC');
    if (site === undefined) throw new Error('no site');
    const guid = this.text('Configuration\\Client Properties', 'SMS Unique Identifier') ?? '';
    publishResync(this.files(this.server), site, { guid, component, time: this.server.now(), name });
    return this.pass(minute);
  }

  /** A REG_SZ below the key of the client. */
  text(key: string, name: string): string | undefined {
    return this.client.registry.getText(`HKLM\\Software\\Microsoft\\SMS\\Client\\${key}`, name);
  }

  setText(key: string, name: string, data: string): this {
    this.client.registry.set(`HKLM\\Software\\Microsoft\\SMS\\Client\\${key}`, name, { type: 'REG_SZ', data });
    return this;
  }

  number(key: string, name: string): number | undefined {
    return this.client.registry.getNumber(`HKLM\\Software\\Microsoft\\SMS\\Client\\${key}`, name);
  }

  /** Names of the files that have come into being in a folder of a computer since a record. */
  created(computer: string, pattern: RegExp, since = 0): readonly string[] {
    return this.records
      .slice(since)
      .filter(
        ({ kind, subject, detail }) =>
          kind === 'file' && subject.startsWith(`${computer}:`) && /^(created|renamed)/.test(detail),
      )
      .map(({ subject }) => subject)
      .filter((subject) => pattern.test(subject));
  }

  runs(component: string): boolean {
    return this.simulation.processes.has(`PC1/${component}`);
  }
}

function computers(operatingSystem: OperatingSystemName, user: boolean): readonly ComputerSetup[] {
  const software = [
    { path: 'C:\\Plus\\plus.exe', size: 1000, version: '4.70', product: 'Plus!', company: 'Microsoft' },
    { path: 'C:\\Tools\\nobody.exe', size: 500, version: '1.0', product: 'Nobody', company: '' },
  ];
  const common = { zone, clockError: 0, power: 'on', hardware: {}, files: {}, software: [] } as const;
  const client: ComputerSetup = {
    ...common,
    name: 'PC1',
    role: 'client',
    operatingSystem,
    address: '10.1.0.7',
    subnet: '10.1.0.0',
    installed: true,
    software,
    ...(user ? { user: { name: 'Anna', administrator: false } } : {}),
  };
  const server: ComputerSetup = {
    ...common,
    name: 'SRV1',
    role: 'site server',
    operatingSystem: 'Windows NT 4.0',
    address: '10.1.0.1',
    subnet: '10.1.0.0',
    installed: false,
  };
  return [server, client];
}
