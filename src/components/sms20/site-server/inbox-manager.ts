import { createMachine } from 'xstate';
import { hour, second } from '../../../kernel/index.ts';
import { assumed, documented, inferred } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { createSiteInboxes, siteInboxesProvenance } from '../site-inboxes.ts';
import { checkNextAccessPoint, listAccessPoints } from './access-point-check.ts';
import { copyEffects, newCopyWork, type CopyWork } from './inbox-copying.ts';
import { silent, tickCount } from '../../inbox-pass.ts';

/** What Inbox Manager remembers: its work, and when every path is to be looked at again. */
interface InboxManagerMemory extends CopyWork {
  /** CAP servers still to be checked. */
  unchecked: string[];
  /** Tick count of the next check. */
  nextCheck: number;
}

/** Copies what changes in the site's source folders to every CAP, and restores CAP shares and folders. */
export const inboxManager = defineComponent<InboxManagerMemory>({
  name: 'SMS_INBOX_MANAGER',
  service: 'SMS_EXECUTIVE',
  file: 'Inboxmgr.dll',
  log: { file: 'Inboxmgr.log', component: 'SMS_INBOX_MANAGER', side: 'server' },
  machine: createMachine({
    id: 'SMS_INBOX_MANAGER',
    initial: 'starting',
    on: {
      'folder changed': { actions: 'remember the change' },
      'site settings changed': { actions: 'remember the new settings' },
    },
    states: {
      starting: {
        entry: ['create the site inboxes', 'remove leftover locks'],
        on: { 'locks removed': 'checking' },
      },
      checking: {
        meta: { provenance: documented('Q200830') },
        entry: 'list the access points',
        on: { 'site server reached': 'checking an access point', 'site server not reached': 'waiting' },
      },
      'checking an access point': {
        meta: { provenance: documented('Q200830') },
        entry: 'check the next access point',
        on: {
          checked: { target: 'checking an access point', reenter: true },
          'all checked': 'comparing',
        },
      },
      comparing: {
        entry: ['watch the source inboxes', 'compare the inboxes'],
        on: { 'differences found': 'stepping', 'all the same': 'waiting' },
      },
      stepping: {
        entry: 'take the next step',
        on: { lock: 'locking', copy: 'copying', unlock: 'unlocking', 'none left': 'looking back' },
      },
      locking: {
        meta: { provenance: documented('Q275617') },
        entry: 'create the lock',
        on: { 'lock created': 'stepping', 'cannot lock': 'stepping' },
      },
      copying: {
        meta: { provenance: documented('Q280515') },
        entry: 'start the copy',
        on: {
          copied: { target: 'stepping', actions: 'log the success' },
          'copy failed': { target: 'stepping', actions: 'log the failure' },
          refused: { target: 'stepping', actions: 'log the failure' },
        },
      },
      unlocking: {
        meta: { provenance: documented('Q275617') },
        entry: 'remove the lock',
        on: { 'lock removed': 'stepping', 'lock in use': 'lock in use', 'lock stays': 'stepping' },
      },
      'lock in use': { after: { 'pause before removing a lock again': 'unlocking' } },
      'looking back': {
        entry: 'look back',
        on: {
          'settings changed': 'checking',
          'changed meanwhile': 'comparing',
          'worth another try': 'some failed',
          finished: 'waiting',
        },
      },
      'some failed': {
        on: {
          'folder changed': { target: 'comparing', actions: 'forget the tries' },
          'site settings changed': { target: 'checking', actions: 'forget the tries' },
        },
        after: { 'pause before another try': 'comparing' },
      },
      waiting: {
        meta: { provenance: documented('Q200830, Q280515') },
        entry: 'forget the tries',
        on: { 'folder changed': 'comparing', 'site settings changed': 'checking' },
        after: { 'until the hourly check': 'checking' },
      },
    },
  }),
  effects: {
    ...copyEffects<InboxManagerMemory>(),
    'create the site inboxes': silent((self) => {
      self.restsOn('inboxes of the site server', siteInboxesProvenance);
      createSiteInboxes(self.computer, self.site);
    }),
    'list the access points': {
      answers: ['site server reached', 'site server not reached'],
      run: (self) => {
        self.memory.nextCheck = tickCount(self) + hour;
        self.memory.settingsChanged = false;
        const servers = listAccessPoints(self);
        self.memory.unchecked = servers ?? [];
        return servers === undefined ? 'site server not reached' : 'site server reached';
      },
    },
    'check the next access point': {
      answers: ['checked', 'all checked'],
      run: (self) => {
        const server = self.memory.unchecked.shift();
        if (server === undefined) return 'all checked';
        checkNextAccessPoint(self, server);
        return 'checked';
      },
    },
    'forget the tries': silent((self) => {
      self.memory.tries = 0;
    }),
  },
  delays: {
    'until the hourly check': {
      provenance: documented('Q200830'),
      duration: (self) => self.memory.nextCheck - tickCount(self),
    },
    'pause before another try': {
      provenance: assumed('Builds that try a refused copy again do so after 30 seconds.', 'Q280515, Q275617'),
      duration: () => 30 * second,
    },
    'pause before removing a lock again': {
      provenance: assumed(
        'The ten tries to remove Inboxlck.tok are two seconds apart: together longer than a client waits at the file.',
        'Q275617',
      ),
      duration: () => 2 * second,
    },
  },
  hears: ['site settings changed'],
  traits: {
    'tries of a refused copy': {
      default: 10,
      meaning: 'How often a file in use on a CAP is tried before the next change or the hourly check.',
      provenance: inferred('Q280515', 'The correction is not described; ten tries as for Inboxlck.tok in Q275617.'),
    },
    'tries to remove a lock': {
      default: 10,
      meaning: 'How often the removal of Inboxlck.tok is tried before it stays behind.',
      provenance: documented('Q275617'),
    },
    'locks folders while it refreshes them': {
      default: true,
      meaning: 'Inboxlck.tok keeps clients out of a component folder of a CAP while files in it change.',
      provenance: documented('Q275617, Q236596'),
    },
    'permissions of a new access point': {
      default: 'read and execute',
      meaning: 'What Users and Guests may do with a CAP folder at its creation: change, read, or read and execute.',
      provenance: documented('Q252856'),
    },
  },
  provenance: inferred('Q200830, Q280515, Q275617', 'The articles tell what is done; the order of the steps follows.'),
  memory: () => ({ ...newCopyWork(), unchecked: [], nextCheck: 0 }),
});
