import { hour, minute, second } from '../../../kernel/index.ts';
import { assumed, documented, inferred, type Provenance } from '../../../world/index.ts';
import { defineComponent, type Component, type ComponentLog, type Effect } from '../../component.ts';
import { assignmentEffects } from './ccim-assignment.ts';
import { configurationEffects } from './ccim-configuration.ts';
import { ccimPeriod, ccimRetry, cycleEffects } from './ccim-cycle.ts';
import { handoverEffects } from './ccim-handover.ts';
import { heartbeatEffects } from './ccim-heartbeat.ts';
import { ccimMachine } from './ccim-machine.ts';
import { newCcimMemory, type CcimMemory, type CcimSelf } from './ccim-memory.ts';
import { offerEffects } from './ccim-offers.ts';
import { operationEffects } from './ccim-operations.ts';
import { sourceEffects } from './ccim-sources.ts';
import { lookupHandleProvenance, resyncEffects } from './ccim-resync.ts';
import { ccimTraits } from './ccim-traits.ts';

/** In what the two programs differ. */
interface CcimProgram {
  readonly name: string;
  readonly file: string;
  readonly log: ComponentLog & { readonly component: string };
  /** What begins each line of its log. */
  readonly prefix: string;
  readonly retry: (self: CcimSelf) => number;
  readonly retryProvenance: Provenance;
  readonly provenance: Provenance;
}

const stepEffects: Readonly<Record<string, Effect<CcimMemory>>> = {
  ...cycleEffects,
  ...assignmentEffects,
  ...configurationEffects,
  ...resyncEffects,
  ...heartbeatEffects,
  ...offerEffects,
  ...sourceEffects,
  ...operationEffects,
  ...handoverEffects,
};

/** Keeps a client assigned, configured and equipped; every 23 hours. */
export const ccim = ccimComponent({
  name: 'Client Configuration Installation Manager',
  file: 'Core\\Bin\\Ccim32.dll',
  log: { file: 'Ccim32.log', component: 'CCIM32', side: 'client' },
  prefix: '',
  retry: ccimRetry,
  retryProvenance: documented('Q236052, Q227033'),
  provenance: inferred(
    'Q231232, Q236052, Q236596, Q264630, Q280515',
    'The order of the steps is put together from log excerpts.',
  ),
});

/** CCIM of clients with 16-bit Windows, which waits ten minutes before it tries again. */
export const ccim16 = ccimComponent({
  name: 'Client Configuration Installation Manager (16-bit)',
  file: 'Core\\Bin\\Ccim16.exe',
  log: { file: 'Ccim.log', component: 'CCIM16', side: 'client' },
  prefix: 'CCIM16 - ',
  retry: () => 10 * minute,
  retryProvenance: documented('Q200640'),
  provenance: assumed('The 16-bit CCIM takes the same steps as the 32-bit one.', 'Q200640'),
});

function ccimComponent(program: CcimProgram): Component {
  const { name, file, log, prefix, retry, retryProvenance, provenance } = program;
  return defineComponent<CcimMemory>({
    name,
    launchedBy: 'SMS Client Service',
    file,
    log,
    machine: ccimMachine(log.component),
    effects: { ...stepEffects, 'announce the retry': announcement(log.component, retry) },
    delays: {
      'CCIM period': { provenance: documented('Q231232'), duration: ccimPeriod },
      'CCIM retry': { provenance: retryProvenance, duration: retry },
      'reading of the lookup': { provenance: lookupHandleProvenance, duration: () => 2 * second },
      'wait for a refresh': { provenance: documented('Q275617'), duration: () => 10 * second },
      'reading of a source': {
        provenance: inferred(
          'Q236596',
          'Between "needs to be installed" and the verdict on a CAP lie 0.16 to 0.22 seconds.',
        ),
        duration: () => 170,
      },
      'work on a component': {
        provenance: assumed('To install, upgrade or verify a component takes one minute.', 'Q235161'),
        duration: () => minute,
      },
      'launch of programs': {
        provenance: assumed('Ten seconds after its approval CCIM finds the programs running.', 'Q264630'),
        duration: () => 10 * second,
      },
      'wait for Available Programs Manager': { provenance: documented('Q235161'), duration: () => hour },
    },
    hears: ['user logged on'],
    traits: ccimTraits,
    provenance,
    memory: () => newCcimMemory(prefix),
  });
}

function announcement(program: string, retry: (self: CcimSelf) => number): Effect<CcimMemory> {
  return {
    answers: [],
    run: (self) => {
      self.log(`${program} - Retry in ${retry(self) / minute} minutes`);
      return undefined;
    },
  };
}
