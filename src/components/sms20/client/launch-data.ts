import { second } from '../../../kernel/index.ts';
import { assumed, documented } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { programsManager } from './program-names.ts';
import { clientKeys } from './client-registry.ts';

/** Several programs share what the registry says of the launch of applications, one at a time (Q289552). */
export const launchDataProvenance = documented('Q289552');

/** How long a program waits for the mutex: three minutes (Q289552). */
export const longestWait = 180 * second;

const mutex = 'application launch data';

const waiters = [programsManager, 'Launch32'];

/** The seconds that the service is to wait for an application to initialise (Q289552). */
export const initialisation = { value: 'Init', usual: 0x14, wrong: 0x79726f74 } as const;

const spelling = assumed('The key of an application has its name.', 'Q289552, Q271631');

/** `...\\Client Application Launchers\\Hardware Inventory Agent`. */
export function launcherKey(self: Self, application: string): string {
  self.restsOn('key of an application', spelling);
  return `${clientKeys.client}\\Configuration\\Client Application Launchers\\${application}`;
}

/** Takes the mutex; false: somebody else has it. */
export function takeLaunchData(self: Self): boolean {
  const owner = self.computer.mutexes.get(mutex);
  if (owner !== undefined && owner !== self.id) return false;
  self.computer.mutexes.set(mutex, self.id);
  return true;
}

/** Gives the mutex back; whoever waits for it hears of it. */
export function releaseLaunchData(self: Self): void {
  if (self.computer.mutexes.get(mutex) !== self.id) return;
  self.computer.mutexes.delete(mutex);
  for (const name of waiters.filter((waiter) => self.runs(waiter))) {
    self.post(self.processOf(self.computer.name, name), { type: 'launch data released' });
  }
}

/** Whether another program has the mutex. */
export function launchDataInUse(self: Self): boolean {
  const owner = self.computer.mutexes.get(mutex);
  return owner !== undefined && owner !== self.id;
}
