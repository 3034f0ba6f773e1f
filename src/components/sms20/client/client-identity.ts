import type { RandomStream } from '../../../kernel/index.ts';
import {
  inferred,
  iniValue,
  parseIni,
  printIni,
  systemOpener,
  withIniValue,
  withoutIniValue,
  type Computer,
  type Ini,
} from '../../../world/index.ts';
import { clientFolder, clientFolders } from './client-folders.ts';
import { clientKeys, clientProperties } from './client-registry.ts';

/** What Smscfg.ini and Smsuid.dat hold beside the registry: the identifier, and whether there is a client. */
export const identityFilesProvenance = inferred(
  'Q257808, Q231210, Q254735, Q199653',
  'The section with the identifier is that of later versions; Smsuid.dat goes with the folders of the client.',
);

const identifierSection = 'Configuration - Client Properties';
const bootSection = 'SMS MultiBoot Configuration';
const installations = 'Number of Opal Installations';

/** A new SMS unique identifier: made of adapter and, for the time of Q257808, chance. */
export function newIdentity(computer: Computer, stream: RandomStream): string {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => stream.integer(0, 15).toString(16).toUpperCase()).join('');
  const adapter = (computer.adapters[0]?.macAddress ?? '').replaceAll(':', '').padEnd(12, '0').slice(0, 12);
  return `GUID:${digits(8)}-${digits(4)}-11D3-${digits(4)}-${adapter}`;
}

/** The identifier of a computer: while it stands anywhere, no installation makes a new one (Q254735, Q257808). */
export function knownIdentity(computer: Computer): string | undefined {
  const registered = computer.registry.getText(clientKeys.properties, clientProperties.identity);
  return (
    registered ??
    iniValue(configurationFile(computer), identifierSection, clientProperties.identity) ??
    binary(computer)
  );
}

/** Writes the identifier to the registry and to both files (Q257808). */
export function storeIdentity(computer: Computer, identity: string): void {
  computer.registry.set(clientKeys.properties, clientProperties.identity, { type: 'REG_SZ', data: identity });
  change(computer, (ini) => withIniValue(ini, identifierSection, clientProperties.identity, identity));
  computer.files.createFolder(systemOpener, clientFolder(computer, clientFolders.data), { parents: true });
  computer.files.write(systemOpener, binaryPath(computer), { size: 16, token: identity });
}

/** Takes the identifier from everywhere, as Newuid.exe does without /allocate (Q254735); false where there is none. */
export function forgetIdentity(computer: Computer): boolean {
  const known = knownIdentity(computer) !== undefined;
  computer.registry.deleteValue(clientKeys.properties, clientProperties.identity);
  change(computer, (ini) => withoutIniValue(ini, identifierSection, clientProperties.identity));
  computer.files.delete(systemOpener, binaryPath(computer));
  return known;
}

/** Notes for SMS 1.2 whether SMS 2.0 has assigned the computer to a site: 1, or 0 when it has looked (Q199653). */
export function noteAssignment(computer: Computer, assigned: boolean): void {
  change(computer, (ini) => withIniValue(ini, bootSection, installations, assigned ? '1' : '0'));
}

/** `C:\WINNT\Smscfg.ini`, which outlives a removal of the client (Q257808, Q231210). */
export function configurationPath(computer: Pick<Computer, 'operatingSystem'>): string {
  return `${computer.operatingSystem.windowsFolder}\\Smscfg.ini`;
}

function binaryPath(computer: Computer): string {
  return clientFolder(computer, `${clientFolders.data}\\Smsuid.dat`);
}

function binary(computer: Computer): string | undefined {
  const content = computer.files.read(systemOpener, binaryPath(computer));
  return content.ok && 'token' in content.value ? content.value.token : undefined;
}

function configurationFile(computer: Computer): Ini {
  const content = computer.files.read(systemOpener, configurationPath(computer));
  return parseIni(content.ok && 'text' in content.value ? content.value.text : '');
}

function change(computer: Computer, edit: (ini: Ini) => Ini): void {
  const before = configurationFile(computer);
  const [old, text] = [printIni(before), printIni(edit(before))];
  if (text !== old) computer.files.write(systemOpener, configurationPath(computer), { text, size: text.length });
}
