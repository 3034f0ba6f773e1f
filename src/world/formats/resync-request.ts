import type { Instant } from '../../kernel/index.ts';
import { assumed } from '../provenance.ts';
import { iniEntries, iniOf, parseIni, printIni } from './ini.ts';
import { parsed, syntaxError } from './text-document.ts';
import type { Parsed } from './text-document.ts';
import { parseRegistryTime, printRegistryTime } from './time-text.ts';

/** Known is what the file is for: changes to the client's registry, under a random name, never removed. */
export const resyncRequestProvenance = assumed(
  'A resync .cfg is an INI with the agent as section and Resync=1 and Resync Time as its values.',
  'Q256905, Resource Guide ch. 14 (InvSync)',
);

/** The content of a `<random>.cfg`: which inventory is to be sent completely, and when that was asked for. */
export interface ResyncRequest {
  readonly component: InventoryComponent;
  /** Whole seconds; a client honours a request that is newer than the one it honoured last. */
  readonly time: Instant;
}

/** Hardware or software inventory, as InvSync's command line and Client.lkp name them. */
export type InventoryComponent = 'HW' | 'SW';

/** The agents by the names their registry keys and logs carry. */
export const inventoryAgents: Readonly<Record<InventoryComponent, string>> = {
  HW: 'Hardware Inventory Agent',
  SW: 'Software Inventory Agent',
};

/** The text of a request file. */
export function printResyncRequest({ component, time }: ResyncRequest): string {
  const values = [
    ['Resync', '1'],
    ['Resync Time', printRegistryTime(time)],
  ] as const;
  return printIni(iniOf([[inventoryAgents[component], values]]));
}

/** Reads a request file; line 1 is blamed where it asks nothing of either agent. */
export function parseResyncRequest(text: string): Parsed<ResyncRequest> {
  const ini = parseIni(text);
  for (const component of ['HW', 'SW'] as const) {
    const values = new Map(iniEntries(ini, inventoryAgents[component]));
    const time = parseRegistryTime(values.get('Resync Time') ?? '');
    if (values.get('Resync') === '1' && time !== undefined) return parsed({ component, time });
  }
  return syntaxError(1, text.split(/\r?\n/, 1)[0] ?? '');
}
