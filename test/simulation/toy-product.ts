import { createMachine } from 'xstate';
import type { BuildChange, Product } from '../../src/catalogue/index.ts';
import { sha256 } from '../../src/cli/digest.ts';
import { loadSqlEngine } from '../../src/cli/sql-engine.ts';
import { defineComponent, type Component, type Effect, type Self } from '../../src/components/index.ts';
import { instantOf, minute, second, type TraceKind, type TraceRecord } from '../../src/kernel/index.ts';
import { Simulation, startService, type SimulationOptions } from '../../src/simulation/index.ts';
import { assumed, printLogLine, type Computer } from '../../src/world/index.ts';

const engine = await loadSqlEngine();

export const noon = instantOf({ year: 1999, month: 11, day: 15, hour: 12 });
export const administrator = { process: '', account: 'Administrator', local: true, groups: ['Administrators'] };
export const provenance = assumed('a toy');

type Machine = Parameters<typeof createMachine>[0];

/** An effect that only acts. */
export function does<Memory>(run: (self: Self<Memory>) => unknown): Effect<Memory> {
  return { answers: [], run: (self) => void run(self) };
}

/** An effect that answers out of a set; the first one unless `run` says otherwise. */
export function answers<Memory>(set: readonly string[], run?: (self: Self<Memory>) => string): Effect<Memory> {
  return { answers: set, run: (self) => run?.(self) ?? set[0] };
}

/** A component of the toy service with everything a test does not care about. */
export function toy<Memory = Record<string, unknown>>(
  name: string,
  machine: Machine,
  more: Partial<Component<Memory>> = {},
): Component {
  return defineComponent<Memory>({
    name,
    service: 'TOY_SERVICE',
    file: `${name}.exe`,
    machine: createMachine({ id: name, ...(machine as object) } as Machine),
    effects: {},
    delays: {},
    hears: [],
    traits: {},
    provenance,
    memory: () => ({}) as Memory,
    ...more,
  });
}

/** Writes files that take time to copy to SRV1, at random intervals. */
export const poster = toy(
  'POSTER',
  {
    initial: 'resting',
    states: {
      resting: { after: { 'time to rest': 'writing' }, on: { 'user logged on': 'writing' } },
      writing: { entry: ['write a file', 'start the copy'], on: { started: 'copying', refused: 'resting' } },
      copying: { on: { copied: { target: 'resting', actions: 'tell the worker' }, 'copy failed': 'resting' } },
    },
  },
  {
    effects: {
      'write a file': does((self) => {
        const size = self.random('sizes').integer(1, 3_000_000);
        self.computer.files.write(administrator, 'C:\\TOY\\out.dat', { size, token: String(size) });
      }),
      'start the copy': answers(['started', 'refused'], (self) =>
        self.copy('C:\\TOY\\out.dat', `\\\\SRV1\\INBOX\\${self.computer.name}.dat`).ok ? 'started' : 'refused',
      ),
      'tell the worker': does((self) => self.post(self.processOf('SRV1', 'WORKER'), { type: 'hello' }, 3 * second)),
    },
    delays: { 'time to rest': { provenance, duration: (self) => self.random('rest').integer(0, 3) * second } },
    hears: ['user logged on'],
  },
);

interface WorkerMemory {
  waiting: string[];
  readonly greetings: { count: number };
}

/** Empties the inbox of SRV1, a file a second, and counts greetings. */
export const worker = toy<WorkerMemory>(
  'WORKER',
  {
    initial: 'starting',
    on: { hello: { actions: 'count the greeting' } },
    states: {
      starting: { entry: 'watch', on: { watching: 'waiting' } },
      waiting: { on: { 'folder changed': 'looking' } },
      looking: { entry: 'look', on: { some: 'taking', none: 'waiting' } },
      taking: { after: { 'time for a file': 'done' } },
      done: { entry: 'take', on: { more: 'taking', 'no more': 'looking', 'in use': 'waiting' } },
    },
  },
  {
    log: { file: 'Worker.log', component: 'WORKER', side: 'client' },
    memory: () => ({ waiting: [], greetings: { count: 0 } }),
    effects: {
      'count the greeting': does((self) => void self.memory.greetings.count++),
      watch: answers(['watching'], (self) => {
        self.watch('C:\\TOY\\Inbox');
        return 'watching';
      }),
      look: answers(['some', 'none'], (self) => {
        const listed = self.files.list('C:\\TOY\\Inbox', '*.dat');
        self.memory.waiting = listed.ok ? listed.value.map((entry) => entry.path) : [];
        return self.memory.waiting.length > 0 ? 'some' : 'none';
      }),
      take: answers(['more', 'no more', 'in use'], (self) => {
        const path = self.memory.waiting.shift() ?? '';
        if (!self.files.delete(path).ok) return 'in use';
        self.log(`took ${path}`);
        return self.memory.waiting.length > 0 ? 'more' : 'no more';
      }),
    },
    delays: { 'time for a file': { provenance, duration: () => second } },
  },
);

