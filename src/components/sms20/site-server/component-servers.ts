import { assumed, documented, type Computer } from '../../../world/index.ts';

const root = 'HKLM\\Software\\Microsoft\\SMS\\Components\\SMS_SITE_COMPONENT_MANAGER\\Component Servers';

/** The key is that of Q235210; what else stands in it is not told. */
export const componentServersProvenance = assumed(
  'Site Component Manager keeps a key for each site system; Setup and the console enter what is to be done again.',
  'Q235210',
);

/** When the removal of a site system began, which ends after 1440 minutes. */
export const deinstallationStart = {
  name: 'Deinstallation Start Time',
  provenance: documented('Q235210'),
  unit: assumed('Deinstallation Start Time counts seconds since 1970.', 'Q235210: 1 is long ago'),
} as const;

const operation = 'Operation';

/** Its programs are brought anew, as after an upgrade; or SMS_EXECUTIVE and the share are removed and made again. */
export type AnewOperation = 'Reinstall' | 'Reset';

/** The registry key of a site system. */
export function componentServerKey(server: string): string {
  return `${root}\\${server.toUpperCase()}`;
}

/** The site systems that Site Component Manager knows, in capitals. */
export function knownComponentServers({ registry }: Pick<Computer, 'registry'>): readonly string[] {
  return registry.subkeys(root).map((name) => name.toUpperCase());
}

/** Enters a site system, without anything to do there. */
export function noteComponentServer({ registry }: Pick<Computer, 'registry'>, server: string): void {
  registry.createKey(componentServerKey(server));
  registry.deleteValue(componentServerKey(server), operation);
}

/** Has Site Component Manager of a site server do something again on a site system, at its next look. */
export function requestAnew({ registry }: Pick<Computer, 'registry'>, server: string, what: AnewOperation): void {
  registry.set(componentServerKey(server), operation, { type: 'REG_SZ', data: what });
}

/** What it is to do there again; undefined: nothing. */
export function requestedAnew({ registry }: Pick<Computer, 'registry'>, server: string): AnewOperation | undefined {
  const text = registry.getText(componentServerKey(server), operation);
  return (['Reinstall', 'Reset'] as const).find((one) => one === text);
}
