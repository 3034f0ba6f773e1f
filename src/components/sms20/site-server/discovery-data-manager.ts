import { createMachine } from 'xstate';
import { minute } from '../../../kernel/index.ts';
import { assumed, documented, inboxPath, inferred, isPrimary } from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { discoveryEffects, type DiscoveryMemory } from './discovery-files.ts';
import { filesIn, newInboxPass, passEffects } from '../../inbox-pass.ts';
import { deleteInventory, nightProvenance, untilTheNight } from './unassigned-inventory.ts';

/** Stores discovery data records and decides which site each computer is assigned to. */
export const discoveryDataManager = defineComponent<DiscoveryMemory>({
  name: 'SMS_DISCOVERY_DATA_MANAGER',
  service: 'SMS_EXECUTIVE',
  file: 'Ddm.dll',
  log: { file: 'Ddm.log', component: 'SMS_DISCOVERY_DATA_MANAGER', side: 'server' },
  machine: createMachine({
    id: 'SMS_DISCOVERY_DATA_MANAGER',
    initial: 'starting',
    on: {
      'folder changed': { actions: 'remember the change' },
      'site settings changed': { actions: 'remember the new boundaries' },
      'attached to a parent': { actions: 'send everything to the parent' },
    },
    states: {
      starting: { entry: 'watch the inbox', on: { watching: 'looking' } },
      looking: {
        entry: ['clear BAD_DDRS', 'look for files'],
        on: { 'files waiting': 'taking', 'nothing to do': 'looking back' },
      },
      taking: { entry: 'take the next file', on: { 'file taken': 'processing', 'none left': 'looking back' } },
      processing: { after: { 'time to process a record': 'reading' } },
      reading: {
        entry: 'read the record',
        on: {
          read: 'storing',
          corrupt: 'rejecting',
          empty: 'rejecting',
          'never ends': 'spinning',
          'in use': 'taking',
          gone: 'taking',
          'for the parent': 'sending to the parent',
          'from the parent': 'keeping',
        },
      },
      'sending to the parent': {
        meta: { provenance: documented('Q281718') },
        entry: 'send the record to the parent',
        on: { sent: 'taking', 'in use': 'taking' },
      },
      keeping: {
        meta: { provenance: documented('Q281718, Q288407') },
        entry: 'keep the processed record',
        on: { kept: 'taking', 'in use': 'taking' },
      },
      spinning: { meta: { provenance: documented('Q236061') } },
      storing: {
        meta: { provenance: documented('Q249582, Q313660') },
        entry: 'store the record',
        on: { stored: 'assigning', 'no name': 'rejecting', failed: 'failed' },
      },
      assigning: {
        meta: { provenance: documented('Q281107') },
        entry: 'assign it to sites',
        on: { assigned: 'deleting', 'assigned in a hierarchy': 'passing on', failed: 'failed' },
      },
      'passing on': {
        meta: { provenance: documented('Q313660, Q281718') },
        entry: 'pass the record on',
        on: { 'passed on': 'deleting' },
      },
      deleting: {
        meta: { provenance: documented('Q264524') },
        entry: 'delete the record',
        on: { deleted: 'taking', 'cannot delete': 'taking' },
      },
      rejecting: { entry: 'move it to BAD_DDRS', on: { rejected: 'taking' } },
      failed: {
        meta: { provenance: documented('Q249582') },
        entry: 'report the failure',
        after: { 'pause after a database failure': 'looking' },
      },
      'looking back': {
        entry: 'look back at the boundaries',
        on: { 'boundaries changed': 'evaluating', 'same boundaries': 'looking back at the inbox' },
      },
      'looking back at the inbox': {
        entry: 'look back',
        on: { 'changed meanwhile': 'looking', 'files left': 'waiting with files left', 'nothing new': 'waiting' },
      },
      evaluating: {
        meta: { provenance: documented('Q281107') },
        entry: 'evaluate all computers',
        on: { evaluated: 'looking back', 'no database': 'failed' },
      },
      waiting: {
        on: { 'folder changed': 'looking', 'site settings changed': 'evaluating' },
        after: { 'until the night': 'deleting inventory' },
      },
      'waiting with files left': {
        on: { 'folder changed': 'looking', 'site settings changed': 'evaluating' },
        after: { 'until the next look': 'looking', 'until the night': 'deleting inventory' },
      },
      'deleting inventory': {
        meta: { provenance: documented('Q281107') },
        entry: 'delete inventory of unassigned clients',
        on: { 'night is over': 'looking back' },
      },
    },
  }),
  effects: {
    ...passEffects<DiscoveryMemory>(waitingRecords),
    ...discoveryEffects,
    'delete inventory of unassigned clients': { answers: ['night is over'], run: deleteInventory },
  },
  delays: {
    'until the night': { provenance: nightProvenance, duration: untilTheNight },
    'time to process a record': {
      provenance: assumed('Storing one discovery record takes 100 milliseconds.'),
      duration: () => 100,
    },
    'pause after a database failure': { provenance: documented('Q249582, Q226510'), duration: () => minute },
    'until the next look': {
      provenance: assumed('Records that are left in Ddm.box are processed again after a minute.', 'Q264524'),
      duration: () => minute,
    },
  },
  hears: ['site settings changed'],
  traits: {
    'gets past an empty record': {
      default: true,
      meaning: 'A record of zero bytes is rejected; otherwise no other record is processed any more.',
      provenance: documented('Q236061'),
    },
    'deletes read-only records': {
      default: true,
      meaning: 'A processed record goes even if it is read-only; otherwise it is processed again and again.',
      provenance: documented('Q264524'),
    },
    'compares names as SQL Server does': {
      default: true,
      meaning:
        'A name that differs from a stored one in trailing blanks alone is no new one; otherwise its record fails as ' +
        'a duplicate key, and no other is processed until it is removed.',
      provenance: documented('Q249582'),
    },
    'forwards the subnets of the record alone': {
      default: true,
      meaning:
        'A record leaves for another site with the subnets it came with, to take the place of those known there; ' +
        'otherwise with the ones stored before as well, to be added there.',
      provenance: documented('Q313660'),
    },
    'keeps travelling clients assigned': {
      default: true,
      meaning: 'Clients in travel mode or with forced sites stay assigned as Travel Mode Clients Filter says.',
      provenance: documented('Q281107'),
    },
  },
  provenance: inferred('Q249582, Q281107', 'The articles tell what is done with a record; the steps follow.'),
  memory: () => ({
    ...newInboxPass(),
    record: null,
    resourceId: 0,
    boundariesChanged: false,
    before: { subnets: [], assigned: [] },
    night: -1,
  }),
});

/** Records of agents and of sites below, and at a secondary site those that the parent has processed. */
function waitingRecords(self: Self): string[] {
  const inbox = inboxPath(self.site, 'ddm.box');
  const records = filesIn(self, inbox, '*.ddr');
  return isPrimary(self.site) ? records : [...records, ...filesIn(self, inbox, '*.pdr')];
}
