import { createMachine } from 'xstate';
import { assumed, documented, inferred } from '../../../world/index.ts';
import { defineComponent } from '../../component.ts';
import { filesIn, newInboxPass, passEffects, silent, statesAfterPass, type InboxPass } from '../../inbox-pass.ts';
import { siteFolder } from '../folders.ts';
import { serviceResponse } from '../service-response.ts';
import { executeInstruction } from './executed-instruction.ts';

const noticing = assumed(
  'Despooler is told of changes of RECEIVE, and looks again at each polling interval.',
  'Q152468',
);

/** Executes instructions that arrive: expands MIFs of child sites and writes resync commands. */
export const sms12Despooler = defineComponent<InboxPass>({
  name: 'SMS_DESPOOLER',
  service: 'SMS_EXECUTIVE',
  file: 'Despool.dll',
  log: { file: 'DESPOOL.LOG', component: 'SMS_DESPOOLER', side: 'server' },
  machine: createMachine({
    id: 'SMS_DESPOOLER',
    initial: 'starting',
    on: { 'folder changed': { actions: 'remember the change' } },
    states: {
      starting: { entry: 'watch the folder', always: 'looking' },
      looking: { entry: 'look for files', on: { 'files waiting': 'taking', 'nothing to do': 'waiting' } },
      taking: { entry: 'take the next file', on: { 'file taken': 'executing', 'none left': 'looking back' } },
      executing: {
        meta: { provenance: documented('Q122178, Q153246, Q193746') },
        entry: 'execute the instruction',
        on: { executed: 'taking', refused: 'taking', 'in use': 'taking' },
      },
      ...statesAfterPass('service response'),
    },
  }),
  effects: {
    ...passEffects<InboxPass>((self) => filesIn(self, siteFolder(self.site, 'DESPOOLR.BOX', 'RECEIVE'), '*.INS')),
    'watch the folder': silent((self) => {
      self.restsOn('notice of instructions', noticing);
      self.watch(siteFolder(self.site, 'DESPOOLR.BOX', 'RECEIVE'));
    }),
    'execute the instruction': { answers: ['executed', 'refused', 'in use'], run: executeInstruction },
  },
  delays: {
    'service response': {
      provenance: noticing,
      duration: serviceResponse,
    },
  },
  hears: [],
  traits: {},
  provenance: inferred('Q122178, Q153246, Q193746', 'Articles tell what is done; the order of steps follows.'),
  memory: newInboxPass,
});
