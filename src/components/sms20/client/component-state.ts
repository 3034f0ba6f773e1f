import { documented, printRegistryTime } from '../../../world/index.ts';
import type { Self, Trait } from '../../component.ts';
import { componentKey, componentValues } from './client-registry.ts';

/** What is done with a component that is on offer (Q236596). */
export type Installation = 'install' | 'upgrade' | 'verify';

/** The trait of every program that verifies components. */
export const verificationTrait: Trait = {
  default: true,
  meaning: 'The verification every 30 days replaces only files that differ; else agents are installed anew and run.',
  provenance: documented('Q239564, Q277783'),
};

/** Whether files that are in order stay as they are: in a verification, from SP2 on (Q239564, Q277783). */
export function leavesEqualFiles(self: Self, operation: string): boolean {
  return operation === 'verify' && self.trait('verification leaves what is in order') === true;
}

/** A REG_SZ below the key of a component. */
export function setComponentText(self: Self, component: string, value: string, data: string): void {
  self.registry.set(componentKey(component), value, { type: 'REG_SZ', data });
}

/** The state of a component whose operation is under way, or held up. */
export function setPending(self: Self, component: string, operation: string): void {
  setComponentText(
    self,
    component,
    componentValues.state,
    operation === 'verify' ? 'Repair Pending' : 'Install Pending',
  );
}

/**
 * An operation has been carried out. An agent that was installed anew takes its first inventory again, whatever its
 * schedule says (Q239564).
 */
export function noteSetUp(self: Self, component: string, operation: string): void {
  setComponentText(self, component, componentValues.state, 'Installed');
  setComponentText(self, component, componentValues.lastDone, printRegistryTime(self.now()));
  const isNew = operation === 'install' || (operation === 'verify' && !leavesEqualFiles(self, operation));
  if (isNew) self.registry.deleteValue(componentKey(component), componentValues.lastRun);
}
