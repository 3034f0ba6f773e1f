import { serverChanges } from '../../../src/catalogue/sms20/changes/server.ts';
import { findRelease, releases } from '../../../src/catalogue/sms20/releases.ts';
import { sha256 } from '../../../src/cli/digest.ts';
import { loadSqlEngine } from '../../../src/cli/sql-engine.ts';
import { clientAccessPointComponents } from '../../../src/components/sms20/client-access-point/index.ts';
import { serverComponents } from '../../../src/components/sms20/site-server/index.ts';
import { siteSettings } from '../../../src/components/sms20/settings.ts';
import { day, instantOf, minute, type Duration, type TraceRecord } from '../../../src/kernel/index.ts';
import {
  createAccessPointShare,
  installAccessPoint,
  installSiteServer,
} from '../../../src/simulation/install-server.ts';
import { startService } from '../../../src/simulation/services.ts';
import { Simulation } from '../../../src/simulation/simulation.ts';
import {
  SiteDatabase,
  inboxPath,
  printDiscoveryRecord,
  printHardwareReport,
  printLogLine,
  printSoftwareReport,
  type Computer,
  type DiscoveryProperty,
  type HardwareGroup,
  type HardwareReport,
  type Site,
  type SoftwareReport,
} from '../../../src/world/index.ts';

const engine = await loadSqlEngine();
const opener = { process: '', account: 'Administrator', local: true, groups: ['Administrators'] };

export const monday = instantOf({ year: 1999, month: 11, day: 15, hour: 9 });
export const guid = 'GUID:D9343DC0-254F-11D3-84BA-00105AA9F6DE';

/** A running site ABC on SMSSRV1; with `cap` its client access point is the separate server CAP1. */
export class ServerBench {
  readonly simulation: Simulation;
  readonly site: Site;
  readonly server: Computer;
  readonly capServer: Computer;
  readonly records: TraceRecord[] = [];

  constructor(release = '2.0 SP4', options: { readonly cap?: boolean; readonly settings?: Site['settings'] } = {}) {
    this.simulation = new Simulation({
      seed: 1,
      start: monday,
      product: {
        name: 'SMS 2.0',
        version: '2.0',
        versionOn: () => undefined,
        logLine: printLogLine,
        logsAtFirst: false,
        serviceAccount: ({ code }: { readonly code: string }) => `SMSServer_${code}`,
        components: [...serverComponents, ...clientAccessPointComponents],
        changes: serverChanges,
        releases,
        settings: siteSettings,
        chanceStreams: {},
        programFolder: () => 'C:\\SMS\\bin\\i386',
        logFolder: () => 'C:\\SMS\\Logs',
      },
      sqlEngine: engine,
      digest: sha256,
      sink: (record) => this.records.push(record),
    });
    const { world } = this.simulation;
    const point = { server: options.cap === true ? 'CAP1' : 'SMSSRV1', folder: 'C:\\CAP_ABC' };
    this.site = {
      code: 'ABC',
      name: 'Test',
      server: 'SMSSRV1',
      folder: 'C:\\SMS',
      accessPoints: [point],
      boundaries: ['192.168.0.0'],
      connectionAccounts: [],
      settings: options.settings ?? {},
    };
    world.sites.set('ABC', this.site);
    world.databases.set('ABC', new SiteDatabase(engine, 'ABC'));
    world.accounts.set('SMSServer_ABC', { groups: ['Administrators'] });
    this.server = this.#addServer('SMSSRV1');
    this.capServer = options.cap === true ? this.#addServer('CAP1') : this.server;
    const media = findRelease(release);
    if (media === undefined) throw new Error(`no release ${release}`);
    installSiteServer(this.server, this.site, media);
    if (options.cap === true) installAccessPoint(this.capServer, this.site, media);
    createAccessPointShare(this.capServer, this.site, point);
  }

  /** Starts SMS Executive everywhere and lets a minute pass. */
  start(): this {
    startService(this.simulation, 'SMSSRV1', 'SMS_EXECUTIVE');
    if (this.capServer !== this.server) startService(this.simulation, 'CAP1', 'SMS_EXECUTIVE');
    return this.pass(minute);
  }

  pass(time: Duration): this {
    this.simulation.runUntil(this.simulation.now + time);
    return this;
  }

  /** The path of an inbox. */
  inbox(...parts: readonly string[]): string {
    return inboxPath(this.site, ...parts);
  }

  write(path: string, text: string, computer = this.server): void {
    const folder = path.slice(0, path.lastIndexOf('\\'));
    computer.files.createFolder(opener, folder, { parents: true });
    const written = computer.files.write(opener, path, { text, size: text.length });
    if (!written.ok) throw new Error(`cannot write ${path}: ${written.error}`);
  }

  /** Names of the files in a folder, without its folders. */
  names(folder: string, pattern = '*.*', computer = this.server): readonly string[] {
    const listed = computer.files.list(opener, folder, pattern);
    return listed.ok ? listed.value.filter((entry) => !entry.isFolder).map((entry) => entry.name) : [];
  }

