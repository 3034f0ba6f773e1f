import { createMachine } from 'xstate';
import { assumed, documented, fileName, inferred } from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { filesIn, foldersIn, newInboxPass, passEffects, silent, type InboxPass } from '../../inbox-pass.ts';
import { siteFolder } from '../folders.ts';
import { serviceResponse } from '../service-response.ts';
import { leaveFolderJob } from './system-jobs.ts';

const waitTime = assumed(
  'Site Reporter waits one polling interval for more MIFs before it makes a job; the registry value is not told.',
  'Resource Guide for SMS 1.2 (Site Server Services)',
);

const forOneSite = assumed('MIFs for one site wait in a folder of SITEREP.BOX that has its code as name.', 'Q167777');

/** The folder below SITEREP.BOX in which MIFs for one certain site wait. */
export function reporterFolderFor(self: Self, siteCode: string): string {
  self.restsOn('MIFs for one site', forOneSite);
  return siteFolder(self.site, 'SITEREP.BOX', siteCode);
}

/** Bundles MIFs into a job for the parent site, or deletes them where there is none. */
export const siteReporter = defineComponent<InboxPass>({
  name: 'SMS_SITE_REPORTER',
  service: 'SMS_EXECUTIVE',
  file: 'Siterep.dll',
  log: { file: 'SITEREP.LOG', component: 'SMS_SITE_REPORTER', side: 'server' },
  machine: createMachine({
    id: 'SMS_SITE_REPORTER',
    initial: 'starting',
    on: { 'folder changed': { actions: 'remember the change' } },
    states: {
      starting: { entry: 'watch the folder', always: 'gathering' },
      gathering: { after: { 'wait time': 'looking' } },
      looking: { entry: 'look for files', on: { 'files waiting': 'taking', 'nothing to do': 'looking back' } },
      taking: { entry: 'take the next file', on: { 'file taken': 'reporting', 'none left': 'looking back' } },
      reporting: {
        meta: { provenance: documented('Q167777, Q169491') },
        entry: 'report the files',
        on: { 'job made': 'taking', deleted: 'taking' },
      },
      'looking back': {
        entry: 'look back',
        on: { 'changed meanwhile': 'gathering', 'files left': 'gathering', 'nothing new': 'waiting' },
      },
      waiting: { on: { 'folder changed': 'gathering' } },
    },
  }),
  effects: {
    ...passEffects<InboxPass>(destinationsWaiting),
    'watch the folder': silent((self) => {
      self.restsOn('wait time of Site Reporter', waitTime);
      self.watch(siteFolder(self.site, 'SITEREP.BOX'));
    }),
    'report the files': { answers: ['job made', 'deleted'], run: reportFiles },
  },
  delays: {
    'wait time': {
      provenance: waitTime,
      duration: serviceResponse,
    },
  },
  hears: [],
  traits: {},
  provenance: inferred('Q167777, Q169491, Resource Guide for SMS 1.2', 'What is done is told, the steps follow.'),
  memory: newInboxPass,
});

const allTypes = '*.*';

/** Folders with MIFs: SITEREP.BOX itself, for the parent, and those of single sites. */
function destinationsWaiting(self: Self): string[] {
  const own = siteFolder(self.site, 'SITEREP.BOX');
  return [own, ...foldersIn(self, own)].filter((folder) => filesIn(self, folder, allTypes).length > 0);
}

function reportFiles(self: Self<InboxPass>): string {
  const folder = self.memory.file;
  const files = filesIn(self, folder, allTypes);
  const isForParent = fileName(folder).toUpperCase() === 'SITEREP.BOX';
  const destination = isForParent ? self.site.parent : fileName(folder).toUpperCase();
  if (destination === undefined) {
    for (const file of files) self.files.delete(file);
    return 'deleted';
  }
  leaveFolderJob(self, { destination, kind: 'INVENTORY' }, (target) => {
    for (const file of files) self.files.move(file, `${target}\\${fileName(file)}`);
  });
  self.log(`Created a mini-job with ${files.length} MIFs for site ${destination}`);
  return 'job made';
}
