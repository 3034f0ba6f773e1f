import { createMachine } from 'xstate';
import { minute } from '../../../kernel/index.ts';
import { assumed, documented, inferred, isInHierarchy, isPrimary } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { filesIn, newInboxPass, passEffects, statesAfterPass } from '../../inbox-pass.ts';
import { hierarchyEffects, hierarchyInbox, type HierarchyMemory } from './hierarchy-files.ts';
import { upgradeRequest } from './secondary-site-upgrade.ts';

/** Keeps what the sites below tell of themselves, passes it on upwards, and sends them what is proposed for them. */
export const hierarchyManager = defineComponent<HierarchyMemory>({
  name: 'SMS_HIERARCHY_MANAGER',
  service: 'SMS_EXECUTIVE',
  runsAt: (site) => isInHierarchy(site) && isPrimary(site),
  file: 'Hman.dll',
  log: { file: 'Hman.log', component: 'SMS_HIERARCHY_MANAGER', side: 'server' },
  machine: createMachine({
    id: 'SMS_HIERARCHY_MANAGER',
    initial: 'starting',
    on: { 'folder changed': { actions: 'remember the change' } },
    states: {
      starting: { entry: 'watch the inbox', on: { watching: 'looking' } },
      looking: { entry: 'look for files', on: { 'files waiting': 'taking', 'nothing to do': 'looking back' } },
      taking: { entry: 'take the next file', on: { 'file taken': 'reading', 'none left': 'looking back' } },
      reading: {
        meta: { provenance: documented('Q133113, Q320676') },
        entry: 'read the file',
        on: {
          'proposal for a site': 'proposing',
          'report of this site': 'reporting',
          'report of a site below': 'keeping',
          'upgrade of a secondary site': 'preparing an upgrade',
          'no use': 'taking',
        },
      },
      proposing: { entry: 'send the proposal', on: { sent: 'taking', 'cannot send': 'taking' } },
      'preparing an upgrade': {
        meta: { provenance: documented('Q320676, Q212978') },
        entry: 'make the job of the upgrade',
        on: { 'job made': 'taking', 'no job': 'taking' },
      },
      keeping: {
        entry: ['keep the site control file', 'tell of the site below'],
        on: { told: 'reporting' },
      },
      reporting: {
        entry: 'send the report upwards',
        on: { sent: 'looking for a new parent', 'cannot send': 'taking' },
      },
      'looking for a new parent': {
        meta: { provenance: documented('Q258924, Q320676') },
        entry: 'compare the parent',
        on: { attached: 'attaching', 'same parent': 'taking' },
      },
      attaching: { entry: 'send everything to the new parent', on: { sent: 'taking' } },
      ...statesAfterPass('until the next look'),
    },
  }),
  effects: {
    ...passEffects<HierarchyMemory>((self) => [
      ...filesIn(self, hierarchyInbox(self), '*.ct1'),
      ...filesIn(self, hierarchyInbox(self), '*.ct2'),
      ...filesIn(self, hierarchyInbox(self), `*${upgradeRequest}`),
    ]),
    ...hierarchyEffects,
  },
  delays: {
    'until the next look': {
      provenance: assumed('A file that cannot be read is tried again after a minute.'),
      duration: () => minute,
    },
  },
  hears: [],
  traits: {},
  provenance: inferred('Q133113, Q320676, Q212978', 'Which files it takes and sends is told; the steps follow.'),
  memory: () => ({ ...newInboxPass(), control: null, news: false }),
});
