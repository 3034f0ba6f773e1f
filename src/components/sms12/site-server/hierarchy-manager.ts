import { createMachine } from 'xstate';
import { documented, fileName, inferred, isPrimary } from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { filesIn, newInboxPass, passEffects, silent, statesAfterPass, type InboxPass } from '../../inbox-pass.ts';
import { siteFolder } from '../folders.ts';
import { serviceResponse } from '../service-response.ts';
import { lookAtParent, noteParent } from './attachment.ts';
import { knownSitesFolder, knownSitesProvenance } from './other-sites.ts';
import { leaveFolderJob } from './system-jobs.ts';

/** Keeps what the sites of the hierarchy say of themselves, and tells the parent site. */
export const sms12HierarchyManager = defineComponent<InboxPass>({
  name: 'SMS_HIERARCHY_MANAGER',
  service: 'SMS_HIERARCHY_MANAGER',
  runsAt: isPrimary,
  file: 'Hman.exe',
  log: { file: 'HMAN.LOG', component: 'SMS_HIERARCHY_MANAGER', side: 'server' },
  machine: createMachine({
    id: 'SMS_HIERARCHY_MANAGER',
    initial: 'starting',
    on: {
      'folder changed': { actions: 'remember the change' },
      'site settings changed': { actions: 'look at the parent' },
    },
    states: {
      starting: { entry: 'watch the folder', always: 'looking' },
      looking: { entry: 'look for files', on: { 'files waiting': 'taking', 'nothing to do': 'waiting' } },
      taking: {
        entry: 'take the next file',
        on: { 'file taken': 'keeping', 'none left': { target: 'looking back', actions: 'complete the cycle' } },
      },
      keeping: {
        meta: { provenance: documented('Resource Guide for SMS 1.2 (Site Control File)') },
        entry: 'keep the status file',
        on: { kept: 'taking', 'in use': 'taking' },
      },
      ...statesAfterPass('service response'),
    },
  }),
  effects: {
    ...passEffects<InboxPass>((self) => filesIn(self, siteFolder(self.site, 'SITECFG.BOX'), '*.CT2')),
    'watch the folder': silent((self) => {
      self.watch(siteFolder(self.site, 'SITECFG.BOX'));
      noteParent(self);
    }),
    'look at the parent': silent(lookAtParent),
    'keep the status file': { answers: ['kept', 'in use'], run: keepStatus },
    'complete the cycle': silent((self) => {
      self.log(`Work cycle completed: sleeping ${serviceResponse(self)} milliseconds`);
    }),
  },
  delays: {
    'service response': {
      provenance: inferred('Q270218', 'At Fast it sleeps 300000 milliseconds.'),
      duration: serviceResponse,
    },
  },
  hears: ['site settings changed'],
  traits: {},
  provenance: inferred('Q270218, Resource Guide for SMS 1.2 (Site Control File)', 'What it does for inventory.'),
  memory: newInboxPass,
});

/** The parent site gets a copy, so that every site knows those below it. */
function keepStatus(self: Self<InboxPass>): 'kept' | 'in use' {
  const { file } = self.memory;
  const text = self.files.readText(file);
  if (!text.ok) return 'in use';
  self.restsOn('place of the site control files of other sites', knownSitesProvenance);
  const { parent } = self.site;
  if (parent !== undefined) {
    leaveFolderJob(self, { destination: parent, kind: 'SITECONTROL' }, (folder) => {
      self.files.writeText(`${folder}\\${fileName(file)}`, text.value);
    });
  }
  self.files.createFolder(knownSitesFolder(self.site));
  self.files.writeText(`${knownSitesFolder(self.site)}\\${fileName(file)}`, text.value);
  return self.files.delete(file).ok ? 'kept' : 'in use';
}
