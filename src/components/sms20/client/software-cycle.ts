import {
  assumed,
  compareSoftware,
  documented,
  parseSoftwareHistory,
  printSoftwareHistory,
  printSoftwareReport,
  type SoftwareFile,
} from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { moveUnderNewName } from '../generated-names.ts';
import { silent } from '../site-server/inbox-pass.ts';
import { clientFolder, clientFolders } from './client-folders.ts';
import { agentNames, clientKeys, clientProperties } from './client-registry.ts';
import { queueForCopy } from './copy-queue-items.ts';
import { resyncAsked, settleRequests, severalSites, upgradedSinceHistory } from './inventory-request.ts';
import { clientSites, noteRun } from './inventory-schedule.ts';
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
      const complete = history(self) === undefined || resyncAsked(self, agent) || upgradedSinceHistory(self, agent);
      return complete ? 'complete' : 'delta';
    },
  },
  'write the complete inventory': { answers: ['handed over'], run: writeComplete },
  'write the delta': { answers: ['handed over'], run: writeDelta },
  'finish the inventory': {
    answers: ['called meanwhile', 'finished'],
    run: (self) => {
      self.computer.busyWith = undefined;
      return self.memory.called ? 'called meanwhile' : 'finished';
    },
  },
};

/** Which log lines frame a cycle, and when a report is complete. */
export const softwareCycleProvenance = documented('Q317423, Q234360, Q272436, Q200852');

const maximumCollected = documented('Q317423', 'One megabyte in the log excerpt.');
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
  self.restsOn('size of collected files', maximumCollected);
  self.log('Maximum Collected File Size: 1 (MB)');
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
  handOver(self, '.sic', (siteCode) => printSoftwareReport({ ...heading(self, siteCode), kind: 'complete', files }));
  commit(self, files);
  return 'handed over';
}

function writeDelta(self: SoftwareSelf): string {
  const files = scanDrives(self);
  const changes = compareSoftware(history(self) ?? [], files);
  handOver(self, '.sid', (siteCode) => printSoftwareReport({ ...heading(self, siteCode), kind: 'delta', changes }));
  if (changes.length > 0) commit(self, files);
  else settleRequests(self, agent);
  return 'handed over';
}

function heading(self: SoftwareSelf, siteCode: string) {
  const guid = self.registry.getText(clientKeys.properties, clientProperties.identity) ?? '';
  return { guid, computerName: self.computer.name, siteCode, cycleStart: self.memory.startedAt };
}

/** Sinvdat.sic or .sid becomes a file of the outbox for each site (Q200852). */
function handOver(self: SoftwareSelf, extension: '.sic' | '.sid', text: (siteCode: string) => string): void {
  const file = clientFolder(self.computer, `${clientFolders.software}\\Sinvdat${extension}`);
  const outbox = clientFolder(self.computer, clientFolders.softwareOutbox);
  self.files.createFolder(outbox);
  self.restsOn('reports to several sites', severalSites);
  for (const siteCode of clientSites(self)) {
    self.files.writeText(file, text(siteCode));
    const moved = moveUnderNewName(self.files, file, outbox, '.inv', self.random('outbox names'));
    if (moved.ok) queueForCopy(self, { file: moved.value, siteCode, box: 'sinv.box', extension });
  }
}

function commit(self: SoftwareSelf, files: readonly SoftwareFile[]): void {
  self.restsOn('time of the history', committed);
  self.files.writeText(historyPath(self), printSoftwareHistory(files));
  settleRequests(self, agent);
}
