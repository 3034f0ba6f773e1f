import { createMachine } from 'xstate';
import { hour, second } from '../../../kernel/index.ts';
import { assumed, documented } from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import {
  applicationPath,
  clientApplications,
  isAuthorised,
  isInstalled,
  verificationProvenance,
  type ClientApplication,
} from './client-applications.ts';
import { noteApproval, sayHeldBack } from './launch-approval.ts';
import { initialisation, launchDataProvenance, launcherKey, releaseLaunchData, takeLaunchData } from './launch-data.ts';

/** What the service remembers. */
interface ServiceMemory {
  /** Names of the components still to be looked at in this pass. */
  waiting: string[];
  /** CCIM has said that agents may be launched; forgotten when the service stops (Q264630). */
  approved: boolean;
  /** A program was refused in this pass. */
  refused: boolean;
  /** Called while a pass was under way. */
  called: boolean;
  /** Seconds for which the application in hand is waited for. */
  wait: number;
}

/** The service of SMS clients: launches CCIM, Copy Queue and, when CCIM has approved, the agents. */
export const clientService = defineComponent<ServiceMemory>({
  name: 'SMS Client Service',
  service: 'SMS Client Service',
  file: 'Core\\Bin\\Clisvcl.exe',
  log: { file: 'Clisvc.log', side: 'client' },
  machine: createMachine({
    id: 'SMS Client Service',
    initial: 'launching',
    on: { 'client removed': '.removed' },
    states: {
      launching: {
        meta: { provenance: documented('Q246331, Q264630') },
        initial: 'listing',
        on: {
          'CCIM approves': { actions: 'remember the approval' },
          'component installed': { actions: 'restart the component' },
          'component removed': { actions: 'stop the component' },
          wake: { actions: 'remember the call' },
        },
        states: {
          listing: { entry: 'list the applications', on: { listed: 'launching the next' } },
          'launching the next': {
            entry: 'take the next application',
            on: {
              'not safe yet': { target: 'launching the next', reenter: true },
              'application taken': 'verifying',
              'all launched': '#SMS Client Service.waiting',
              'some refused': '#SMS Client Service.waiting for a right version',
              'called meanwhile': 'listing',
            },
          },
          verifying: {
            meta: { provenance: verificationProvenance },
            entry: 'verify the application',
            on: { authorised: 'starting', 'not authorised': 'refusing' },
          },
          starting: {
            entry: 'start the application',
            on: { started: 'launching the next', 'started, to be waited for': 'initialising' },
          },
          initialising: {
            meta: { provenance: launchDataProvenance },
            exit: 'release the launch data',
            after: { 'initialisation of an application': 'launching the next' },
          },
          refusing: {
            meta: { provenance: documented('Q246331') },
            entry: 'refuse the application',
            on: { refused: 'launching the next' },
          },
        },
      },
      waiting: {
        meta: { provenance: documented('Q264630') },
        on: {
          'CCIM approves': { target: 'launching', actions: 'remember the approval' },
          'component installed': { target: 'launching', actions: 'restart the component' },
          'component removed': { actions: 'stop the component' },
          wake: 'launching',
        },
      },
      'waiting for a right version': {
        meta: { provenance: documented('Q246331', 'The service tries again the next time it wakes up.') },
        after: { 'pause of the service': 'launching' },
        on: {
          'CCIM approves': { target: 'launching', actions: 'remember the approval' },
          'component installed': { target: 'launching', actions: 'restart the component' },
          'component removed': { actions: 'stop the component' },
          wake: 'launching',
        },
      },
      removed: { type: 'final', entry: 'remove the service' },
    },
  }),
  effects: {
    'list the applications': {
      answers: ['listed'],
      run: (self) => {
        self.memory.called = false;
        self.memory.refused = false;
        self.memory.waiting = missing(self).map(({ component }) => component);
        return 'listed';
      },
    },
    'take the next application': {
      answers: ['not safe yet', 'application taken', 'all launched', 'some refused', 'called meanwhile'],
      run: take,
    },
    'verify the application': { answers: ['authorised', 'not authorised'], run: verify },
    'start the application': { answers: ['started', 'started, to be waited for'], run: start },
    'release the launch data': silent(releaseLaunchData),
    'refuse the application': { answers: ['refused'], run: refuse },
    'remember the approval': silent((self) => {
      noteApproval(self);
      self.memory.approved = true;
      self.memory.called = true;
    }),
    'remember the call': silent((self) => {
      self.memory.called = true;
    }),
    'restart the component': silent((self) => {
      stopComponent(self);
      self.memory.called = true;
    }),
    'stop the component': silent(stopComponent),
    'remove the service': silent((self) => {
      for (const { component } of applications(self)) self.stop(component);
      self.computer.services.delete('SMS CLIENT SERVICE');
    }),
  },
  delays: {
    'initialisation of an application': {
      provenance: launchDataProvenance,
      duration: (self) => self.memory.wait * second,
    },
    'pause of the service': {
      provenance: assumed('A program that was refused is tried again an hour later.', 'Q246331'),
      duration: () => hour,
    },
  },
  hears: [],
  traits: {
    'writes authorized with a z': {
      default: true,
      meaning: 'The refusal of a program reads "not authorized" in the log; otherwise "not authorised".',
      provenance: documented('Q323652'),
    },
  },
  provenance: documented('Q246331, Q264630, Q270912'),
  memory: () => ({ waiting: [], approved: false, refused: false, called: false, wait: 0 }),
});

