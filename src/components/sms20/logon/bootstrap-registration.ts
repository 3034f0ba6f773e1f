import {
  documented,
  parseCapList,
  parseClientBaseConfiguration,
  printRegistryTime,
  type ClientBaseConfiguration,
} from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import { setUpService } from '../client/client-service-setup.ts';
import { clientKeys, siteKey, siteValues } from '../client/client-registry.ts';
import { storeAccessPoints, storeConfiguration } from '../client/site-configuration.ts';
import { siteOnLogonPoint } from '../logon-point/logon-point-files.ts';
import { silent } from '../../inbox-pass.ts';
import { installedSites } from './bootstrap-assignment.ts';
import type { BootstrapMemory, BootstrapSelf } from './bootstrap-memory.ts';

/** How the bootstrap leaves a client behind that CCIM can go on with. */
export const registrationEffects: Readonly<Record<string, Effect<BootstrapMemory>>> = {
  'refresh what the sites hand out': silent((self) => {
    for (const site of installedSites(self)) refresh(self, site);
  }),
  'register the service': { answers: ['registered', 'no rights', 'nothing to register'], run: register },
  unload: { answers: ['unloaded'], run: unload },
};

const refreshing = documented(
  'Q227033, Q236052',
  'Accounts and CAP lists come from the logon point, passwords included.',
);

/** The CRCs of the sites come from their CAPs, with CCIM; a logon knows those of the owner only (Q249077, Q270912). */
function refresh(self: BootstrapSelf, site: string): void {
  const folder = `${self.memory.logonPoint}\\${siteOnLogonPoint(site)}`;
  const text = self.files.readText(`${folder}\\Cli_inst.cfg`);
  const parsed = text.ok ? parseClientBaseConfiguration(text.value) : undefined;
  if (parsed?.ok !== true) return;
  self.restsOn('refresh from a logon point', refreshing);
  storeConfiguration(self, site, { ...parsed.value, programs: [] });
  storePasswords(self, parsed.value);
  const list = self.files.readText(`${folder}\\caplist.ini`);
  const points = list.ok ? parseCapList(list.value) : undefined;
  if (points?.ok === true) storeAccessPoints(self, points.value);
  if (self.registry.getText(siteKey(site), siteValues.lastChecked) === undefined) {
    const data = printRegistryTime(self.now());
    self.registry.set(siteKey(site), siteValues.lastChecked, { type: 'REG_SZ', data });
  }
}

/** Unlike CCIM, an installation replaces a password that the client knows (Q227033). */
function storePasswords(self: BootstrapSelf, { connectionAccounts }: ClientBaseConfiguration): void {
  for (const { name, password } of connectionAccounts) {
    self.registry.set(clientKeys.accounts, name, { type: 'REG_SZ', data: password });
  }
}

const service = 'SMS Client Service';

/** Only an administrator of a Windows NT computer may install a service (Q264630, Q265270). */
function register(self: BootstrapSelf): string {
  const known = self.computer.service(service);
  if (known !== undefined && known.state === 'Running') {
    return self.memory.installed ? 'registered' : 'nothing to register';
  }
  if (!mayInstall(self)) {
    self.log('Could not register CCIM (could be initial install); AppRegister return code =5');
    const what = 'Unable to open the service control manager to install the SMS Client Service and CCIM';
    self.log(`ERROR: ${what}. Win32 Error: 5`);
    self.log('Warning:  Could not launch/register CCIM - 5');
    return 'no rights';
  }
  if (known === undefined)
    self.log('Could not register CCIM (could be initial install); AppRegister return code =1060');
  setUpService(self);
  self.log('Waiting for 1 minute for CliSvc to start CCIM~');
  return 'registered';
}

function mayInstall(self: BootstrapSelf): boolean {
  return self.computer.operatingSystem.family !== 'Windows NT' || self.computer.user?.administrator === true;
}

function unload(self: BootstrapSelf): string {
  self.log('Finished CliEx processing.');
  self.log('Unloading CliEx.');
  return 'unloaded';
}
