import { setup } from 'xstate';
import type { Product } from '../../src/catalogue/index.ts';
import { defineComponent } from '../../src/components/index.ts';
import { parseScenario, printDiagnostic, type Scenario } from '../../src/scenario/index.ts';
import { documented, printLogLine } from '../../src/world/index.ts';

const provenance = documented('a test');

const loader = defineComponent({
  name: 'SMS_INVENTORY_DATA_LOADER',
  file: 'Dataldr.dll',
  machine: setup({}).createMachine({ id: 'loader', initial: 'waiting', states: { waiting: {} } }),
  effects: {},
  delays: {},
  hears: [],
  traits: { 'asks for a resync': { default: true, meaning: 'Asks a client for a full inventory', provenance } },
  provenance,
  memory: () => ({}),
});

/** A product with three releases and one component. */
export const product: Product = {
  name: 'SMS for tests',
  version: '2.0',
  versionOn: () => undefined,
  logLine: printLogLine,
  logsAtFirst: false,
  serviceAccount: ({ code }: { readonly code: string }) => `SMSServer_${code}`,
  components: [loader],
  changes: [],
  releases: ['2.0', '2.0 SP1', '2.0 SP2'].map((name) => {
    const smsDefMof = { mof: { pragmas: [], classes: [] }, provenance };
    return { name, fullVersion: name, serverFiles: {}, clientComponents: {}, smsDefMof, provenance };
  }),
  settings: { 'hardware inventory enabled': { default: true, meaning: 'Collects hardware inventory', provenance } },
  chanceStreams: { 'request file names': 'a name', 'identity of COMPUTER': 'an identity' },
  programFolder: () => 'C:\\SMS\\bin\\i386',
  logFolder: () => 'C:\\SMS\\Logs',
};

/** A site of one server and two clients. */
export const siteText = `site: ABC
server: SERVER
boundaries: [10.1.1.0]
zone: Central Standard Time
computers:
  - { name: SERVER, operating system: Windows NT 4.0 }
  - { name: 'CLIENT{n}', count: 2, operating system: Windows 98, installed: false }
`;

const head = `scenario: A test
source: a test
site: small
`;

/** Reads a scenario whose head is given; the site `small` is the one above. */
export function read(body: string, file = 'scenarios/x.yaml'): ReturnType<typeof parseScenario> {
  return readWhole(head + body, file);
}

/** Reads the text of a whole file. */
export function readWhole(text: string, file = 'scenarios/x.yaml'): ReturnType<typeof parseScenario> {
  const readSite = (name: string) => (name === 'small' ? { text: siteText, file: 'sites/small.yaml' } : undefined);
  return parseScenario({ text, file, readSite, siteNames: () => ['small'], products: [product] });
}

/** The scenario of a text without mistakes. */
export function sound(body: string): Scenario {
  const parsed = read(body);
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(printDiagnostic).join('\n'));
  return parsed.scenario;
}

/** The mistakes of a text: code, line and column of each. */
export function mistakes(body: string): readonly string[] {
  const parsed = read(body);
  return parsed.ok ? [] : parsed.diagnostics.map((d) => `${d.code} ${d.line}:${d.column} ${d.message}`);
}
