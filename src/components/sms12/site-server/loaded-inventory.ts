import {
  compilationFaultText,
  deleteMachines,
  eventText,
  findMatches,
  groupOfClass,
  hasWrongTime,
  identificationClass,
  identificationOf,
  isDeletion,
  loadReport,
  machinesWithSmsid,
  otherArchitecturesProvenance,
  parseDeltaMif,
  type InventoryGroup,
  type InventoryReport,
  type Match,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { hasLicense } from './client-licence.ts';
import { writeSmsEvent } from '../sms-events.ts';
import type { LoaderAnswer, LoaderMemory } from './inventory-data-loader.ts';
import { logLoadedGroups, logRefusal } from './loader-log.ts';
import { lastMifYear } from '../mif-years.ts';
import { done, dropped, lostDatabase, putBack, rejected } from './loader-queue.ts';
import { askForResync, tellOfMatch } from './machine-match.ts';
import { tellOldSites } from './moved-computer.ts';

/** Whether an attribute is known by its name in other letters. */
export const takesAnyCase = 'takes names of attributes in any case';

/** Loads a marked file; one that does not fit the database makes a resync job. */
export function loadFile(self: Self<LoaderMemory>): LoaderAnswer {
  const text = self.files.readText(self.memory.file);
  const report = text.ok ? parseDeltaMif(text.value) : undefined;
  if (report?.ok !== true) return rejected(self);
  if (hasWrongTime(report.value, Number(self.trait(lastMifYear)))) return rejectedForTime(self);
  if (isDeletion(report.value)) return deleteMachine(self, report.value);
  const identification = groupOfClass(report.value, identificationClass);
  if (identification === undefined) return rejected(self);
  self.log(`~Requesting license for client ${String(identification.attributes['SMSID'] ?? '')}`);
  self.log('CMachine::FindMachine - Searching for matching SMS Unique IDs');
  const match = findMatches(self.database, comparedIdentification(self, identification));
  if (!match.ok) return lostDatabase(self, match.failure);
  connected(self);
  if (match.value.found === 'none' && !hasLicense(self)) return dropped(self);
  tellOfMatch(self, report.value, match.value);
  return match.value.found === 'several'
    ? deleteAll(self, report.value, match.value)
    : load(self, report.value, match.value);
}

/** The log names the file and what is wrong with it (Q239534). */
function rejectedForTime(self: Self<LoaderMemory>): LoaderAnswer {
  const text = compilationFaultText({ kind: 'time', line: 0 });
  self.log(`${text} Could not convert file: ${self.memory.file}`);
  return rejected(self);
}

/** Version 1.0 takes SMSLocation for a key as well, which nameless Macintoshes share (Q129125). */
function comparedIdentification(self: Self<LoaderMemory>, group: InventoryGroup): InventoryGroup {
  if (self.trait('compares without SMSLocation') === true) return group;
  return { ...group, keys: [...group.keys, 'SMSLocation'] };
}

/** A MIF of Delmif, or of a site to which the computer has moved: the history remains (Q167777, Q188051). */
function deleteMachine(self: Self<LoaderMemory>, report: InventoryReport): LoaderAnswer {
  const known = machinesWithSmsid(self.database, identificationOf(report)?.smsid ?? '');
  if (!known.ok) return lostDatabase(self, known.failure);
  connected(self);
  const ids = known.value.map(({ machineId }) => machineId);
  const deleted = deleteMachines(self.database, ids);
  return deleted.ok ? dropped(self) : lostDatabase(self, deleted.failure);
}

/** Nobody can tell which of several records is right: all of them go, and the computer reports anew (Q138021). */
function deleteAll(
  self: Self<LoaderMemory>,
  report: InventoryReport,
  { machines }: Extract<Match, { found: 'several' }>,
): LoaderAnswer {
  const ids = machines.map(({ machineId }) => machineId);
  const deleted = deleteMachines(self.database, ids);
  if (!deleted.ok) return lostDatabase(self, deleted.failure);
  askForResync(self, report);
  return done(self, 'resync asked for');
}

function load(
  self: Self<LoaderMemory>,
  report: InventoryReport,
  match: Exclude<Match, { found: 'several' }>,
): LoaderAnswer {
  const machine = match.found === 'one' ? { machineId: match.machine.machineId } : {};
  const known = self.memory.known === undefined ? {} : { known: self.memory.known };
  const outcome = loadReport(self.database, report, { ...machine, ...known, ...namesOf(self), time: self.now() });
  if (!outcome.ok) return lostDatabase(self, outcome.failure);
  const loaded = outcome.value;
  if (loaded.verdict === 'other architecture') return passOnUnloaded(self);
  if (!('known' in loaded)) {
    logRefusal(self, loaded);
    return loaded.verdict === 'column not added' ? putBack(self) : rejected(self);
  }
  self.memory.known = loaded.known;
  logLoadedGroups(self, loaded.groups);
  if (match.found === 'one') tellOldSites(self, match.machine, report);
  if (loaded.verdict === 'loaded') return done(self, 'loaded');
  askForResync(self, report);
  return done(self, 'resync asked for');
}

/** Names of attributes in another case are other names to builds before SP4 (Q191441). */
function namesOf(self: Self<LoaderMemory>): { readonly attributeNames?: 'exact' } {
  return self.trait(takesAnyCase) === true ? {} : { attributeNames: 'exact' };
}

function passOnUnloaded(self: Self<LoaderMemory>): LoaderAnswer {
  self.restsOn('custom architectures', otherArchitecturesProvenance);
  return done(self, 'loaded');
}

/** SQL Server answers again after it had been lost (event 244). */
function connected(self: Self<LoaderMemory>): void {
  if (!self.memory.lost) return;
  self.memory.lost = false;
  writeSmsEvent(self, 244, 'Information', eventText(244));
}
