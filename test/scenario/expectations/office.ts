import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { setup } from 'xstate';
import { parse } from 'yaml';
import type { Product } from '../../../src/catalogue/index.ts';
import { loadSqlEngine } from '../../../src/cli/sql-engine.ts';
import { defineComponent } from '../../../src/components/index.ts';
import { instantOf, minute, type TraceRecord } from '../../../src/kernel/index.ts';
import { checkCondition } from '../../../src/scenario/check-conditions.ts';
import { expectationVerbs } from '../../../src/scenario/expectations/index.ts';
import { knownNames } from '../../../src/scenario/known-names.ts';
import type { Play, ToolRun } from '../../../src/scenario/play.ts';
import { Source } from '../../../src/scenario/source.ts';
import { instantOfMoment, parseMoment } from '../../../src/scenario/times.ts';
import type { Finding } from '../../../src/scenario/verb.ts';
import { Simulation } from '../../../src/simulation/index.ts';
import { documented, printLogLine, SiteDatabase, type Computer, type Opener } from '../../../src/world/index.ts';

const provenance = documented('a test');

const loader = defineComponent({
  name: 'SMS_INVENTORY_DATA_LOADER',
  file: 'Dataldr.dll',
  machine: setup({}).createMachine({
    id: 'loader',
    initial: 'waiting',
    states: { waiting: { on: { wake: 'loading' } }, loading: {} },
  }),
  effects: {},
  delays: {},
  hears: [],
  traits: {},
  provenance,
  memory: () => ({}),
});

const product: Product = {
  name: 'SMS for tests',
  version: '2.0',
  versionOn: () => undefined,
  logLine: printLogLine,
  logsAtFirst: false,
  serviceAccount: ({ code }: { readonly code: string }) => `SMSServer_${code}`,
  components: [loader],
  changes: [],
  releases: [],
  settings: {},
  chanceStreams: {},
  programFolder: () => 'C:\\SMS\\bin\\i386',
  logFolder: () => 'C:\\SMS\\Logs',
};

const sqlEngine = await loadSqlEngine();
const zone = 'Central Standard Time';

/** 09:00 at the site server, when the run begins. */
export const start = instantOf({ year: 1999, month: 11, day: 15, hour: 15 });
export const nine = instantOf({ year: 1999, month: 11, day: 15, hour: 9 });

export const somebody: Opener = {
  process: 'SERVER/somebody',
  account: 'SYSTEM',
  local: true,
  groups: ['Administrators'],
};

/** A site server and a client, before anything has happened to them. */
export interface Office extends Play {
  readonly server: Computer;
  readonly client: Computer;
  readonly database: SiteDatabase;
  readonly history: TraceRecord[];
  write(path: string, text: string): void;
  logLine(text: string, minutes: number, file?: string): void;
}

export function office(): Office {
  const history: TraceRecord[] = [];
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
  const sink = (record: TraceRecord): void => void history.push(record);
  const simulation = new Simulation({ seed: 1, start, product, sqlEngine, digest, sink });
  const { world } = simulation;
  const [server, client] = [addComputer(simulation, 'SERVER', 1), addComputer(simulation, 'CLIENT1', 2)];
  const database = new SiteDatabase(sqlEngine, 'ABC');
  world.databases.set('ABC', database);
  world.sites.set('ABC', {
    code: 'ABC',
    name: 'Head office',
    server: 'SERVER',
    folder: 'C:\\SMS',
    accessPoints: [{ server: 'SERVER', folder: 'C:\\CAP_ABC' }],
    boundaries: ['10.1.1.0'],
    connectionAccounts: [],
    settings: {},
  });
  for (const folder of ['C:\\SMS\\Logs', 'C:\\SMS\\bin\\i386', 'C:\\CAP_ABC\\inventry.box']) {
    server.files.createFolder(somebody, folder, { parents: true });
  }
  server.files.addShare({ name: 'CAP_ABC', path: 'C:\\CAP_ABC' });
  history.length = 0;
  const write = (path: string, text: string): void => {
    server.files.write(somebody, path, { text, size: text.length });
  };
  const logLine = (text: string, minutes: number, file = 'Dataldr.log'): void => {
    const line = printLogLine({
      text,
      component: 'SMS_INVENTORY_DATA_LOADER',
      time: nine + minutes * minute,
      thread: 52,
      zoneName: zone,
    });
    server.files.append(somebody, `C:\\SMS\\Logs\\${file}`, `${line}\r\n`);
  };
  return { ...playOf(simulation, history), server, client, database, history, write, logLine };
}

function addComputer(simulation: Simulation, name: string, number: number): Computer {
  const adapters = [{ address: `10.1.1.${number}`, subnet: '10.1.1.0', macAddress: `00:80:00:00:00:0${number}` }];
  const server = name === 'SERVER';
  const computer = simulation.world.addComputer({ name, operatingSystem: 'Windows NT 4.0', server, zone, adapters });
  computer.files.addDrive({ letter: 'C', fileSystem: 'NTFS', size: 1024 ** 2, kind: 'fixed' });
  return computer;
}

function playOf(simulation: Simulation, history: TraceRecord[]): Play {
  const toolRuns: ToolRun[] = [];
  return {
    simulation,
    world: simulation.world,
    history,
    recordsOf: (kind) => history.filter((record) => record.kind === kind),
    toolRuns,
    held: new Map(),
    instant: (text) => instantOfMoment(parseMoment(text) ?? {}, { zone, start }),
    later: () => undefined,
    fail: (reason) => {
      throw new Error(reason);
    },
  };
}

/** What an expectation, written as in a scenario, finds. */
export function judge(play: Play, text: string): Finding {
  const [[name, given] = ['', undefined]] = Object.entries(parse(text) as Record<string, unknown>);
  const verb = expectationVerbs.find((one) => one.name === name);
  if (verb === undefined) throw new Error(`no verb ${name}`);
  return verb.check(play, verb.schema.parse(given));
}

/** The first diagnostic of an expectation, without its place; empty where nothing is wrong. */
export function complaintOf(text: string): string {
  const source = new Source('x.yaml', `expect:\n  - ${text}`);
  const names = { ...knownNames(product), computers: ['SERVER', 'CLIENT1'], sites: ['ABC'] };
  const [item] = (source.value as { readonly expect: readonly unknown[] }).expect;
  checkCondition({ source, names, site: undefined, bindings: new Map() }, item, ['expect', 0]);
  return source.diagnostics.map(({ code, message }) => `${code} ${message}`)[0] ?? '';
}

/** A sentence, an expectation, whether it is met and what it found. */
export type Judged = readonly [sentence: string, text: string, met: boolean, actual: string];
/** A sentence, an expectation and the diagnostic it gets. */
export type Refused = readonly [sentence: string, text: string, diagnostic: string];

/** The chapter of a verb: what it finds in an office, and what it refuses in a file. */
export function describeVerb(
  name: string,
  arrange: (play: Office) => void,
  judged: readonly Judged[],
  refused: readonly Refused[],
) {
  describe(`the expectation ${name}`, () => {
    it.each(judged)('%s', (_sentence, text, met, actual) => {
      const play = office();
      arrange(play);
      const before = play.history.length;
      expect(judge(play, text)).toEqual({ met, actual });
      expect(play.history, 'looking leaves no record').toHaveLength(before);
    });

    it.each(refused)('%s', (_sentence, text, diagnostic) => {
      expect(complaintOf(text)).toBe(diagnostic);
    });
  });
}
