import { documented, parseSmsDefMof, type SmsDefMof } from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { siteMofPath, workingMofPath } from './client-folders.ts';
import type { HardwareMemory } from './hardware-memory.ts';
import { clientSites } from './inventory-schedule.ts';

/** How the agent comes by the definition of what it is to report. */
export const definitionEffects: Readonly<Record<string, Effect<HardwareMemory>>> = {
  'look for a new Sms_def.mof': { answers: ['new', 'unchanged'], run: lookForNew },
  'compile Sms_def.mof': { answers: ['compiled', 'not compiled'], run: compile },
};

/** The principal site's file counts (Q202940). */
export const definitionProvenance = documented('Q199318, Q198770, Q237495, Q202940');

/** The definition the agent works by; undefined where there is none that can be compiled. */
export function inventoryDefinition(self: Self): SmsDefMof | undefined {
  const text = self.files.readText(workingMofPath(self.computer));
  return text.ok ? parsed(text.value) : undefined;
}

let latest: { readonly text: string; readonly mof: SmsDefMof | undefined } = { text: '', mof: undefined };

/** Most clients of a site have the same file, so the latest one is kept. */
function parsed(text: string): SmsDefMof | undefined {
  if (latest.text === text) return latest.mof;
  const mof = parseSmsDefMof(text);
  latest = { text, mof: mof.ok ? mof.value : undefined };
  return latest.mof;
}

function offeredPath(self: Self): string {
  return siteMofPath(self.computer, clientSites(self)[0] ?? '');
}

function lookForNew(self: Self<HardwareMemory>): string {
  self.memory.mofChanged = false;
  const offered = self.files.stat(offeredPath(self));
  const working = self.files.stat(workingMofPath(self.computer));
  if (!offered.ok) return working.ok ? 'unchanged' : 'new';
  return !working.ok || offered.value.modified > working.value.modified ? 'new' : 'unchanged';
}

/** A file that does not compile never becomes the working copy, so every cycle fails until it is mended. */
function compile(self: Self<HardwareMemory>): string {
  const text = self.files.readText(offeredPath(self));
  if (!text.ok || parsed(text.value) === undefined) {
    self.log('ERROR 2 - Failed to run MofComp !');
    return 'not compiled';
  }
  const hadOne = self.files.exists(workingMofPath(self.computer));
  self.files.copy(offeredPath(self), workingMofPath(self.computer));
  self.memory.mofChanged = hadOne;
  return 'compiled';
}
