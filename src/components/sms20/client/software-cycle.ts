import {
  assumed,
  collectedBytes,
  compareSoftware,
  documented,
  parseSoftwareHistory,
  printSoftwareHistory,
  printSoftwareReport,
  type CollectedFile,
  type SoftwareChange,
  type SoftwareFile,
  type SoftwareReportHeading,
} from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { moveUnderNewName } from '../generated-names.ts';
import { silent } from '../../inbox-pass.ts';
import { clientFolder, clientFolders } from './client-folders.ts';
import { agentNames, clientKeys, clientProperties } from './client-registry.ts';
import { queueForCopy } from './copy-queue-items.ts';
import { allSitesAsk, askingSites, installationAsks, settleRequests, severalSites } from './inventory-request.ts';
import { clientSites, noteEnd, noteRun } from './inventory-schedule.ts';
import { collectedMaximum, collectFiles, noteCollected } from './software-collection.ts';
import type { SoftwareMemory, SoftwareSelf } from './software-memory.ts';
import { fileTypes, scanDrives } from './software-scan.ts';

const agent = agentNames.SW;

/** How a software inventory runs. */
export const softwareEffects: Readonly<Record<string, Effect<SoftwareMemory>>> = {
  'remember the call': silent((self) => {
    self.memory.called = true;
  }),
  'start the log': silent((self) => {
    if (self.computer.busyWith === agent) self.computer.busyWith = undefined;
    self.log(`====== Logging initialized for module "${agent}" =======`);
  }),
  'begin the inventory': { answers: ['begun', 'no sites'], run: begin },
  'preload the history': {
    answers: ['preloaded'],
    run: (self) => {
      self.log('Preloading history file ......');
      self.log('Scanning Drives ......');
      self.computer.busyWith = agent;
      return 'preloaded';
    },
  },
  'decide what to send': {
    answers: ['complete', 'delta'],
    run: (self) => {
      const complete = history(self) === undefined || allSitesAsk(self, agent) || installationAsks(self, agent);
      return complete ? 'complete' : 'delta';
    },
  },
  'write the complete inventory': { answers: ['handed over'], run: writeComplete },
  'write the delta': { answers: ['handed over'], run: writeDelta },
  'finish the inventory': {
    answers: ['called meanwhile', 'finished'],
    run: (self) => {
      self.computer.busyWith = undefined;
      noteEnd(self, agent);
      return self.memory.called ? 'called meanwhile' : 'finished';
    },
  },
};

/** Which log lines frame a cycle, and when a report is complete. */
export const softwareCycleProvenance = documented('Q317423, Q234360, Q272436, Q200852');

const committed = assumed('The history is that of the report handed to Copy Queue, delivered or not.', 'Q301352');

function begin(self: SoftwareSelf): string {
  self.memory.startedAt = self.now();
  self.memory.called = false;
  noteRun(self, agent);
  self.log(`${agent} cycle started ..... !`);
  if (clientSites(self).length === 0 || !self.registry.exists(clientKeys.sites)) {
    self.log('ERROR 4 - Get SW Inventory Sites data failed !!');
    return 'no sites';
  }
  self.log(`AppRegister ${agent} - Event Driven (6)`);
  self.log(`AppRegister ${agent} - Restart Driven (6)`);
  self.log('Reschedule agent to launch on boot.');
  self.log(`Maximum Collected File Size: ${collectedMaximum(self, clientSites(self)[0] ?? '')} (MB)`);
  for (const type of fileTypes(self)) self.log(`Inventory Type: ${type.replace(/^\*\./, '')}`);
  return 'begun';
}

function historyPath(self: Self): string {
  return clientFolder(self.computer, `${clientFolders.software}\\Sinv.his`);
}

function history(self: Self): readonly SoftwareFile[] | undefined {
  const text = self.files.readText(historyPath(self));
  const files = text.ok ? parseSoftwareHistory(text.value) : undefined;
  return files?.ok === true ? files.value : undefined;
}

function writeComplete(self: SoftwareSelf): string {
  const files = scanDrives(self);
  handOver(self, { kind: 'complete', files }, clientSites(self));
  commit(self, files);
  return 'handed over';
}

function writeDelta(self: SoftwareSelf): string {
  const files = scanDrives(self);
  const changes = compareSoftware(history(self) ?? [], files);
  const asking = askingSites(self, agent);
  const others = clientSites(self).filter((site) => !asking.includes(site));
  handOver(self, { kind: 'delta', changes }, others);
  if (asking.length > 0) handOver(self, { kind: 'complete', files }, asking);
  if (changes.length > 0) commit(self, files);
  else settleRequests(self, agent);
  return 'handed over';
}

/** What a report says beside who reports it. */
type Content =
  | { readonly kind: 'complete'; readonly files: readonly SoftwareFile[] }
  | { readonly kind: 'delta'; readonly changes: readonly SoftwareChange[] };

function heading(self: SoftwareSelf, siteCode: string, collected: readonly CollectedFile[]): SoftwareReportHeading {
  const guid = self.registry.getText(clientKeys.properties, clientProperties.identity) ?? '';
  const report = { guid, computerName: self.computer.name, siteCode, cycleStart: self.memory.startedAt };
  return collected.length > 0 ? { ...report, collected } : report;
}

/** Sinvdat.sic or .sid, with the files that the site collects, becomes a file of the outbox for each site (Q200852). */
function handOver(self: SoftwareSelf, content: Content, sites: readonly string[]): void {
  const complete = content.kind === 'complete';
  const extension = complete ? '.sic' : '.sid';
  const file = clientFolder(self.computer, `${clientFolders.software}\\Sinvdat${extension}`);
  const outbox = clientFolder(self.computer, clientFolders.softwareOutbox);
  self.files.createFolder(outbox);
  self.restsOn('reports to several sites', severalSites);
  for (const siteCode of sites) {
    const collected = collectFiles(self, siteCode, complete);
    const text = printSoftwareReport({ ...heading(self, siteCode, collected), ...content });
    self.files.write(file, { text, size: text.length + collectedBytes(collected) });
    const moved = moveUnderNewName(self.files, file, outbox, '.inv', self.random('outbox names'));
    if (!moved.ok) continue;
    queueForCopy(self, { file: moved.value, siteCode, box: 'sinv.box', extension });
    noteCollected(self, siteCode, collected, complete);
  }
}

function commit(self: SoftwareSelf, files: readonly SoftwareFile[]): void {
  self.restsOn('time of the history', committed);
  self.files.writeText(historyPath(self), printSoftwareHistory(files));
  settleRequests(self, agent);
}
