import type { Instant } from '../../kernel/index.ts';
import { assumed } from '../provenance.ts';
import type { InventoryComponent } from './resync-request.ts';
import { parsed, syntaxError, textDocument, textLines } from './text-document.ts';
import type { Parsed } from './text-document.ts';
import { parseRegistryTime, printRegistryTime } from './time-text.ts';

/** Known is what the file is for: it names the recipients, such as GUIDs, of the request files beside it. */
export const clientLookupProvenance = assumed(
  'Client.lkp has one line per request: GUID, HW or SW, name of the .cfg and time of the request.',
  'Q256905, Q280515, Resource Guide ch. 14 (InvSync)',
);

/** One line of Client.lkp. */
export interface ClientLookupEntry {
  readonly guid: string;
  readonly component: InventoryComponent;
  /** Name of the request file in the same folder. */
  readonly file: string;
  /** Whole seconds. */
  readonly time: Instant;
}

/** The text of Client.lkp. */
export function printClientLookup(entries: readonly ClientLookupEntry[]): string {
  const lines = entries.map(({ guid, component, file, time }) =>
    [guid, component, file, printRegistryTime(time)].join(','),
  );
  return textDocument(['; Client.lkp - one line per pending request', ...lines]);
}

/** Reads Client.lkp; lines that begin with a semicolon and empty lines are skipped. */
export function parseClientLookup(text: string): Parsed<readonly ClientLookupEntry[]> {
  const entries: ClientLookupEntry[] = [];
  for (const [index, line] of textLines(text).entries()) {
    if (line.startsWith(';') || line.trim() === '') continue;
    const match = /^([^,]+),(HW|SW),([^,]+),([^,]+)$/.exec(line);
    const time = parseRegistryTime(match?.[4] ?? '');
    if (match === null || time === undefined) return syntaxError(index + 1, line);
    const component = match[2] === 'HW' ? 'HW' : 'SW';
    entries.push({ guid: match[1] ?? '', component, file: match[3] ?? '', time });
  }
  return parsed(entries);
}

/** The index with a request entered: it takes the place of an older one for the same client and component. */
export function withClientLookupEntry(
  entries: readonly ClientLookupEntry[],
  entry: ClientLookupEntry,
): readonly ClientLookupEntry[] {
  const others = entries.filter((one) => one.guid !== entry.guid || one.component !== entry.component);
  return [...others, entry];
}
