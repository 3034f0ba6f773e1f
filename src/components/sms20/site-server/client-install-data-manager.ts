import { createMachine } from 'xstate';
import { documented, inboxPath, inferred } from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { capList, clientBaseConfiguration, componentFile, offer, offeredComponents } from './client-files.ts';

/** What it wrote last, by path; a file is written again when its content is to change, not when it is missing. */
interface ClientFilesMemory {
  readonly written: Record<string, string>;
}

/** Writes what clients need to know about the site into the source folders, from which Inbox Manager copies it. */
export const clientInstallDataManager = defineComponent<ClientFilesMemory>({
  name: 'SMS_CLIENT_INSTALL_DATA_MGR',
  service: 'SMS_EXECUTIVE',
  file: 'Cidm.dll',
  log: { file: 'Cidm.log', component: 'SMS_CLIENT_INSTALL_DATA_MGR', side: 'server' },
  machine: createMachine({
    id: 'SMS_CLIENT_INSTALL_DATA_MGR',
    initial: 'writing',
    states: {
      writing: {
        meta: { provenance: documented('Q270912') },
        entry: ['write the base configuration', 'write the component files', 'write the offers'],
        on: { 'all written': 'waiting' },
      },
      waiting: {
        meta: { provenance: documented('Q270912') },
        on: { 'site settings changed': 'writing' },
      },
    },
  }),
  effects: {
    'write the base configuration': { answers: [], run: writeBaseConfiguration },
    'write the component files': { answers: [], run: writeComponentFiles },
    'write the offers': { answers: ['all written'], run: writeOffers },
  },
  delays: {},
  hears: ['site settings changed'],
  traits: {
    'writes versions into component files': {
      default: true,
      meaning: 'The .CFG of a component carries its version, which clients compare with the offer.',
      provenance: documented('Q236596'),
    },
  },
  provenance: inferred('Q270912, Q253151', 'Files are written at the start and when what they say has changed.'),
  memory: () => ({ written: {} }),
});

function writeBaseConfiguration(self: Self<ClientFilesMemory>): undefined {
  const folder = inboxPath(self.site, 'clidata.src');
  const write = (name: string): void =>
    writeIfChanged(self, `${folder}\\${name}`, (time) => clientBaseConfiguration(self, time));
  write('Clibase.cfg');
  write('Cli_inst.cfg');
  writeIfChanged(self, `${folder}\\Caplist.ini`, () => capList(self.site));
}

function writeComponentFiles(self: Self<ClientFilesMemory>): undefined {
  const withVersion = self.trait('writes versions into component files') === true;
  for (const component of offeredComponents(self)) {
    const path = inboxPath(self.site, 'clicomp.src', `${component.directory}.CFG`);
    writeIfChanged(self, path, (time) => componentFile(self, component, time, withVersion));
  }
}

function writeOffers(self: Self<ClientFilesMemory>): string {
  for (const name of ['CLINTX86.OFR', 'CLI95X86.OFR']) {
    writeIfChanged(self, inboxPath(self.site, 'clicfg.src', name), () => offer(self));
  }
  return 'all written';
}

/** The time in a file is that of its last change, so the content is compared as it would be at time 0. */
function writeIfChanged(self: Self<ClientFilesMemory>, path: string, text: (time: number) => string): void {
  const timeless = text(0);
  if (self.memory.written[path] === timeless) return;
  const written = self.files.writeText(path, text(self.now()));
  if (written.ok) self.memory.written[path] = timeless;
}
