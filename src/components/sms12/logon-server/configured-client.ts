import {
  assumed,
  documented,
  inferred,
  win32,
  type Computer,
  type ConfigurationRequest,
  type ServiceAction,
  type Win32Error,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { clientServicesKey } from '../client/client-files.ts';

/** Why a client is not as the request wants it, with the event that tells of it (Resource Guide for SMS 1.2). */
export interface ConfigurationFailure {
  readonly event: 402 | 403;
  readonly error: Win32Error;
}

const rights = inferred(
  'Q168518',
  'Whoever may use ADMIN$ of a client as the SMS Service Account may change its registry and its services.',
);

const remembered = assumed(
  'A client remembers the services that it has been given as values of their names in the key Client Services.',
  'Q168518, Resource Guide for SMS 1.2 (Client Setup)',
);

const nameLine = assumed('The line with error 53 names the computer and the request.', 'Q168518');

const noRights = documented('Q168518');

/** Does at the client what a request asks; tells what has failed, and has done nothing more then. */
export function configureClient(self: Self, request: ConfigurationRequest): ConfigurationFailure | undefined {
  const { machineName, smsid, actions } = request;
  self.restsOn('rights of the manager', rights);
  const client = self.world.computer(machineName);
  const reached = self.files.stat(`\\\\${machineName}\\ADMIN$`);
  if (client === undefined || !reached.ok) {
    const error = reached.ok ? win32.badNetPath : reached.error;
    logRefusal(self, machineName, smsid, error);
    return { event: 402, error };
  }
  for (const [service, action] of Object.entries(actions)) {
    const error = changeService(self, client, service, action);
    self.log(`${service} on ${client.name}: ${action}${error === undefined ? '' : `, Win32 Error = ${error}`}`);
    if (error !== undefined) return { event: 403, error };
  }
  return undefined;
}

/** An unknown name leaves error 53 in the log, anything else that the account has no rights (Q168518). */
function logRefusal(self: Self, machineName: string, smsid: string, error: Win32Error): void {
  if (error === win32.badNetPath) {
    self.restsOn('line with error 53', nameLine);
    self.log(`ERROR: Cannot connect to machine "${machineName}" for request "${smsid}". Win32 Error = ${error}`);
    return;
  }
  self.restsOn('line of missing rights', noRights);
  const who = 'The SMS service account does not have administrative rights on machine';
  self.log(`ERROR: ${who} "${machineName}" for request "${smsid}".`);
}

function changeService(self: Self, client: Computer, name: string, action: ServiceAction): Win32Error | undefined {
  self.restsOn('memory of client services', remembered);
  if (action !== 'install') self.stopService(client.name, name);
  if (action === 'remove') {
    client.removeService(name);
    client.registry.deleteValue(clientServicesKey, name);
    return undefined;
  }
  if (client.service(name) === undefined) {
    client.setService({ name, state: 'Stopped', startType: 'Automatic', account: 'LocalSystem' });
  }
  client.registry.set(clientServicesKey, name, { type: 'REG_SZ', data: 'INSTALLED' });
  const started = self.startService(client.name, name);
  return started.ok || started.error === win32.serviceAlreadyRunning ? undefined : started.error;
}
