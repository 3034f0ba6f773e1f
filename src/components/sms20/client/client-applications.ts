import { documented, inferred, type OperatingSystem } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { checkedPrograms, programCrc, programCrcProvenance } from '../client-programs.ts';
import { clientRoot } from './client-folders.ts';
import { programsManager } from './program-names.ts';
import { clientKeys, clientProperties, siteVerificationKey } from './client-registry.ts';

/** A program that the SMS Client Service launches. */
export interface ClientApplication {
  /** The component that the program is. */
  readonly component: string;
  /** As the registry and the logs of the service name it. */
  readonly name: string;
  /** Path below the root of the client. */
  readonly file: string;
  /** The base components start at once, agents when CCIM says that it is safe. */
  readonly gated: boolean;
}

/** What a client launches, in order (Q264630, Q246331); 16-bit Windows has programs of its own (Q215105). */
export function clientApplications(family: OperatingSystem['family']): readonly ClientApplication[] {
  return family === '16-bit Windows' ? applications16 : applications32;
}

const ccim = 'Client Configuration Installation Manager';
const hardware = 'Hardware Inventory Agent';
const software = 'Software Inventory Agent';

const applications32: readonly ClientApplication[] = [
  { component: ccim, name: ccim, file: 'core\\Bin\\ccim32.dll', gated: false },
  { component: 'Copy Queue', name: 'Copy Queue', file: 'core\\Bin\\cqmgr32.dll', gated: false },
  { component: programsManager, name: programsManager, file: 'clicomp\\apa\\bin\\smsapm32.exe', gated: true },
  { component: hardware, name: hardware, file: 'clicomp\\hinv\\hinv32.exe', gated: true },
  { component: software, name: software, file: 'clicomp\\sinv\\sinv32.exe', gated: true },
];

const applications16: readonly ClientApplication[] = [
  { component: `${ccim} (16-bit)`, name: ccim, file: 'core\\Bin\\ccim16.exe', gated: false },
  { component: 'Copy Queue', name: 'Copy Queue', file: 'core\\Bin\\cqmgr32.dll', gated: false },
  { component: `${hardware} (16-bit)`, name: hardware, file: 'clicomp\\hinv\\hinv16.exe', gated: true },
  { component: `${software} (16-bit)`, name: software, file: 'clicomp\\sinv\\sinv16.exe', gated: true },
];

/** Whether the program lies on the client's disk. */
export function isInstalled(self: Self, application: ClientApplication): boolean {
  return self.files.exists(applicationPath(self, application));
}

/** The full path, as the service writes it into its log. */
export function applicationPath(self: Self, application: ClientApplication): string {
  return `${clientRoot(self.computer)}\\${application.file}`;
}

/** Which programs Windows NT clients check, and against what. */
export const verificationProvenance = documented('Q246331, Q270912');

const neverHandedOut = inferred('Q246331', 'A program whose CRC no site has handed out is not checked.');

/**
 * Whether the service may run a program: its CRC is the one of Verification Data, or that of a site's Reserved1,
 * which then takes its place. Only Windows NT clients check (Q246331).
 */
export function isAuthorised(self: Self, application: ClientApplication): boolean {
  if (self.computer.operatingSystem.family !== 'Windows NT') return true;
  const facts = self.files.stat(applicationPath(self, application));
  if (!facts.ok) return false;
  const checked = checkedPrograms.find(([file]) => file.toLowerCase() === facts.value.name.toLowerCase());
  if (checked === undefined) return true;
  self.restsOn('check sum of a program', programCrcProvenance);
  const crc = programCrc(facts.value);
  const accepted = self.registry.getNumber(clientKeys.verification, checked[0]);
  if (accepted === crc) return true;
  const sites = self.registry.getList(clientKeys.client, clientProperties.sites) ?? [];
  const handedOut = sites.flatMap((site) => self.registry.getNumber(siteVerificationKey(site), checked[0]) ?? []);
  if (handedOut.includes(crc)) {
    self.registry.set(clientKeys.verification, checked[0], { type: 'REG_DWORD', data: crc });
    return true;
  }
  if (accepted !== undefined || handedOut.length > 0) return false;
  self.restsOn('programs without a CRC', neverHandedOut);
  return true;
}
