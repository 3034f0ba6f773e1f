import { inferred, printConfigurationRequest, type ServiceAction } from '../../../world/index.ts';
import { inventoryService } from './client-files.ts';
import { fetchConfiguration } from './client-monitor.ts';
import type { SetUpSelf } from './set-up-memory.ts';

const requests = inferred(
  'Q168518, Q174961, Resource Guide for SMS 1.2 (Client Setup)',
  'Client set-up under Windows NT asks for its services when it installs, updates or removes the client.',
);

/** Ordinary users may not install services: the Client Configuration Manager of a logon server does it (Q168518). */
export function requestServices(self: SetUpSelf, smsid: string, action?: ServiceAction): void {
  self.restsOn('configuration requests', requests);
  const isThere = self.computer.service(inventoryService) !== undefined;
  const actions = { [inventoryService]: action ?? (isThere ? 'upgrade' : 'install') } as const;
  const request = printConfigurationRequest({ smsid, machineName: self.computer.name, actions });
  self.files.writeText(`${self.memory.share}\\CCR.BOX\\${smsid}.CCR`, request);
  if (action !== 'remove') fetchConfiguration(self);
}
