import { inferred, systemOpener, type Computer, type Site } from '../../../world/index.ts';
import { logonServerFolders, logonServerShare } from '../folders.ts';

/** The services of every Windows NT logon server. */
export const logonServerServices = [
  'SMS_INVENTORY_AGENT_NT',
  'SMS_CLIENT_CONFIG_MANAGER',
  'SMS_PACKAGE_COMMAND_MANAGER_NT',
] as const;

/** The account of the services of a site; one for all sites of the emulator. */
export const sms12ServiceAccount = 'SMSService';

/** That the installation is verified is told, not what is done about what is missing. */
export const logonServerProvenance = inferred(
  'Q168682, Q189809',
  'What is missing of LOGON.SRV, its share and its services is made anew, with the permissions it has at first.',
);

/** Volume and SMS root of a NetWare server (decision 0023). */
const netWareVolume = { name: 'SYS', path: 'C:' } as const;
const netWareRoot = 'C:\\SMS';

const identification = 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Identification';

/** Makes what a logon server lacks of LOGON.SRV, its share and, unless it is NetWare, its services; tells what. */
export function makeLogonServer(computer: Computer, site: Pick<Site, 'code' | 'folder'>): readonly string[] {
  const isNetWare = computer.operatingSystem.family === 'NetWare';
  const root = `${isNetWare ? netWareRoot : site.folder}\\LOGON.SRV`;
  const made = Object.keys(logonServerFolders).filter((folder) => makeFolder(computer, root, folder));
  if (isNetWare) computer.files.addShare(netWareVolume);
  else registerLogonServer(computer, site);
  const isShared = computer.files.resolveShare(logonServerShare) !== undefined;
  if (!isShared) computer.files.addShare({ name: logonServerShare, path: root });
  const services = logonServerServices.filter((name) => !isNetWare && computer.service(name) === undefined);
  for (const name of services) {
    computer.setService({ name, state: 'Stopped', startType: 'Automatic', account: sms12ServiceAccount });
  }
  return [...made, ...(isShared ? [] : [logonServerShare]), ...services];
}

function registerLogonServer(computer: Computer, site: Pick<Site, 'code' | 'folder'>): void {
  computer.registry.set(identification, 'Site Code', { type: 'REG_SZ', data: site.code });
  computer.registry.set(identification, 'Installation Directory', { type: 'REG_SZ', data: site.folder });
}

function makeFolder(computer: Computer, root: string, folder: string): boolean {
  const path = `${root}\\${folder}`;
  if (computer.files.stat(systemOpener, path).ok) return false;
  computer.files.createFolder(systemOpener, path, { parents: true });
  computer.files.setPermissions(systemOpener, path, [
    { account: 'Administrators', right: 'Full Control' },
    { account: 'Everyone', right: logonServerFolders[folder] ?? 'Read' },
  ]);
  return true;
}