interface ToyOptions extends Partial<SimulationOptions> {
  readonly computers?: readonly string[];
  readonly changes?: readonly BuildChange[];
}

/** A simulation of toy components, all installed on every computer at version 1.0; nothing runs yet. */
export class Toy {
  readonly simulation: Simulation;
  readonly records: TraceRecord[] = [];
  readonly #components: readonly Component[];

  constructor(components: readonly Component[], options: ToyOptions = {}) {
    this.#components = components;
    const { computers = ['PC1'], changes = [], ...rest } = options;
    const product: Product = {
      name: 'Toy',
      version: '2.0',
      versionOn: () => undefined,
      logLine: printLogLine,
      logsAtFirst: false,
      serviceAccount: ({ code }: { readonly code: string }) => `SMSServer_${code}`,
      components,
      changes,
      releases: [],
      settings: { 'Toy setting': { default: 7, meaning: 'a toy', provenance } },
      chanceStreams: { 'request file names': 'a name', 'identity of COMPUTER': 'an identity' },
      programFolder: () => 'C:\\TOY',
      logFolder: () => 'C:\\TOY\\Logs',
    };
    const sink = (record: TraceRecord): number => this.records.push(record);
    const fixed = { start: noon, product, sqlEngine: engine, digest: sha256, sink };
    this.simulation = new Simulation({ seed: 1, ...fixed, ...rest });
    for (const name of computers) this.#addComputer(name);
    this.simulation.world.accounts.set('SYSTEM', { groups: ['Administrators'] });
  }

  /** Two clients that copy to a server, started. */
  static running(options: ToyOptions = {}): Toy {
    const made = new Toy([poster, worker], { computers: ['SRV1', 'PC1', 'PC2'], ...options });
    for (const name of ['PC1', 'PC2']) made.simulation.startProcess(name, 'POSTER');
    made.simulation.startProcess('SRV1', 'WORKER');
    return made;
  }

  computer(name = 'PC1'): Computer {
    return this.simulation.world.mustHave(name);
  }

  start(name = 'PC1'): this {
    startService(this.simulation, name, 'TOY_SERVICE');
    return this;
  }

  /** Sends a message to a process of PC1 and lets everything happen that is due now. */
  send(component: string, type: string, data?: Record<string, unknown>): this {
    this.simulation.post('test', `PC1/${component}`, data === undefined ? { type } : { type, data }, 0);
    return this.pass(0);
  }

  pass(time: number): this {
    this.simulation.runUntil(this.simulation.now + time);
    return this;
  }

  install(component: string, version: string, name = 'PC1'): void {
    const content = { size: 1, token: version };
    this.computer(name).files.write(administrator, `C:\\TOY\\${component}.exe`, content, { version });
  }

  /** Subjects and details of the records of a kind. */
  told(kind: TraceKind): readonly string[] {
    return this.records.filter((record) => record.kind === kind).map((r) => `${r.subject} ${r.detail}`.trim());
  }

  memory<Memory>(component: string): Memory {
    return this.simulation.processes.get(`PC1/${component}`)?.memory as Memory;
  }

  state(component: string): string | undefined {
    return this.simulation.processes.get(`PC1/${component}`)?.state.name;
  }

  /** The history in order: kind, subject and detail, from the first delivery on. */
  story(): readonly string[] {
    return this.records.map(({ kind, subject, detail }) => `${kind}: ${subject} ${detail}`.trim());
  }

  #addComputer(name: string): void {
    const description = { name, operatingSystem: 'Windows NT 4.0', server: false, adapters: [] } as const;
    const computer = this.simulation.world.addComputer({ ...description, zone: 'GMT Standard Time' });
    computer.files.addDrive({ letter: 'C', fileSystem: 'NTFS', size: 1e9, kind: 'fixed' });
    for (const folder of ['Logs', 'Inbox']) {
      computer.files.createFolder(administrator, `C:\\TOY\\${folder}`, { parents: true });
    }
    computer.files.addShare({ name: 'INBOX', path: 'C:\\TOY\\Inbox' });
    const account = 'LocalSystem';
    computer.setService({ name: 'TOY_SERVICE', state: 'Stopped', startType: 'Automatic', account });
    computer.startedAt = noon - minute;
    for (const component of this.#components) this.install(component.name, '1.0', name);
  }
}
