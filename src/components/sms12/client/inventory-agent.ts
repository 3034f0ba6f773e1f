import { minute, second } from '../../../kernel/index.ts';
import { assumed, documented, inferred } from '../../../world/index.ts';
import { defineComponent, type Component, type DelayRule, type Trait } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import { takeCommandLine, tell } from './agent-command-line.ts';
import { decide, rememberRequest } from './agent-decision.ts';
import { scriptAgentMachine, serviceAgentMachine } from './agent-machine.ts';
import { newAgentMemory, type AgentKind, type AgentMemory, type AgentSelf } from './agent-memory.ts';
import { createOutput, findName, finishOutput } from './agent-output.ts';
import { detectAppleTalkZone } from './apple-talk-zone.ts';
import { checkOwnership } from './agent-ownership.ts';
import { beginTest, setGuard, takeGuardAway } from './agent-safety.ts';
import { wakeUpInterval } from './client-files.ts';
import { prepareServer } from './server-client.ts';

/**
 * An inventory agent: it checks whose client the computer is, decides what is due, scans, writes a work file and
 * renames it when it is complete. Agents of the logon script run once for each command line, services once a day.
 */
export function inventoryAgent(kind: AgentKind): Component {
  const isService = kind.service !== undefined;
  return defineComponent<AgentMemory>({
    name: kind.name,
    ...(kind.service === undefined ? { inSession: true } : { service: kind.service }),
    file: kind.file,
    log: { ...kind.log, component: kind.name },
    machine: isService ? serviceAgentMachine(kind.name) : scriptAgentMachine(kind.name, kind.guarded),
    effects: {
      ...(isService ? serviceEffects(kind) : scriptEffects),
      ...(kind.guarded ? guardedEffects : {}),
      ...agentEffects(kind),
    },
    delays: delaysOf(kind),
    hears: [],
    traits,
    provenance: inferred(
      'Q121386, Q126642, Q193746, Resource Guide for SMS 1.2 (Inventory Agent)',
      'The order of the steps is that of the guide.',
    ),
    memory: newAgentMemory,
  });
}

type AgentEffects = Component<AgentMemory>['effects'];

const scriptEffects: AgentEffects = { 'take the command line': silent(takeCommandLine) };

const guardedEffects: AgentEffects = {
  'begin the next test': { answers: ['test begun', 'computer hangs', 'no more tests'], run: beginTest },
};

function serviceEffects(kind: AgentKind): AgentEffects {
  return {
    'find the configuration': {
      answers: ['configuration found', 'no configuration'],
      run: (self) => prepareServer(self, kind),
    },
    'say how long it sleeps': silent((self: AgentSelf) =>
      self.log(`Sleeping ${wakeUpInterval(self) / minute} minutes.`),
    ),
  };
}

function agentEffects(kind: AgentKind): AgentEffects {
  return {
    'check the site': { answers: ['own site', 'foreign site', 'no configuration'], run: checkOwnership },
    'decide what is due': { answers: ['scan due', 'nothing due'], run: (self: AgentSelf) => decide(self, kind) },
    'begin the scan': silent((self: AgentSelf) => {
      setGuard(self, kind);
      self.computer.busyWith = kind.name;
      tell(self, `SMS inventory in progress${self.memory.resync ? ', answering as a resync' : ''}`);
    }),
    'end the scan': silent((self: AgentSelf) => {
      takeGuardAway(self, kind);
      if (self.memory.hardwareDue && kind.log.side === 'server') detectAppleTalkZone(self);
      self.computer.busyWith = undefined;
    }),
    'find a name': silent((self: AgentSelf) => findName(self, kind)),
    'create the work file': { answers: ['created', 'sharing violation', 'refused'], run: createOutput },
    'complete the work file': {
      answers: ['reported', 'rename refused'],
      run: (self: AgentSelf) => finishOutput(self, kind),
    },
    'remember what was answered': silent((self: AgentSelf) => rememberRequest(self, kind)),
  };
}

function delaysOf(kind: AgentKind): Readonly<Record<string, DelayRule<AgentMemory>>> {
  const scan = kind.guarded ? guardedScanDelays : plainScanDelays;
  return kind.service === undefined ? { ...scan, ...delays } : { ...scan, ...delays, ...serviceDelays };
}

const plainScanDelays: Readonly<Record<string, DelayRule<AgentMemory>>> = {
  scan: {
    provenance: assumed('A scan of hardware and software takes a minute, one of the two half of it.', 'Q126642'),
    duration: ({ memory }) => (memory.hardwareDue && memory.softwareDue ? 60 : 30) * second,
  },
};

const guardedScanDelays: Readonly<Record<string, DelayRule<AgentMemory>>> = {
  'one test': {
    provenance: assumed('A test of the hardware takes three seconds.', 'Q126642, Q139908'),
    duration: () => 3 * second,
  },
  'search for packages': {
    provenance: assumed('The search for packages takes half a minute.', 'Q126642'),
    duration: ({ memory }) => (memory.softwareDue ? 30 : 0) * second,
  },
};

const delays: Readonly<Record<string, DelayRule<AgentMemory>>> = {
  'look until first byte': {
    provenance: assumed('A second passes between the search for a free name and the first byte.', 'Q162557'),
    duration: () => second,
  },
  'writing the inventory': {
    provenance: assumed('Writing an inventory takes five seconds.', 'Q162557'),
    duration: () => 5 * second,
  },
};

const serviceDelays: Readonly<Record<string, DelayRule<AgentMemory>>> = {
  'one minute': { provenance: documented('Q155626'), duration: () => minute },
  'service interval': { provenance: documented('Q155626, Q169038'), duration: wakeUpInterval },
};

const traits: Readonly<Record<string, Trait>> = {
  'sets the resync flag with /F and after a move': {
    default: true,
    meaning: 'An inventory forced with /F, and the first one in another site or domain, carries the resync flag.',
    provenance: documented('Q164886'),
  },
  'writes the AppleTalk zone of its server': {
    default: true,
    meaning: 'As a service on a server with Services for Macintosh it writes AppleTalk Zone Name into the registry.',
    provenance: documented('Q156385'),
  },
  'knows /X': {
    default: true,
    meaning: '/X takes a complete inventory at once, without the resync flag.',
    provenance: documented('Q191337'),
  },
  'names its output after the SMSID': {
    default: true,
    meaning: 'The work file has the name of the SMSID; otherwise the next free number, which two clients may find.',
    provenance: documented('Q162557'),
  },
  'answers resync requests': {
    default: true,
    meaning: 'The agent looks for its SMSID in the resync file and answers with everything.',
    provenance: documented('Q164891, Q193746'),
  },
  'takes a request of another time for new': {
    default: true,
    meaning: 'A request is answered if its time is not the remembered one; otherwise only if it is later.',
    provenance: documented('Q193746'),
  },
  'notes which foreign site it has met': {
    default: true,
    meaning: 'Only logons to one and the same foreign site and domain count; otherwise any three move the client.',
    provenance: documented('Q131631'),
  },
  'keeps SMSSAFE.TMP in its data folder': {
    default: true,
    meaning: 'SMSSAFE.TMP lies in MS\\SMS\\DATA; otherwise in the root of the drive.',
    provenance: documented('Q139908'),
  },
  'length of the NT CPU record (bytes)': {
    default: 64,
    meaning: 'How long the record of a processor under Windows NT is.',
    provenance: documented('Q169038'),
  },
};
