import type { Self } from '../../component.ts';
import { clientRoot } from './client-folders.ts';
import { clientKeys, clientProperties } from './client-registry.ts';

const service = 'SMS Client Service';

/** The SMS Client Service, set up where it is missing, and started. */
export function setUpService(self: Self): void {
  const { computer, registry } = self;
  registry.set(clientKeys.properties, clientProperties.localPath, { type: 'REG_SZ', data: clientRoot(computer) });
  const account = 'LocalSystem';
  if (computer.service(service) === undefined) {
    computer.setService({ name: service, state: 'Stopped', startType: 'Automatic', account });
  }
  self.startService(computer.name, service);
}
