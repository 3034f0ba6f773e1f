import { createMachine } from 'xstate';
import { minute } from '../../../kernel/index.ts';
import { assumed, inferred, parseSetupPackage, type SetupPackage } from '../../../world/index.ts';
import { defineComponent, type Effect, type Self, type SiteUpgrade } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import { bootstrapService, setupPackagePath } from './bootstrap-service.ts';

/** What the bootstrap service remembers: what Setup has begun to install. */
interface BootstrapMemory {
  media: SetupPackage | null;
  upgrade: SiteUpgrade | null;
}

type BootstrapSelf = Self<BootstrapMemory>;

const lines = assumed('What stands in Bootstrap.log is not quoted anywhere.', 'Q241001');

const effects: Readonly<Record<string, Effect<BootstrapMemory>>> = {
  'begin Setup': { answers: ['begun', 'refused'], run: beginSetup },
  'complete Setup': {
    answers: ['completed'],
    run: (self) => {
      const { media, upgrade } = self.memory;
      if (media !== null && upgrade !== null) self.completeSetup(media, upgrade);
      self.log('Setup completed.');
      return 'completed';
    },
  },
  'remove the service': silent((self) => {
    self.files.delete(setupPackagePath(self));
    self.computer.removeService(bootstrapService);
  }),
};

function beginSetup(self: BootstrapSelf): string {
  self.restsOn('lines of Bootstrap.log', lines);
  const text = self.files.readText(setupPackagePath(self));
  const media = text.ok ? parseSetupPackage(text.value) : undefined;
  if (media?.ok !== true) return refused(self, 'The package is damaged.');
  const begun = self.beginSetup(media.value);
  if ('refusal' in begun) return refused(self, begun.refusal);
  self.log(`Setup is upgrading site ${media.value.site} to ${media.value.fullVersion}.`);
  self.memory.media = media.value;
  self.memory.upgrade = begun;
  return 'begun';
}

function refused(self: BootstrapSelf, why: string): string {
  self.log(`Setup failed: ${why}`);
  return 'refused';
}

/** Runs Setup at a secondary site with what its parent has sent, then takes itself away. */
export const siteBootstrap = defineComponent<BootstrapMemory>({
  name: bootstrapService,
  service: bootstrapService,
  file: 'Bootstrap.exe',
  log: { file: 'Bootstrap.log', component: bootstrapService, side: 'setup' },
  machine: createMachine({
    id: bootstrapService,
    initial: 'unpacking',
    states: {
      unpacking: { after: { 'time to unpack': 'beginning' } },
      beginning: { entry: 'begin Setup', on: { begun: 'running Setup', refused: 'leaving' } },
      'running Setup': { after: { 'duration of Setup': 'completing' } },
      completing: { entry: 'complete Setup', on: { completed: 'leaving' } },
      leaving: { entry: 'remove the service', type: 'final' },
    },
  }),
  effects,
  delays: {
    'time to unpack': { provenance: assumed('Unpacking the files of a site takes a minute.'), duration: () => minute },
    'duration of Setup': {
      provenance: assumed('Setup of a service pack takes 20 minutes.', 'Q237543'),
      duration: () => 20 * minute,
    },
  },
  hears: [],
  traits: {},
  provenance: inferred('Q241001, Q320676', 'Log and occasion are told; the steps follow.'),
  memory: () => ({ media: null, upgrade: null }),
});
