import { createMachine } from 'xstate';
import { hashText, second, type Instant } from '../../../kernel/index.ts';
import { assumed, documented, inboxPath, inferred, type ProtectedProgram } from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import {
  capList,
  clientBaseConfiguration,
  componentFile,
  offer,
  offeredComponents,
  protectedPrograms,
} from './client-files.ts';
import { silent } from '../../inbox-pass.ts';

interface ClientFilesMemory {
  /** A file could not be written in this pass. */
  refused: boolean;
  /** The client programs in Bin with their CRCs at the start of SMS Executive; nowhere on a disk (Q270912). */
  programs: readonly ProtectedProgram[];
}

type ClientFilesSelf = Self<ClientFilesMemory>;

/** Writes what clients need to know about the site into the source folders, from which Inbox Manager copies it. */
export const clientInstallDataManager = defineComponent<ClientFilesMemory>({
  name: 'SMS_CLIENT_INSTALL_DATA_MGR',
  service: 'SMS_EXECUTIVE',
  file: 'Cidm.dll',
  log: { file: 'Cidm.log', component: 'SMS_CLIENT_INSTALL_DATA_MGR', side: 'server' },
  machine: createMachine({
    id: 'SMS_CLIENT_INSTALL_DATA_MGR',
    initial: 'starting',
    states: {
      starting: {
        meta: { provenance: documented('Q270912') },
        entry: 'calculate the CRCs',
        always: 'writing',
      },
      writing: {
        meta: { provenance: documented('Q270912') },
        entry: ['write the base configuration', 'write the component files', 'write the offers'],
        on: { 'all written': 'waiting', 'some refused': 'waiting to write again' },
      },
      'waiting to write again': {
        after: { 'pause after a refused write': 'writing' },
        on: { 'site settings changed': 'writing' },
      },
      waiting: {
        meta: { provenance: documented('Q270912') },
        on: { 'site settings changed': 'writing' },
      },
    },
  }),
  effects: {
    'calculate the CRCs': silent((self) => {
      self.memory.programs = protectedPrograms(self);
    }),
    'write the base configuration': { answers: [], run: writeBaseConfiguration },
    'write the component files': { answers: [], run: writeComponentFiles },
    'write the offers': { answers: ['all written', 'some refused'], run: writeOffers },
  },
  delays: {
    'pause after a refused write': {
      provenance: assumed(
        'A file that somebody reads, Inbox Manager for one, is written ten seconds later.',
        'Q270912',
      ),
      duration: () => 10 * second,
    },
  },
  hears: ['site settings changed'],
  traits: {
    'writes versions into component files': {
      default: true,
      meaning: 'The .CFG of a component carries its version, which clients compare with the offer.',
      provenance: documented('Q236596'),
    },
  },
  provenance: inferred('Q270912, Q253151', 'Files are written at the start and when what they say has changed.'),
  memory: () => ({ refused: false, programs: [] }),
});

function writeBaseConfiguration(self: ClientFilesSelf): undefined {
  self.memory.refused = false;
  const folder = inboxPath(self.site, 'clidata.src');
  const write = (name: string): void =>
    writeIfChanged(self, `${folder}\\${name}`, (time) => clientBaseConfiguration(self, self.memory.programs, time));
  write('Clibase.cfg');
  write('Cli_inst.cfg');
  writeIfChanged(self, `${folder}\\Caplist.ini`, () => capList(self.site));
}

function writeComponentFiles(self: ClientFilesSelf): undefined {
  const withVersion = self.trait('writes versions into component files') === true;
  for (const component of offeredComponents(self)) {
    const path = inboxPath(self.site, 'clicomp.src', `${component.directory}.CFG`);
    writeIfChanged(self, path, (time) => componentFile(self, component, time, withVersion));
  }
}

function writeOffers(self: ClientFilesSelf): string {
  for (const name of ['CLINTX86.OFR', 'CLI95X86.OFR']) {
    writeIfChanged(self, inboxPath(self.site, 'clicfg.src', name), () => offer(self));
  }
  return self.memory.refused ? 'some refused' : 'all written';
}

const key = 'HKLM\\Software\\Microsoft\\SMS\\Components\\SMS_CLIENT_INSTALL_DATA_MGR';

const record = assumed('The registry keeps a check sum of what each file said when it was written last.', 'Q270912');

/**
 * A file is written again when its content is to change, not when it is missing, not even after a restart (Q270912).
 * The time in a file is that of its last change, so the content is compared as it would be at time 0.
 */
function writeIfChanged(self: ClientFilesSelf, path: string, text: (time: Instant) => string): void {
  self.restsOn('record of the files for clients', record);
  const name = path.slice(inboxPath(self.site).length + 1);
  const timeless = hashText(text(0));
  if (self.registry.getNumber(key, name) === timeless) return;
  const modified = ownTime(self, path);
  const written = self.files.writeText(path, text(modified), { modified });
  if (!written.ok) self.memory.refused = true;
  else self.registry.set(key, name, { type: 'REG_DWORD', data: timeless });
}

/** Two changes of one instant get times of their own, as FILETIME tells moments that we cannot. */
function ownTime(self: ClientFilesSelf, path: string): Instant {
  const now = self.now();
  const before = self.files.stat(path);
  if (!before.ok || before.value.modified < now || before.value.modified >= now + second) return now;
  return before.value.modified + 1;
}
