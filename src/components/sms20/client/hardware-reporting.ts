import {
  assumed,
  compareHardware,
  documented,
  inferred,
  parseHardwareReport,
  printHardwareReport,
  reportedClasses,
  type HardwareGroup,
  type HardwareReport,
} from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { moveUnderNewName } from '../generated-names.ts';
import { clientFolder, clientFolders } from './client-folders.ts';
import { agentNames, clientKeys, clientProperties } from './client-registry.ts';
import { queueForCopy } from './copy-queue-items.ts';
import type { HardwareMemory, HardwareSelf } from './hardware-memory.ts';
import { askProvider } from './hardware-providers.ts';
import { inventoryDefinition } from './inventory-definition.ts';
import { allSitesAsk, askingSites, installationAsks, settleRequests, severalSites } from './inventory-request.ts';
import { clientSites } from './inventory-schedule.ts';
import { noIdGroups } from './third-party-mifs.ts';

const agent = agentNames.HW;

/** How the agent writes its report and hands it over. */
export const hardwareReportingEffects: Readonly<Record<string, Effect<HardwareMemory>>> = {
  'decide what to send': {
    answers: ['complete', 'delta'],
    run: (self) => (history(self) === undefined || mustBeComplete(self) ? 'complete' : 'delta'),
  },
  'write the complete inventory': {
    answers: ['handed over'],
    run: (self) => {
      const report = presentReport(self, []);
      handOver(self, report, '.hic', clientSites(self));
      commit(self, report);
      return 'handed over';
    },
  },
  'write the delta': { answers: ['handed over'], run: writeDelta },
};

/** When a report is complete. */
export const decisionProvenance = documented('Q319864, Q256610, Resource Guide (InvSync)');

const committed = assumed('The history is that of the report handed to Copy Queue, delivered or not.', 'Q301352');
const kept = assumed('Of a class whose provider does not answer, the instances of the history stay.', 'Q225507');
const sizes = assumed(
  'A report has 6 KB and 1500 bytes for each property it carries: an ordinary computer has about 100 KB.',
  'Q319167',
);
const cachedBios = inferred('Q256610', 'Only a complete inventory shows a BIOS that changed after installation.');

const frameSize = 6 * 1024;
const propertySize = 1500;

function historyPath(self: Self): string {
  return clientFolder(self.computer, `${clientFolders.hardware}\\Hinv.his`);
}

function history(self: Self): HardwareReport | undefined {
  const text = self.files.readText(historyPath(self));
  const report = text.ok ? parseHardwareReport(text.value) : undefined;
  return report?.ok === true ? report.value : undefined;
}

function mustBeComplete(self: HardwareSelf): boolean {
  return self.memory.mofChanged || allSitesAsk(self, agent) || installationAsks(self, agent);
}

function writeDelta(self: HardwareSelf): string {
  const before = history(self);
  if (before === undefined) throw new Error('a delta needs a history');
  const after = presentReport(self, before.groups);
  const delta = compareHardware(before, after);
  const asking = askingSites(self, agent);
  const others = clientSites(self).filter((site) => !asking.includes(site));
  handOver(self, delta, '.hid', others);
  if (asking.length > 0) handOver(self, presentReport(self, []), '.hic', asking);
  if (delta.groups.length > 0) commit(self, after);
  else settleRequests(self, agent);
  return 'handed over';
}

/** What the computer has now, as the agent sees it; groups it cannot see are taken from its history. */
function presentReport(self: HardwareSelf, old: readonly HardwareGroup[]): HardwareReport {
  const mof = inventoryDefinition(self);
  const classes = mof === undefined ? [] : reportedClasses(mof);
  const groups = classes.flatMap((one) => {
    const stored = old.filter((group) => group.class === one.classId);
    if (self.memory.unanswered.includes(one.name)) {
      self.restsOn('classes without an answer', kept);
      return stored;
    }
    return biosIsCached(self, one.name) && stored.length > 0 ? stored : askProvider(self, one, () => undefined);
  });
  return {
    guid: self.registry.getText(clientKeys.properties, clientProperties.identity) ?? '',
    computerName: self.computer.name,
    siteCode: clientSites(self)[0] ?? '',
    kind: 'complete',
    time: self.memory.startedAt,
    groups: [...groups, ...noIdGroups(self)],
  };
}

function biosIsCached(self: HardwareSelf, className: string): boolean {
  if (className !== 'Win32_BIOS' || self.trait('a delta shows a changed BIOS') === true) return false;
  self.restsOn('cached BIOS', cachedBios);
  return true;
}

/** Hinvdat.hic or .hid becomes a file of the outbox for each site, and Copy Queue is told at once (Q243681). */
function handOver(self: HardwareSelf, report: HardwareReport, kind: '.hic' | '.hid', sites: readonly string[]): void {
  const file = clientFolder(self.computer, `${clientFolders.hardware}\\Hinvdat${kind}`);
  const outbox = clientFolder(self.computer, clientFolders.hardwareOutbox);
  self.files.createFolder(outbox);
  self.restsOn('reports to several sites', severalSites);
  for (const siteCode of sites) {
    const text = printHardwareReport({ ...report, siteCode });
    self.files.write(file, { text, size: reportSize(self, report, text) });
    const moved = moveUnderNewName(self.files, file, outbox, '.inv', self.random('outbox names'));
    if (moved.ok) queueForCopy(self, { file: moved.value, siteCode, box: 'inventry.box', extension: '.nhm' });
  }
}

/** The bytes of a report; those of the product are wordier than ours. */
export function reportSize(self: Self, report: HardwareReport, text: string): number {
  self.restsOn('size of hardware reports', sizes);
  const properties = report.groups.reduce((sum, group) => sum + group.attributes.length, 0);
  return Math.max(text.length, frameSize + properties * propertySize);
}

function commit(self: HardwareSelf, report: HardwareReport): void {
  self.restsOn('time of the history', committed);
  self.files.writeText(historyPath(self), printHardwareReport(report));
  settleRequests(self, agent);
}
