import type { Computer } from '../../../world/index.ts';

/** The root of everything an SMS client has on its disk: `C:\WINNT\MS\SMS` (Q200852). */
export function clientRoot(computer: Pick<Computer, 'operatingSystem'>): string {
  return `${computer.operatingSystem.windowsFolder}\\MS\\SMS`;
}

/** A folder of the client by its path below the root, as `clientFolders` gives it. */
export function clientFolder(computer: Pick<Computer, 'operatingSystem'>, folder: string): string {
  return `${clientRoot(computer)}\\${folder}`;
}

/**
 * Folders below the client's root (Q200852, Q198770, Q225507, Q272436); the setup of a client makes them all. Where
 * refused MIFs and waiting discovery records lie is our choice.
 */
export const clientFolders = {
  programs: 'Core\\Bin',
  data: 'Core\\Data',
  logs: 'Logs',
  hardware: 'Clicomp\\Hinv',
  hardwareOutbox: 'Clicomp\\Hinv\\Outbox',
  software: 'Clicomp\\Sinv',
  softwareOutbox: 'Clicomp\\Sinv\\Outbox',
  collected: 'Clicomp\\Sinv\\Colfiles',
  dataOutbox: 'Core\\Data\\Outbox',
  unpacked: 'Core\\Data\\Unpacked',
  jobs: 'Clicomp\\Apa\\Data\\Jobs',
  completeJobs: 'Clicomp\\Apa\\Data\\Complete',
  siteFiles: 'Sitefile',
  noIdMifs: 'Noidmifs',
  noIdRejected: 'Noidmifs\\Badmifs',
  idMifs: 'Idmifs',
  idRejected: 'Idmifs\\Badmifs',
} as const;

/** Where a client keeps the Sms_def.mof that it took from the CAP of a site (Q199318, Q198770). */
export function siteMofPath(computer: Pick<Computer, 'operatingSystem'>, siteCode: string): string {
  return clientFolder(computer, `${clientFolders.siteFiles}\\${siteCode}\\Hinv\\Sms_def.mof`);
}

/** The working copy that the Hardware Inventory Agent has compiled (Q199318, Q198770). */
export function workingMofPath(computer: Pick<Computer, 'operatingSystem'>): string {
  return clientFolder(computer, `${clientFolders.hardware}\\Sms_def.mof`);
}
