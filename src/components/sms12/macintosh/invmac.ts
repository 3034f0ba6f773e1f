import { createMachine } from 'xstate';
import { minute } from '../../../kernel/index.ts';
import { assumed, documented, inferred, resyncReads, type Ini } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import { connectToLogonServer, openProgram, readSettings, resyncFile } from './invmac-start.ts';
import { lookForWork } from './invmac-commands.ts';
import { findNetwork } from './invmac-network.ts';
import { reportInventory } from './invmac-report.ts';
import { planSearch, searchDuration, searchTime } from './invmac-search.ts';
import { makeSettings } from './invmac-set-up.ts';
import { invmacTraits } from './invmac-traits.ts';
import { inventoryStartUpItem } from './macintosh-files.ts';

/** What Invmac remembers while it runs. */
export interface InvmacMemory {
  /** SMS.INI, or DOMAIN.INI at the first start. */
  ini: Ini;
  isNew: boolean;
  /** `\\LAMSRV1\SMS_SHR`; empty before a server is found. */
  share: string;
  /** The request that is being answered, by its time; undefined: the inventory was due. */
  answers: number | undefined;
  /** At how many places the search for software looks. */
  places: number;
}

const perRead = assumed('A read of 48 bytes takes 20 milliseconds over LocalTalk.', 'Q181762');

/** The inventory agent of a Macintosh: a start-up item that runs to its end each time the Macintosh is started. */
export const invmac = defineComponent<InvmacMemory>({
  name: 'INVMAC',
  service: inventoryStartUpItem,
  file: 'Invmac.mac',
  machine: createMachine({
    id: 'INVMAC',
    initial: 'opening',
    states: {
      opening: { entry: 'open the program', on: { 'it runs': 'reading settings', 'no application': 'ended' } },
      'reading settings': {
        entry: 'read the settings',
        on: { 'settings read': 'connecting', 'no settings': 'ended' },
      },
      connecting: {
        entry: 'connect to a logon server',
        on: { connected: 'setting up', 'not connected': 'ended' },
      },
      'setting up': {
        entry: 'make the settings',
        on: { 'settings made': 'reading commands', 'access denied': 'ended', 'no SMSID': 'ended' },
      },
      'reading commands': {
        meta: { provenance: documented('Q181762') },
        after: { 'time to read Resync.cfg': 'deciding' },
      },
      deciding: {
        meta: { provenance: documented('Q107244, Q172533') },
        entry: 'look for work',
        on: { 'scan due': 'scanning', 'nothing due': 'ended' },
      },
      scanning: { after: { 'half of the scan': 'finding the network' } },
      'finding the network': {
        meta: { provenance: documented('Q178661, Q191304') },
        entry: 'find the network',
        on: { found: 'searching', 'error -3201': 'ended', 'error of type one': 'ended' },
      },
      searching: { entry: 'plan the search for software', after: { search: 'scanning on' } },
      'scanning on': { after: { 'half of the scan': 'reporting' } },
      reporting: {
        meta: { provenance: documented('Q126642') },
        entry: 'report the inventory',
        on: { reported: 'ended', 'access denied': 'ended' },
      },
      ended: { type: 'final' },
    },
  }),
  effects: {
    'open the program': { answers: ['it runs', 'no application'], run: openProgram },
    'read the settings': { answers: ['settings read', 'no settings'], run: readSettings },
    'connect to a logon server': { answers: ['connected', 'not connected'], run: connectToLogonServer },
    'make the settings': { answers: ['settings made', 'access denied', 'no SMSID'], run: makeSettings },
    'look for work': { answers: ['scan due', 'nothing due'], run: lookForWork },
    'find the network': { answers: ['found', 'error -3201', 'error of type one'], run: findNetwork },
    'plan the search for software': silent(planSearch),
    'report the inventory': { answers: ['reported', 'access denied'], run: reportInventory },
  },
  delays: {
    'time to read Resync.cfg': {
      provenance: perRead,
      duration: (self) => {
        const facts = self.files.stat(resyncFile(self.memory));
        return facts.ok ? resyncReads(facts.value.size) * 20 : 0;
      },
    },
    search: { provenance: searchTime, duration: searchDuration },
    'half of the scan': {
      provenance: assumed('A Macintosh is scanned in four minutes.', 'Q191304'),
      duration: () => 2 * minute,
    },
  },
  hears: [],
  traits: invmacTraits,
  provenance: inferred('Q107244, Q126642, Q156385, Q181762', 'Articles tell what is done; the order of steps follows.'),
  memory: () => ({ ini: { sections: [] }, isNew: false, share: '', answers: undefined, places: 0 }),
});
