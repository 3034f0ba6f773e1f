import { createMachine } from 'xstate';
import { day, minute } from '../../../kernel/index.ts';
import { assumed, documented, inferred, isInHierarchy } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { siteControlEffects, type SiteControlMemory } from './site-control-files.ts';

/** Applies what is proposed for this site, and tells the sites above how it is configured. */
export const siteControlManager = defineComponent<SiteControlMemory>({
  name: 'SMS_SITE_CONTROL_MANAGER',
  service: 'SMS_EXECUTIVE',
  runsAt: isInHierarchy,
  file: 'Sitectrl.dll',
  log: { file: 'Sitectrl.log', component: 'SMS_SITE_CONTROL_MANAGER', side: 'server' },
  machine: createMachine({
    id: 'SMS_SITE_CONTROL_MANAGER',
    initial: 'starting',
    on: { 'site settings changed': { actions: 'remember the change' } },
    states: {
      starting: { entry: 'watch the inbox', on: { watching: 'applying' } },
      applying: {
        meta: { provenance: inferred('Q133113', 'As Site Configuration Manager of SMS 1.2 takes .ct1 files.') },
        entry: 'apply what is proposed',
        on: { applied: 'comparing', 'in use': 'waiting with files left' },
      },
      comparing: {
        entry: 'compare the site control file',
        on: { changed: 'reporting', 'as it was': 'waiting' },
      },
      reporting: {
        meta: { provenance: documented('Q320676') },
        entry: 'report the site control file',
        on: { reported: 'waiting', 'cannot report': 'waiting with files left' },
      },
      waiting: {
        on: { 'folder changed': 'applying', 'site settings changed': 'comparing' },
        after: { 'until the heartbeat': 'reporting' },
      },
      'waiting with files left': { after: { 'until the next look': 'applying' } },
    },
  }),
  effects: siteControlEffects,
  delays: {
    'until the heartbeat': {
      provenance: inferred(
        'Resource Guide for SMS 1.2, Q320676',
        'Heartbeat site control files; every 24 hours there.',
      ),
      duration: (self) => Math.max(0, self.memory.reported + day - self.now()),
    },
    'until the next look': {
      provenance: assumed('A proposal that cannot be read is tried again after a minute.'),
      duration: () => minute,
    },
  },
  hears: ['site settings changed'],
  traits: {},
  provenance: inferred('Q133113, Q320676', 'Which files it takes and writes is told; the steps follow.'),
  memory: () => ({ reported: 0 }),
});
