import type { Duration, Instant } from '../../../kernel/index.ts';
import {
  assumed,
  fileName,
  inboxPath,
  jobPriorities,
  parseReplication,
  printReplication,
  printSiteJob,
  type JobPriority,
  type ReplicatedFile,
} from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { generatedName, unusedName } from '../generated-names.ts';
import { createSiteInboxes } from '../site-inboxes.ts';
import { extension, filesIn } from '../../inbox-pass.ts';
import { nextSite } from './known-sites.ts';
import { outboundFolder } from './replication.ts';

/** What Replication Manager remembers. */
export interface ReplicationMemory {
  /** When the oldest object that is still gathering goes, by the clock of the site server. */
  nextDue: Instant;
}

type ReplicationSelf = Self<ReplicationMemory>;

/** How long objects of each priority gather. */
type Patience = Readonly<Record<JobPriority, Duration>>;

/** The folders are known by name (Q288970, Q323614); that one is Ready is known from a talk of the time. */
const folders = { incoming: 'Incoming', ready: 'Ready' } as const;

const logLines = assumed('The lines of the logs between sites are ours; no article quotes them.', 'Q200852');

/** What Replication Manager does. */
export function replicationEffects(patience: Patience): Readonly<Record<string, Effect<ReplicationMemory>>> {
  return {
    'watch the folders': { answers: ['watching'], run: watchTheFolders },
    'look for objects': {
      answers: ['package arrived', 'objects due', 'objects gathering', 'nothing to do'],
      run: (self) => lookForObjects(self, patience),
    },
    'deliver the package': { answers: ['delivered', 'cannot deliver'], run: deliverThePackage },
    'bundle the objects': {
      answers: ['bundled', 'cannot bundle'],
      run: (self) =>
        jobPriorities.every((priority) => bundle(self, priority, patience)) ? 'bundled' : 'cannot bundle',
    },
  };
}

function watchTheFolders(self: ReplicationSelf): string {
  self.restsOn('lines of the logs between sites', logLines);
  const watched = [incoming(self), ...jobPriorities.map((priority) => outboundFolder(self.site, priority))];
  createSiteInboxes(self.computer, self.site);
  for (const folder of watched) self.watch(folder);
  return 'watching';
}

function incoming(self: Self): string {
  return inboxPath(self.site, 'replmgr.box', folders.incoming);
}

function lookForObjects(self: ReplicationSelf, patience: Patience): string {
  if (filesIn(self, incoming(self), '*.rpl').length > 0) return 'package arrived';
  const due = jobPriorities.flatMap((priority) => {
    const oldest = oldestIn(self, outboundFolder(self.site, priority));
    return oldest === undefined ? [] : [oldest + patience[priority]];
  });
  if (due.length === 0) return 'nothing to do';
  self.memory.nextDue = Math.min(...due);
  return self.memory.nextDue <= self.now() ? 'objects due' : 'objects gathering';
}

/** When the oldest object of a folder was made; undefined where there is none. */
function oldestIn(self: Self, folder: string): Instant | undefined {
  const listed = self.files.list(folder, '*.rpl');
  const times = (listed.ok ? listed.value : []).map(({ created }) => created);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** All files of a package come out in one moment, so they have one time stamp (Q234360). */
function deliverThePackage(self: ReplicationSelf): string {
  const [path = ''] = filesIn(self, incoming(self), '*.rpl');
  const text = self.files.readText(path);
  if (!text.ok) return 'cannot deliver';
  const files = parseReplication(text.value);
  if (files.ok && !files.value.every((file) => deliver(self, file))) return 'cannot deliver';
  self.log(`Processed ${fileName(path)}, ${files.ok ? `${files.value.length} files` : 'which is damaged'}.`);
  return self.files.delete(path).ok ? 'delivered' : 'cannot deliver';
}

/** A file for another site goes on to it; one for this site gets its name, or a new one where that is taken. */
function deliver(self: ReplicationSelf, file: ReplicatedFile): boolean {
  if (file.destination !== self.site.code) return passOn(self, file);
  const folder = inboxPath(self.site, file.inbox);
  const taken = self.files.exists(`${folder}\\${file.name}`);
  const stream = self.random('names of replicated files');
  const name = taken ? unusedName(self.files, folder, extension(file.name), stream) : file.name;
  const { text, size } = file;
  return self.files.write(`${folder}\\${name}`, { text, size }).ok;
}

function passOn(self: ReplicationSelf, file: ReplicatedFile): boolean {
  const folder = outboundFolder(self.site, file.priority);
  const name = unusedName(self.files, folder, '.rpl', self.random('replication object names'));
  return self.files.writeText(`${folder}\\${name}`, printReplication([file])).ok;
}

/** False where something could not be read or written; the rest stays and is tried again. */
function bundle(self: ReplicationSelf, priority: JobPriority, patience: Patience): boolean {
  const folder = outboundFolder(self.site, priority);
  const oldest = oldestIn(self, folder);
  if (oldest === undefined || oldest + patience[priority] > self.now()) return true;
  const bySite = new Map<string, Bundle>();
  const ways = new Map<string, string>();
  for (const path of filesIn(self, folder, '*.rpl')) {
    if (!addToBundle(self, path, bySite, ways)) return false;
  }
  return [...bySite].every(([site, bundled]) => makeJob(self, site, priority, bundled));
}

interface Bundle {
  readonly paths: string[];
  readonly files: ReplicatedFile[];
  size: number;
}

/** `ways`: the next site on the way to each destination, as far as it was asked for. */
function addToBundle(
  self: ReplicationSelf,
  path: string,
  bySite: Map<string, Bundle>,
  ways: Map<string, string>,
): boolean {
  const content = self.files.read(path);
  if (!content.ok) return false;
  const files = parseReplication('text' in content.value ? content.value.text : '');
  if (!files.ok) return self.files.delete(path).ok;
  for (const file of files.value) {
    const site = ways.get(file.destination) ?? nextSite(self, file.destination);
    ways.set(file.destination, site);
    const known = bySite.get(site) ?? { paths: [], files: [], size: 0 };
    bySite.set(site, known);
    known.paths.push(path);
    known.files.push(file);
    known.size += content.value.size;
  }
  return true;
}

function makeJob(self: ReplicationSelf, site: string, priority: JobPriority, bundled: Bundle): boolean {
  const id = generatedName(self.random('job names'));
  const text = printReplication(bundled.files);
  const ready = inboxPath(self.site, 'replmgr.box', folders.ready, `${id}.rpl`);
  if (!self.files.write(ready, { text, size: Math.max(bundled.size, text.length) }).ok) return false;
  const now = self.now();
  const job = printSiteJob({ destination: site, priority, created: now, notBefore: now, state: 'pending' });
  if (!self.files.writeText(inboxPath(self.site, 'schedule.box', `${id}.job`), job).ok) return false;
  for (const path of bundled.paths) self.files.delete(path);
  self.log(`Created job ${id} with ${bundled.files.length} files for site ${site}, ${priority} priority.`);
  return true;
}
