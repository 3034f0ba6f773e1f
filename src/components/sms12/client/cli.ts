import { createMachine } from 'xstate';
import { documented } from '../../../world/index.ts';
import { defineComponent, type Component } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import { logonServerShare } from '../folders.ts';
import { logonShare, readSmsIni } from './client-files.ts';
import { setUpDelays, setUpEffects } from './client-setup.ts';
import { newSetUpMemory, type SetUpMemory } from './set-up-memory.ts';
import { setUpStates } from './set-up-states.ts';

/** Client Setup as somebody types it, a batch file runs it, or Smsrun and Client Monitor call it. */
function clientSetUp(name: string, file: string): Component {
  return defineComponent<SetUpMemory>({
    name,
    inSession: true,
    file,
    machine: createMachine({
      id: name,
      initial: 'waiting for its command line',
      states: {
        'waiting for its command line': { on: { 'command line': 'beginning' } },
        beginning: { entry: 'take the command line', always: 'looking' },
        ...setUpStates('ended'),
        ended: { type: 'final' },
      },
    }),
    effects: {
      ...setUpEffects,
      'take the command line': silent((self) => {
        const { server, switches } = self.message.data ?? {};
        const known = logonShare(readSmsIni(self));
        self.memory.share = typeof server === 'string' ? `\\\\${server}\\${logonServerShare}` : known;
        self.memory.switches = String(switches ?? '')
          .split(/\s+/)
          .map((word) => word.toUpperCase());
      }),
    },
    delays: setUpDelays,
    hears: [],
    traits: {},
    provenance: documented('Q166771, Resource Guide for SMS 1.2 (SMS Client Setup)'),
    memory: newSetUpMemory,
  });
}

/** Client Setup of each platform. */
export const clientSetUps: readonly Component[] = [
  clientSetUp('CLI_DOS', 'Cli_dos.exe'),
  clientSetUp('CLI_NT', 'Cli_nt.exe'),
  clientSetUp('CLI_OS2', 'Cli_os2.exe'),
];
