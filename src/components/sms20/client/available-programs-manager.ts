import { createMachine } from 'xstate';
import { minute } from '../../../kernel/index.ts';
import { assumed, documented, inferred, printRegistryTime } from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import { connectTo } from './access-point-connection.ts';
import { copyNextFile, dropBundle, noBundle, placeBundle, planBundle, type BundleMemory } from './bundle-copying.ts';
import { componentValues } from './client-registry.ts';
import { componentFolder } from './component-files.ts';
import { leavesEqualFiles, noteSetUp, setComponentText, setPending, verificationTrait } from './component-state.ts';
import { completeJob, dropJob, jobsIn, type InstallationJob } from './installation-job.ts';
import { launchDataInUse, launchDataProvenance, longestWait } from './launch-data.ts';
import { postponeFiles } from './pending-renames.ts';
import { programsManager } from './program-names.ts';

/** The job in hand, and what was fetched for it. */
interface ManagerMemory extends BundleMemory {
  job: InstallationJob | null;
}

type ManagerSelf = Self<ManagerMemory>;

/** Installs, upgrades and verifies the optional components that CCIM hands over (Q235161). */
export const availableProgramsManager = defineComponent<ManagerMemory>({
  name: programsManager,
  launchedBy: 'SMS Client Service',
  file: 'Clicomp\\Apa\\Bin\\Smsapm32.exe',
  log: { file: 'Smsapm32.log', component: 'APM', side: 'client' },
  machine: createMachine({
    id: programsManager,
    initial: 'looking for a job',
    on: { job: {} },
    states: {
      'looking for a job': {
        entry: 'take the next job',
        on: { 'job taken': 'planning', 'no job': 'waiting' },
      },
      waiting: { on: { job: 'looking for a job' } },
      planning: {
        entry: 'plan the copying',
        on: { planned: 'copying', 'cannot copy': 'waiting to try again' },
      },
      copying: {
        entry: 'copy the next file',
        on: {
          copied: { target: 'copying', reenter: true },
          'copy failed': 'waiting to try again',
          'cannot copy': 'waiting to try again',
          'all copied': 'running the installer',
        },
      },
      'running the installer': { after: { 'work of an installer': 'noting the result' } },
      'noting the result': {
        meta: { provenance: documented('Q264969', 'Other agents wait for the restart, or for the next CCIM cycle.') },
        entry: 'set the component up',
        on: {
          'component done': 'looking for a job',
          'restart needed': 'waiting',
          'program to be restarted': 'asking for the launch data',
        },
      },
      'asking for the launch data': {
        meta: { provenance: launchDataProvenance },
        entry: 'ask for the launch data',
        on: { free: 'signalling', 'in use': 'waiting for the launch data' },
      },
      'waiting for the launch data': {
        meta: { provenance: launchDataProvenance },
        after: { 'longest wait for the launch data': 'giving the signal up' },
        on: { 'launch data released': 'asking for the launch data' },
      },
      signalling: {
        meta: { provenance: launchDataProvenance },
        entry: 'signal the service',
        on: { signalled: 'looking for a job' },
      },
      'giving the signal up': {
        meta: { provenance: launchDataProvenance },
        entry: 'give the signal up',
        on: { 'given up': 'looking for a job' },
      },
      'waiting to try again': {
        meta: { provenance: documented('Q302674', 'Ten minutes after a data provider has failed.') },
        entry: 'give the job up for now',
        after: { 'wait for another try': 'looking for a job' },
      },
    },
  }),
  effects: {
    'take the next job': {
      answers: ['job taken', 'no job'],
      run: (self) => {
        self.memory.job = jobsIn(self, 'jobs')[0] ?? null;
        return self.memory.job === null ? 'no job' : 'job taken';
      },
    },
    'plan the copying': { answers: ['planned', 'cannot copy'], run: plan },
    'copy the next file': copyNextFile(),
    'set the component up': {
      answers: ['component done', 'restart needed', 'program to be restarted'],
      run: setUp,
    },
    'ask for the launch data': { answers: ['free', 'in use'], run: askForLaunchData },
    'signal the service': { answers: ['signalled'], run: signal },
    'give the signal up': { answers: ['given up'], run: giveSignalUp },
    'give the job up for now': silent((self) => dropBundle(self)),
  },
  delays: {
    'work of an installer': {
      provenance: assumed('To install, upgrade or verify a component takes one minute.', 'Q235161'),
      duration: () => minute,
    },
    'longest wait for the launch data': { provenance: launchDataProvenance, duration: () => longestWait },
    'wait for another try': {
      provenance: inferred('Q302674', 'The wait that the article gives for its data providers.'),
      duration: () => 10 * minute,
    },
  },
  hears: [],
  traits: {
    'verification leaves what is in order': verificationTrait,
  },
  provenance: inferred('Q235161, Q289552', 'The articles tell what the program does for CCIM, not in which steps.'),
  memory: () => ({ bundle: noBundle(), job: null }),
});

