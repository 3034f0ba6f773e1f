import { documented } from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import { agentNames } from './client-registry.ts';
import type { HardwareMemory } from './hardware-memory.ts';
import { initialisation, launcherKey } from './launch-data.ts';

/** What InHinv32.exe enters for the Client Service, which reads it when it launches the agent (Q289552). */
export const registrationEffects: Readonly<Record<string, Effect<HardwareMemory>>> = {
  'register with the service': silent((self) => {
    self.restsOn('registration of the agent', documented('Q289552', 'Generally, this value is set to 0x14.'));
    if (registered(self) === undefined) register(self, initialisation.usual);
  }),
  'verify its registration': silent((self) => {
    const right = self.trait('verification registers the agent rightly') === true;
    const before = registered(self);
    register(self, right ? initialisation.usual : initialisation.wrong);
    if (registered(self) !== before) askForRestart(self);
  }),
};

function registered(self: Self): number | undefined {
  return self.registry.getNumber(launcherKey(self, agentNames.HW), initialisation.value);
}

function register(self: Self, seconds: number): void {
  const key = launcherKey(self, agentNames.HW);
  self.registry.set(key, initialisation.value, { type: 'REG_DWORD', data: seconds });
}

/** An agent that has registered anew is launched anew. */
function askForRestart(self: Self): void {
  const service = self.processOf(self.computer.name, 'SMS Client Service');
  self.post(service, { type: 'component installed', data: { component: agentNames.HW } });
}
