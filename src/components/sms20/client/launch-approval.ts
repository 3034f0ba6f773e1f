import { assumed, documented } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { componentKey } from './client-registry.ts';

/** Until CCIM has approved, base components alone are launched, neither agents nor what users run (Q264630). */
export const approvalProvenance = documented('Q264630');

const object = 'CCIM approval';

const shared = assumed('The service keeps the approval of CCIM where Launch32 sees it, as long as it runs.', 'Q264630');

/** The service notes that CCIM has approved; the note ends with the service. */
export function noteApproval(self: Self): void {
  self.computer.mutexes.set(object, self.id);
}

/** Whether the programs of a user's session may be started. */
export function isApproved(self: Self): boolean {
  self.restsOn('approval of CCIM', shared);
  return self.computer.mutexes.has(object);
}

const notSafe = "Not launching until CCIM indicates that it's safe to do so~";
const distribution = 'Software Distribution';

/** What is not emulated itself: the components that bring it, and what the logs say while it has to wait (Q264630). */
const programs = {
  service: [[distribution, `System Offer Data Provider - ${notSafe}`]],
  session: [
    [distribution, `WNet User Groups Offer Data Provider - ${notSafe}`],
    [distribution, 'Program Execution Agent - Not Launching application~'],
    ['LICENSE METERING', `Lic Client - ${notSafe}`],
    [distribution, `Advertised Programs Monitor (Event Driven) - ${notSafe}`],
    [distribution, `Advertised Programs Monitor - ${notSafe}`],
  ],
} as const;

/** Says of each such program of an installed component that it is held back. */
export function sayHeldBack(self: Self, where: keyof typeof programs): void {
  for (const [component, line] of programs[where]) {
    if (self.registry.exists(componentKey(component))) self.log(line);
  }
}
