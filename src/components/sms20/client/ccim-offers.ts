import { civilTime, day, padded } from '../../../kernel/index.ts';
import {
  compareVersions,
  documented,
  inferred,
  parseOffer,
  parseRegistryTime,
  parseScheduleToken,
} from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import { verifyAgent } from '../settings.ts';
import { say, type CcimMemory, type CcimSelf, type ComponentOffer, type ComponentOperation } from './ccim-memory.ts';
import {
  agentNames,
  baseComponents,
  componentKey,
  componentValues,
  siteAgentKey,
  siteAgentValues,
} from './client-registry.ts';

/** How CCIM finds out what is to be done with the components that the sites offer. */
export const offerEffects: Readonly<Record<string, Effect<CcimMemory>>> = {
  'read the offers': { answers: ['offers read'], run: readOffers },
  'merge the offers': { answers: ['merged'], run: mergeOffers },
  'check the next component': {
    answers: ['nothing to do', 'operation needed', 'withdrawn', 'all components checked'],
    run: checkNext,
  },
};

/** What the log excerpts show of the decision. */
export const offersProvenance = documented('Q236596, Q264630, Q266130');

const merging = inferred('Q264630', 'A client of several sites takes the highest version that one of them offers.');

/** What installs and upgrades the base has not been emulated yet: CCIM only says what it would do. */
const onlyDecided: readonly string[] = [baseComponents];

const box = 'clicfg.box';

function readOffers(self: CcimSelf): string {
  const { memory } = self;
  const name = self.computer.operatingSystem.family === 'Windows NT' ? 'CLINTX86.OFR' : 'CLI95X86.OFR';
  const text = self.files.readText(`${memory.accessPoint}\\${box}\\${name}`);
  if (!text.ok) {
    memory.offersUnknown = true;
    return 'offers read';
  }
  const offered = parseOffer(text.value).components.map(
    ({ name: component, version, directory }, index): ComponentOffer => ({
      name: component,
      version,
      directory,
      index,
      siteCode: memory.site,
      accessPoint: memory.accessPoint,
    }),
  );
  memory.offers.push(...offered);
  return 'offers read';
}

/** One offer per component, from the last of the file to the first; what nobody offers any more is withdrawn. */
function mergeOffers(self: CcimSelf): string {
  const { memory } = self;
  const best = new Map<string, ComponentOffer>();
  for (const offer of memory.offers) {
    const known = best.get(offer.name);
    if (known === undefined || compareVersions(known.version, offer.version) < 0) best.set(offer.name, offer);
  }
  self.restsOn('offers of several sites', merging);
  memory.offers = [...best.values()].toSorted((a, b) => b.index - a.index);
  const complete = !memory.unreachable && !memory.offersUnknown;
  const agents: readonly string[] = Object.values(agentNames);
  memory.withdrawn = complete
    ? agents.filter((name) => !best.has(name) && self.registry.exists(componentKey(name)))
    : [];
  say(self, '-- Checking if new component operations are necessary --');
  return 'merged';
}

function checkNext(self: CcimSelf): string {
  const { memory } = self;
  const withdrawn = memory.withdrawn.shift();
  if (withdrawn !== undefined) {
    memory.offer = { name: withdrawn, version: '', directory: '', index: 0, siteCode: '', accessPoint: '' };
    memory.operation = 'remove';
    return 'withdrawn';
  }
  const offer = memory.offers.shift();
  if (offer === undefined) {
    say(self, 'Done processing active client components');
    return 'all components checked';
  }
  memory.offer = offer;
  const indexed = `(offer index [${offer.index}])`;
  say(self, `Checking if component "${offer.name}" needs to be installed, upgraded or verified ${indexed}`);
  const operation = neededOperation(self, offer);
  if (operation === undefined) return 'nothing to do';
  memory.operation = operation;
  say(self, `Component "${offer.name}" needs to be ${passive[operation]}`);
  return onlyDecided.includes(offer.name) ? 'nothing to do' : 'operation needed';
}

const passive: Readonly<Record<ComponentOperation, string>> = {
  install: 'installed',
  upgrade: 'upgraded',
  verify: 'verified',
  remove: 'removed',
};

/** The client leaves a component alone whose version is not below that of the access point (Q266130). */
function neededOperation(self: CcimSelf, offer: ComponentOffer): ComponentOperation | undefined {
  const key = componentKey(offer.name);
  const version = self.registry.getText(key, componentValues.version);
  if (version === undefined || version === '') return 'install';
  const lastDone = parseRegistryTime(self.registry.getText(key, componentValues.lastDone) ?? '');
  if (lastDone !== undefined) {
    say(self, `Component "${offer.name}" install/verify/upgrade last done at ${longDate(lastDone)}`);
  }
  if (compareVersions(version, offer.version) < 0) return 'upgrade';
  if (self.registry.getText(key, componentValues.state) === 'Repair Pending') return 'verify';
  const interval = verifyInterval(self, offer.siteCode);
  return interval > 0 && lastDone !== undefined && self.now() - lastDone >= interval ? 'verify' : undefined;
}

/** Thirty days, counted from the latest operation of each component (Q246040). */
function verifyInterval(self: CcimSelf, siteCode: string): number {
  const key = siteAgentKey(siteCode, verifyAgent);
  const schedule = parseScheduleToken(self.registry.getText(key, siteAgentValues.schedule) ?? '');
  return schedule?.kind === 'interval' ? schedule.days * day : 0;
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** `01:25:22 June 22, 1999` (Q236596). */
function longDate(time: number): string {
  const t = civilTime(time);
  const clock = `${padded(t.hour)}:${padded(t.minute)}:${padded(t.second)}`;
  return `${clock} ${months[t.month - 1]} ${padded(t.day)}, ${t.year}`;
}