  text(path: string, computer = this.server): string {
    const content = computer.files.read(opener, path);
    return content.ok && 'text' in content.value ? content.value.text : '';
  }

  /** Another program holds a file open; the answer lets it go. */
  hold(path: string, share: 'none' | 'read' = 'read', computer = this.server): () => void {
    const reader = { ...opener, process: 'reader' };
    const handle = computer.files.open(reader, path, { access: 'read', share, create: 'open existing' });
    if (!handle.ok) throw new Error(`cannot hold ${path}: ${handle.error}`);
    return () => computer.files.close(handle.value);
  }

  setReadOnly(path: string): void {
    this.server.files.setAttributes(opener, path, { readOnly: true });
  }

  /** The lines of a component's log, without what follows the text. */
  log(component: string, file: string, computer = this.server): () => readonly string[] {
    const key = `HKLM\\Software\\Microsoft\\SMS\\Tracing\\${component}`;
    computer.registry.set(key, 'Enabled', { type: 'REG_DWORD', data: 1 });
    return () =>
      this.text(`C:\\SMS\\Logs\\${file}`, computer)
        .split('\r\n')
        .filter((line) => line !== '')
        .map((line) => line.replace(/ {2}\$\$<.*$/, ''));
  }

  /** What happened to the files of this name since setup. */
  fileChanges(name: string): readonly string[] {
    const files = this.records.filter(({ kind, subject }) => kind === 'file' && subject.endsWith(`\\${name}`));
    return files.map(({ detail }) => detail);
  }

  /** The rows of a select. */
  rows(sql: string): readonly (readonly unknown[])[] {
    const result = this.simulation.world.database('ABC')?.query(sql);
    if (result?.ok !== true) throw new Error(sql);
    return result.value.rows;
  }

  settings(change: Partial<Site>): void {
    this.simulation.world.sites.set('ABC', { ...this.site, ...change });
    this.simulation.broadcast({ type: 'site settings changed' });
  }

  /** Lets Discovery Data Manager know a client, within the boundaries unless told otherwise. */
  discover(subnets: readonly string[] = ['192.168.0.0'], more: readonly DiscoveryProperty[] = []): void {
    this.write(this.inbox('ddm.box', 'CLIENT01.DDR'), discoveryText(subnets, more));
    this.pass(minute);
  }

  #addServer(name: string): Computer {
    const adapters = [{ address: '192.168.0.1', subnet: '192.168.0.0', macAddress: '00:80:00:00:00:01' }];
    const description = { name, operatingSystem: 'Windows NT 4.0', server: true, zone: 'UTC', adapters } as const;
    const computer = this.simulation.world.addComputer({ ...description, zone: 'Pacific Standard Time' });
    computer.startedAt = monday - day;
    computer.files.addDrive({ letter: 'C', fileSystem: 'NTFS', size: 4e9, kind: 'fixed' });
    computer.files.addDrive({ letter: 'D', fileSystem: 'NTFS', size: 9e9, kind: 'fixed' });
    computer.files.addDrive({ letter: 'E', fileSystem: 'FAT', size: 20e9, kind: 'fixed' });
    return computer;
  }
}

export function discoveryText(subnets: readonly string[], more: readonly DiscoveryProperty[] = []): string {
  const text = { type: 'string', maxLength: 64 } as const;
  return printDiscoveryRecord({
    architecture: 'System',
    agent: 'Heartbeat Discovery',
    siteCode: 'ABC',
    time: monday,
    properties: [
      { ...text, name: 'SMS Unique Identifier', flags: ['guid'], value: guid },
      { ...text, name: 'NetBIOS Name', flags: ['key', 'name'], value: 'SMSNTCLI8' },
      { ...text, name: 'IP Subnets', flags: ['full replace'], value: subnets },
      { name: 'Client', type: 'integer', flags: [], maxLength: 0, value: 1 },
      ...more,
    ],
  });
}

export function hardwareText(change: Partial<HardwareReport> = {}): string {
  return printHardwareReport(hardwareReport(change));
}

export function hardwareReport(change: Partial<HardwareReport> = {}): HardwareReport {
  const groups = [bios('1.0')];
  return { guid, computerName: 'SMSNTCLI8', siteCode: 'ABC', kind: 'complete', time: monday, groups, ...change };
}

export function bios(version: string, pragma?: 'add' | 'update' | 'delete'): HardwareGroup {
  const attributes = [{ name: 'BIOS Version', type: 'string', value: version }] as const;
  const group = { name: 'PC BIOS', class: 'MICROSOFT|PC_BIOS|1.0', key: [], attributes };
  return pragma === undefined ? group : { ...group, pragma };
}

export function softwareText(kind: 'complete' | 'delta', cycleStart = monday, fileName = 'SOL.EXE'): string {
  const file = { fileName, size: 1000, modified: monday - 100 * day, count: 1 };
  const heading = { guid, computerName: 'SMSNTCLI8', siteCode: 'ABC', cycleStart };
  const report: SoftwareReport =
    kind === 'complete'
      ? { ...heading, kind, files: [file] }
      : { ...heading, kind, changes: [{ action: 'add', file }] };
  return printSoftwareReport(report);
}
