import { day, hour, minute, type Duration, type Instant } from '../../../kernel/index.ts';
import {
  documented,
  inferred,
  nextOccurrence,
  parseRegistryTime,
  parseScheduleToken,
  printRegistryTime,
  toLocal,
  toUniversal,
  type Schedule,
} from '../../../world/index.ts';
import type { Self, Trait } from '../../component.ts';
import {
  clientKeys,
  clientProperties,
  componentKey,
  componentValues,
  siteAgentKey,
  siteAgentValues,
} from './client-registry.ts';

/** Where the rules of schedules come from. */
export const scheduleProvenance = documented('Q245723');

const cutOff = inferred(
  'Q317423, Q289552',
  'Agents register for the next start when a cycle begins and unregister at its end: one that was cut off is repeated.',
);

const principal = inferred('Q202940, Q246974', 'The first site that has switched the agent on gives the schedule.');

/** An agent that no site has switched on looks at its registry once a day. */
const pause: Duration = day;

/** The trait that both inventory agents have for the defect of simple schedules. */
export const scheduleTrait: Trait = {
  default: true,
  meaning: 'A simple schedule counts from the latest inventory of each client; otherwise clients report at midnight.',
  provenance: documented('Q245723'),
};

/** The sites of the client in their order; the first is the principal site. */
export function clientSites(self: Self): readonly string[] {
  return self.registry.getList(clientKeys.client, clientProperties.sites) ?? [];
}

/**
 * How long an agent waits for its next inventory: the first comes so long after installation, the others by the
 * schedule; one that was missed while the computer was off is taken at once (Q245723).
 */
export function untilNextInventory(self: Self, agent: string, first: Duration): Duration {
  if (self.registry.getNumber(componentKey(agent), componentValues.restartDriven) === 1) {
    self.restsOn('inventory that was cut off', cutOff);
    return 0;
  }
  const next = nextInventory(self, agent, first);
  return next === undefined ? pause : Math.max(0, next - self.now());
}

/** Notes the start of an inventory, from which a simple schedule counts, until `noteEnd` says that it is over. */
export function noteRun(self: Self, agent: string): void {
  const data = printRegistryTime(self.now());
  self.registry.set(componentKey(agent), componentValues.lastRun, { type: 'REG_SZ', data });
  self.registry.set(componentKey(agent), componentValues.restartDriven, { type: 'REG_DWORD', data: 1 });
}

/** Notes that the inventory is over, whatever came of it. */
export function noteEnd(self: Self, agent: string): void {
  self.registry.set(componentKey(agent), componentValues.restartDriven, { type: 'REG_DWORD', data: 0 });
}

function nextInventory(self: Self, agent: string, first: Duration): Instant | undefined {
  const key = componentKey(agent);
  const time = (name: string): Instant | undefined => parseRegistryTime(self.registry.getText(key, name) ?? '');
  const lastRun = time(componentValues.lastRun);
  if (lastRun === undefined) return (time(componentValues.lastDone) ?? self.now()) + first;
  self.restsOn('site of the schedule', principal);
  for (const site of clientSites(self)) {
    const wishes = siteAgentKey(site, agent);
    const schedule = parseScheduleToken(self.registry.getText(wishes, siteAgentValues.schedule) ?? '');
    if (self.registry.getNumber(wishes, siteAgentValues.enabled) === 0 || schedule === undefined) continue;
    const full = self.registry.getText(wishes, siteAgentValues.scheduleKind) === 'full';
    return full ? fullSchedule(self, schedule, lastRun) : simpleSchedule(self, schedule, lastRun);
  }
  return undefined;
}

/** All clients at the same time, by design. */
function fullSchedule(self: Self, schedule: Schedule, lastRun: Instant): Instant | undefined {
  if (!schedule.utc) return nextOccurrence(schedule, lastRun);
  const { zone } = self.computer;
  const next = nextOccurrence(schedule, toUniversal(zone, lastRun));
  return next === undefined ? undefined : toLocal(zone, next);
}

function simpleSchedule(self: Self, schedule: Schedule, lastRun: Instant): Instant | undefined {
  if (schedule.kind !== 'interval') return fullSchedule(self, schedule, lastRun);
  const next = lastRun + schedule.days * day + schedule.hours * hour + schedule.minutes * minute;
  if (self.trait('simple schedules count from the latest inventory') === true) return next;
  const midnight = Math.floor(next / day) * day;
  return midnight > lastRun ? midnight : midnight + day;
}
