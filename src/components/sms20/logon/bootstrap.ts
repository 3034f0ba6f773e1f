import { minute } from '../../../kernel/index.ts';
import { documented, inferred } from '../../../world/index.ts';
import { defineComponent, type Component, type ComponentLog } from '../../component.ts';
import { cardTrait } from '../client/card-assignment.ts';
import { assignmentEffects } from './bootstrap-assignment.ts';
import { clicoreEffects } from './bootstrap-clicore.ts';
import { discoveryEffects } from './bootstrap-discovery.ts';
import { bootstrapMachine } from './bootstrap-machine.ts';
import { newBootstrapMemory, type BootstrapMemory } from './bootstrap-memory.ts';
import { ownerEffects } from './bootstrap-owner.ts';
import { registrationEffects } from './bootstrap-registration.ts';
import { bootProgramName, wizardName } from './logon-names.ts';

/** Installs or repairs the client at every logon, with what the logon point has. */
export const bootProgram = bootstrap(bootProgramName, 'Core\\Bin\\Boot32wn.exe', {
  file: 'Wn_logon.log',
  side: 'client',
});

/** The Systems Management Installation Wizard: the same engine, run by a person from the logon point (Q213270). */
export const installationWizard = bootstrap(wizardName, 'SMSMan.exe', { file: 'Wnmanual.log', side: 'client' });

function bootstrap(name: string, file: string, log: ComponentLog): Component {
  return defineComponent<BootstrapMemory>({
    name,
    inSession: true,
    file,
    log,
    machine: bootstrapMachine(name),
    effects: {
      ...ownerEffects,
      ...clicoreEffects,
      ...discoveryEffects,
      ...assignmentEffects,
      ...registrationEffects,
    },
    delays: {
      'pause before another look': { provenance: documented('Q264976'), duration: () => 10 * minute },
      'wait for the service': { provenance: documented('Q207429'), duration: () => minute },
    },
    hears: [],
    traits: {
      ...cardTrait,
      'reports travel mode': {
        default: true,
        meaning: 'Records of logons say whether the client travels or has forced sites.',
        provenance: documented('Q281107'),
      },
      'leaves a newer release to CCIM': {
        default: true,
        meaning: 'A client of an earlier release takes nothing from the logon point; CCIM upgrades it from its CAP.',
        provenance: documented('Q262677'),
      },
      'adds no site of an earlier release': {
        default: true,
        meaning: 'A client is not assigned to a site that is significantly older than the newest of the logon point.',
        provenance: documented('Q262677, Q264630'),
      },
    },
    provenance: inferred(
      'Q264976, Q227025, Q207429, Q264630',
      'The order of the steps is put together from log excerpts.',
    ),
    memory: newBootstrapMemory,
  });
}