type ServiceSelf = Self<ServiceMemory>;

function applications(self: ServiceSelf): readonly ClientApplication[] {
  return clientApplications(self.computer.operatingSystem.family);
}

function missing(self: ServiceSelf): readonly ClientApplication[] {
  return applications(self).filter((one) => !self.runs(one.component) && isInstalled(self, one));
}

function inHand(self: ServiceSelf): ClientApplication {
  const found = applications(self).find(({ component }) => component === self.memory.waiting[0]);
  if (found === undefined) throw new Error('SMS Client Service has no application in hand');
  return found;
}

function take(self: ServiceSelf): string {
  const { memory } = self;
  if (memory.waiting.length === 0) {
    if (!memory.approved) sayHeldBack(self, 'service');
    if (memory.called) return 'called meanwhile';
    return memory.refused ? 'some refused' : 'all launched';
  }
  const { name, gated } = inHand(self);
  if (gated && !memory.approved) {
    self.log(`${name} - Not launching until CCIM indicates that it's safe to do so~`);
    memory.waiting.shift();
    return 'not safe yet';
  }
  self.log(`${name} - (LAUNCH_CONTINUOUS_START)~`);
  self.log(`${name} - Attempting to launch application ~`);
  return 'application taken';
}

/** The service has the launch data for itself while it waits for an application (Q289552). */
function start(self: ServiceSelf): string {
  const { component, name } = inHand(self);
  const wait = self.registry.getNumber(launcherKey(self, name), initialisation.value);
  self.start(component);
  self.memory.waiting.shift();
  if (wait === undefined) return 'started';
  self.memory.wait = wait;
  takeLaunchData(self);
  self.log(`${name} - Waiting ${wait} seconds for application initialisation`);
  return 'started, to be waited for';
}

function verify(self: ServiceSelf): string {
  const application = inHand(self);
  self.log(`Verifying application [${applicationPath(self, application)}]~`);
  return isAuthorised(self, application) ? 'authorised' : 'not authorised';
}

function refuse(self: ServiceSelf): string {
  const { name } = inHand(self);
  const authorized = self.trait('writes authorized with a z') === true ? 'authorized' : 'authorised';
  self.log(`#$#$#$#$#$ ERROR: The Client Service is not ${authorized} to run this application! (5)~`);
  self.log(`*** ${name} - Error launching (#0x5)`);
  self.log('!!!WARNING: Problem starting App (5). Doing App Verify.');
  if (inHand(self).gated) self.log(`**ERROR: AppVerify(${name}) returned 232~`);
  self.memory.waiting.shift();
  self.memory.refused = true;
  return 'refused';
}

/** The message names the component as offers do; its program is the one of this name. */
function stopComponent(self: ServiceSelf): void {
  const name = self.message.data?.['component'];
  for (const application of applications(self)) if (application.name === name) self.stop(application.component);
}