function jobInHand(self: ManagerSelf): InstallationJob {
  const { job } = self.memory;
  if (job === null) throw new Error('Available Programs Manager has no job in hand');
  return job;
}

function plan(self: ManagerSelf): string {
  const { siteCode, accessPoint, directory } = jobInHand(self);
  if (!connectTo(self, siteCode, accessPoint, 'clicomp.box').ok) return 'cannot copy';
  const source = `${accessPoint}\\clicomp.box\\${directory}\\i386`;
  const target = componentFolder(self, directory);
  planBundle(self, source, target);
  return 'planned';
}

/** CCIM itself writes the version, when it has seen that the work is done (Q235161). */
function setUp(self: ManagerSelf): string {
  const job = jobInHand(self);
  if (waitsForRestart(self)) return postpone(self);
  const changed = placeBundle(self, leavesEqualFiles(self, job.operation));
  noteSetUp(self, job.component, job.operation);
  completeJob(self, job);
  if (job.operation === 'verify') verifyRegistration(self, job.component);
  return changed || job.operation !== 'verify' ? 'program to be restarted' : 'component done';
}

/** The installer runs with /verify: it looks after what the agent has registered (Q289552). */
function verifyRegistration(self: ManagerSelf, component: string): void {
  if (self.runs(component)) self.post(self.processOf(self.computer.name, component), { type: 'verify' });
}

function askForLaunchData(self: ManagerSelf): string {
  if (!launchDataInUse(self)) return 'free';
  self.log('SERVICE : Waiting for application launch data mutex (max wait = 180 seconds).');
  return 'in use';
}

function signal(self: ManagerSelf): string {
  const service = self.processOf(self.computer.name, 'SMS Client Service');
  self.post(service, { type: 'component installed', data: { component: jobInHand(self).component } });
  return 'signalled';
}

/** What could not be finished is to be repaired (Q289552). */
function giveSignalUp(self: ManagerSelf): string {
  self.log('SERVICE : ** Mutex timeout.');
  self.log('SERVICE : Unable to signal Client Service to restart this application.');
  setPending(self, jobInHand(self).component, 'verify');
  return 'given up';
}

/** Software Distribution is in use on Windows 9x, and is replaced at the next start (Q264969). */
function waitsForRestart(self: ManagerSelf): boolean {
  const { component, operation } = jobInHand(self);
  const { family } = self.computer.operatingSystem;
  return family === 'Windows 9x' && operation === 'upgrade' && component === 'Software Distribution';
}

function postpone(self: ManagerSelf): string {
  const { component, version } = jobInHand(self);
  const text = (name: string, data: string): void => setComponentText(self, component, name, data);
  postponeFiles(self);
  text(componentValues.pendingVersion, version);
  text(componentValues.state, 'Reboot Required');
  text(componentValues.lastDone, printRegistryTime(self.now()));
  dropJob(self, jobInHand(self));
  return 'restart needed';
}
