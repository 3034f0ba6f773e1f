import { parse } from 'yaml';
import { findRelease, sms20 } from '../../../src/catalogue/index.ts';
import { sha256 } from '../../../src/cli/digest.ts';
import { loadSqlEngine } from '../../../src/cli/sql-engine.ts';
import { instantOf, type Duration, type Instant, type TraceKind, type TraceRecord } from '../../../src/kernel/index.ts';
import type { Play, ToolRun } from '../../../src/scenario/play.ts';
import { stepVerbs } from '../../../src/scenario/steps/index.ts';
import {
  Simulation,
  createAccessPointShare,
  installAccessPoint,
  installClient,
  installSiteServer,
} from '../../../src/simulation/index.ts';
import {
  SiteDatabase,
  type Computer,
  type OperatingSystemName,
  type Site,
  type World,
} from '../../../src/world/index.ts';

const engine = await loadSqlEngine();
const administrator = { process: '', account: 'Administrator', local: true, groups: ['Administrators'] };

/** 09:00 on a Monday, by clocks of a zone without daylight time that never leaves UTC. */
export const monday = instantOf({ year: 1999, month: 11, day: 15, hour: 9 });
export const guid = 'GUID:D9343DC0-254F-11D3-84BA-00105AA9F6DE';

/**
 * A small world in which single steps are played: site ABC with the site server SMSSRV1 and the CAP server CAP1, the
 * client PC1 on Windows NT 4.0, and PC2 on Windows 95 without a client. No service runs until a step starts it.
 */
export class StepBench implements Play {
  readonly simulation: Simulation;
  readonly history: TraceRecord[] = [];
  readonly toolRuns: ToolRun[] = [];
  readonly held = new Map<string, unknown>();
  readonly failures: string[] = [];
  #running: { readonly name: string; readonly given: unknown } = { name: '', given: undefined };

  constructor(release = '2.0 SP4') {
    const sink = (record: TraceRecord): void => void this.history.push(record);
    this.simulation = new Simulation({
      seed: 1,
      start: monday,
      product: sms20,
      sqlEngine: engine,
      digest: sha256,
      sink,
    });
    this.simulation.receivers.set('scenario', (message) => this.#resume(message.data ?? {}));
    const media = findRelease(release);
    if (media === undefined) throw new Error(`no release ${release}`);
    const points = ['SMSSRV1', 'CAP1'].map((server) => ({ server, folder: 'C:\\CAP_ABC' }));
    const site: Site = {
      code: 'ABC',
      name: 'Test',
      server: 'SMSSRV1',
      folder: 'C:\\SMS',
      accessPoints: points,
      boundaries: ['192.168.0.0'],
      connectionAccounts: [],
      settings: {},
    };
    this.world.sites.set('ABC', site);
    this.world.databases.set('ABC', new SiteDatabase(engine, 'ABC'));
    this.world.accounts.set('SMSServer_ABC', { groups: ['Administrators'] });
    this.world.accounts.set('Administrator', { groups: ['Administrators'] });
    this.#addComputer('SMSSRV1', 'Windows NT 4.0', true);
    this.#addComputer('CAP1', 'Windows NT 4.0', true);
    this.#addComputer('CAP2', 'Windows NT 4.0', true);
    this.#addComputer('PC1', 'Windows NT 4.0', false);
    this.#addComputer('PC2', 'Windows 95', false);
    installSiteServer(this.computer('SMSSRV1'), site, media);
    installAccessPoint(this.computer('CAP1'), site, media);
    for (const point of points) createAccessPointShare(this.computer(point.server), site, point);
    installClient(this.simulation, 'PC1', { sites: ['ABC'], release: media, identity: guid });
  }

  get world(): World {
    return this.simulation.world;
  }

  get site(): Site {
    return this.world.site('ABC') as Site;
  }

  get database(): SiteDatabase {
    return this.world.database('ABC') as SiteDatabase;
  }

  /** Plays a step written in YAML (`delete: { on: PC1, path: ... }`); the answer is what it failed with. */
  play(text: string): readonly string[] {
    const [name, given] = stepIn(text);
    const verb = stepVerbs.find((candidate) => candidate.name === name);
    if (verb === undefined) throw new Error(`there is no verb "${name}"`);
    const before = this.failures.length;
    this.#running = { name, given: verb.schema.parse(given) };
    verb.run(this, this.#running.given);
    return this.failures.slice(before);
  }

  /** Plays steps that must not fail. */
  done(...texts: readonly string[]): void {
    for (const text of texts) {
      const failures = this.play(text);
      if (failures.length > 0) throw new Error(`${text}: ${failures.join('; ')}`);
    }
  }

  pass(time: Duration): void {
    this.simulation.runUntil(this.simulation.now + time);
  }

  computer(name: string): Computer {
    return this.world.mustHave(name);
  }

  /** The text of a file, by its local path. */
  text(computer: string, path: string): string {
    const content = this.computer(computer).files.read(administrator, path);
    return content.ok && 'text' in content.value ? content.value.text : '';
  }

  /** What a folder entry says; undefined where there is no such file. */
  facts(computer: string, path: string) {
    const facts = this.computer(computer).files.stat(administrator, path);
    return facts.ok ? facts.value : undefined;
  }

  /** The error that another program gets when it opens a file to read or write it; 0 when it gets it open. */
  errorOnOpening(computer: string, path: string, access: 'read' | 'write' = 'read'): number {
    const { files } = this.computer(computer);
    const opener = { ...administrator, process: 'another program' };
    const opened = files.open(opener, path, { access, share: 'read write', create: 'open existing' });
    if (opened.ok) files.close(opened.value);
    return opened.ok ? 0 : opened.error;
  }

  runs(computer: string, component: string): boolean {
    return this.simulation.processes.has(`${computer}/${component}`);
  }

  recordsOf(kind: TraceKind): readonly TraceRecord[] {
    return this.history.filter((record) => record.kind === kind);
  }

  instant(): Instant {
    return this.simulation.now;
  }

  later(delay: Duration, note: unknown): void {
    const { name, given } = this.#running;
    this.simulation.post('scenario', 'scenario', { type: 'resume', data: { name, given, note } }, delay);
  }

  fail(reason: string): void {
    this.failures.push(reason);
  }

  #resume(data: Readonly<Record<string, unknown>>): void {
    const verb = stepVerbs.find((candidate) => candidate.name === data['name']);
    verb?.resume?.(this, data['given'], data['note']);
  }

  #addComputer(name: string, operatingSystem: OperatingSystemName, server: boolean): void {
    const last = this.world.computers.size + 1;
    const adapters = [{ address: `192.168.0.${last}`, subnet: '192.168.0.0', macAddress: `00:80:00:00:00:0${last}` }];
    const computer = this.world.addComputer({ name, operatingSystem, server, zone: 'GMT Standard Time', adapters });
    const { fileSystem, windowsFolder } = computer.operatingSystem;
    computer.files.addDrive({ letter: 'C', fileSystem, size: 4e9, kind: 'fixed' });
    computer.files.createFolder(administrator, windowsFolder, { parents: true });
    computer.files.write(administrator, 'C:\\a.txt', { text: 'abc', size: 3 });
    computer.hardware = { Win32_BIOS: [{ Name: 'BIOS', Version: '1.0' }] };
  }
}

/** The verb and the arguments of a step written in YAML. */
export function stepIn(text: string): readonly [string, unknown] {
  const step = parse(text) as Record<string, unknown>;
  const [name = ''] = Object.keys(step);
  return [name, step[name]];
}
