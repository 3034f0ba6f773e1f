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
import { listedAccessPoints } from './access-point-connection.ts';
import {
  say,
  type CcimMemory,
  type CcimSelf,
  type ComponentOffer,
  type ComponentOperation,
  type ComponentSource,
} from './ccim-memory.ts';
import { jobsIn } from './installation-job.ts';
import {
  baseComponents,
  baseGroup,
  componentKey,
  componentValues,
  optionalComponents,
  siteAgentKey,
  siteAgentValues,
} from './client-registry.ts';

/** How CCIM finds out what is to be done with the components that the sites offer. */
export const offerEffects: Readonly<Record<string, Effect<CcimMemory>>> = {
  'read the offers': { answers: ['offers read'], run: readOffers },
  'merge the offers': { answers: ['merged'], run: mergeOffers },
  'announce the check': {
    answers: [],
    run: (self) => {
      say(self, '-- Checking if new component operations are necessary --');
      return undefined;
    },
  },
  'check the next component': {
    answers: ['nothing to do', 'operation needed', 'base group checked', 'withdrawn', 'all components checked'],
    run: checkNext,
  },
};

/** What the log excerpts show of the decision. */
export const offersProvenance = documented('Q236596, Q264630, Q266130');

const merging = inferred('Q264630', 'A client of several sites takes the highest version that one of them offers.');

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
  memory.offered.push(...offered);
  return 'offers read';
}

/** One offer per component: the base group first, then the last of the file to the first (Q236596, Q264630). */
function mergeOffers(self: CcimSelf): string {
  const { memory } = self;
  const best = new Map<string, ComponentOffer>();
  for (const offer of memory.offered) {
    const known = best.get(offer.name);
    if (known === undefined || compareVersions(known.version, offer.version) < 0) best.set(offer.name, offer);
  }
  self.restsOn('offers of several sites', merging);
  memory.offers = [...best.values()].toSorted((a, b) => rank(a) - rank(b));
  const complete = !memory.unreachable && !memory.offersUnknown;
  memory.withdrawn = complete
    ? optionalComponents.filter((name) => !best.has(name) && self.registry.exists(componentKey(name)))
    : [];
  return 'merged';
}

function rank({ name, index }: ComponentOffer): number {
  const place = baseGroup.indexOf(name);
  return place === -1 ? baseGroup.length + 1000 - index : place;
}

function checkNext(self: CcimSelf): string {
  const { memory } = self;
  const [next] = memory.offers;
  if (!memory.baseChecked && (next === undefined || !baseGroup.includes(next.name))) {
    memory.baseChecked = true;
    return 'base group checked';
  }
  const withdrawn = memory.withdrawn.shift();
  if (withdrawn !== undefined) {
    memory.offer = { name: withdrawn, version: '', directory: '', index: 0, siteCode: '', accessPoint: '' };
    memory.operation = 'remove';
    return 'withdrawn';
  }
  const offer = memory.offers.shift();
  if (offer === undefined || (offer.name !== baseComponents && baseWaits(self))) {
    say(self, 'Done processing active client components');
    return 'all components checked';
  }
  return checkOffer(self, offer);
}

/** The upgrade goes on after the restart of Windows 9x that the base components wait for (Q264969). */
function baseWaits(self: CcimSelf): boolean {
  return self.registry.getText(componentKey(baseComponents), componentValues.state) === 'Reboot Required';
}

function checkOffer(self: CcimSelf, offer: ComponentOffer): string {
  const { memory } = self;
  memory.offer = offer;
  const indexed = `(offer index [${offer.index}])`;
  say(self, `Checking if component "${offer.name}" needs to be installed, upgraded or verified ${indexed}`);
  const operation = neededOperation(self, offer);
  if (operation === undefined || isUnderWay(self, offer)) return 'nothing to do';
  memory.operation = operation;
  memory.sources = [...sourcesOf(self, offer)];
  say(self, `Component "${offer.name}" needs to be ${passive[operation]}`);
  return 'operation needed';
}

/** The access points of every site that offers this version; of each site, the one chosen in this cycle first. */
function sourcesOf(self: CcimSelf, { name, version }: ComponentOffer): readonly ComponentSource[] {
  const offers = self.memory.offered.filter((offer) => offer.name === name && offer.version === version);
  return offers.flatMap(({ siteCode, accessPoint }) => {
    const listed = listedAccessPoints(self, siteCode);
    const others = listed.filter((path) => path.toUpperCase() !== accessPoint.toUpperCase());
    return [accessPoint, ...others].map((path) => ({ siteCode, accessPoint: path }));
  });
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
    say(self, () => `Component "${offer.name}" install/verify/upgrade last done at ${longDate(lastDone)}`);
  }
  const state = self.registry.getText(key, componentValues.state);
  if (state === 'Reboot Required') return undefined;
  if (compareVersions(version, offer.version) < 0) return 'upgrade';
  if (state === 'Repair Pending') return 'verify';
  const interval = verifyInterval(self, offer.siteCode);
  return interval > 0 && lastDone !== undefined && self.now() - lastDone >= interval ? 'verify' : undefined;
}

/** Available Programs Manager has the very job already. */
function isUnderWay(self: CcimSelf, { name, version }: ComponentOffer): boolean {
  if (!self.memory.handedOver || baseGroup.includes(name)) return false;
  return jobsIn(self, 'jobs').some((job) => job.component === name && job.version === version);
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
