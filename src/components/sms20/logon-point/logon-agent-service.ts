import { documented } from '../../../world/index.ts';
import { logonDiscoveryAgentName } from './logon-discovery-name.ts';
import type { LogonManagerSelf } from './logon-manager-memory.ts';

const agentAccount = documented('Q238127, Q256309', 'The agent runs as SMSLogonSvc on every controller.');

/** The agent is on every controller while a site of the domain uses logon discovery (Q213004). */
export function setUpAgent(self: LogonManagerSelf, controller: string): void {
  const wanted = self.memory.known.some(({ configuration }) => configuration.logonDiscovery);
  const computer = self.world.mustHave(controller);
  if (!wanted) return takeAgentAway(self, controller);
  self.restsOn('account of the agent', agentAccount);
  const name = logonDiscoveryAgentName;
  const account = 'SMSLogonSvc';
  if (self.world.accounts.get(account) === undefined) self.world.accounts.set(account, { groups: ['Administrators'] });
  if (computer.service(name) === undefined) {
    computer.setService({ name, state: 'Stopped', startType: 'Automatic', account });
  }
  self.startService(controller, name);
}

/** Ends the agent on a controller and takes its service away. */
export function takeAgentAway(self: LogonManagerSelf, controller: string): void {
  self.stopService(controller, logonDiscoveryAgentName);
  self.world.mustHave(controller).removeService(logonDiscoveryAgentName);
}
