import type { Instant } from '../../kernel/index.ts';
import {
  inboxPath,
  parseClientLookup,
  printClientLookup,
  printResyncRequest,
  win32,
  withClientLookupEntry,
  type ClientLookupEntry,
  type FileAccess,
  type InventoryComponent,
  type Outcome,
  type Site,
} from '../../world/index.ts';
import { rawHistoryPath } from './site-server/raw-history.ts';

/** A request that one client send a complete inventory. */
export interface ResyncPublication {
  readonly guid: string;
  readonly component: InventoryComponent;
  /** When it is asked for, by the site server's clock. */
  readonly time: Instant;
  /** Name of the request file without extension: eight characters (`generatedName`). */
  readonly name: string;
}

/**
 * Publishes a request at the client's own site: writes `<name>.cfg` into Clidata.src, then enters it in client.lkp in
 * place of an older request for the same client and inventory. The older .cfg stays where it is, for ever (Q256905).
 * A damaged client.lkp is begun anew. The value is the path of the request file.
 */
export function publishResync(files: FileAccess, site: Site, request: ResyncPublication): Outcome<string> {
  const { guid, component, time, name } = request;
  const folder = inboxPath(site, 'clidata.src');
  const file = `${name}.cfg`;
  const written = files.writeText(`${folder}\\${file}`, printResyncRequest({ component, time }));
  if (!written.ok) return written;
  const entries = readClientLookup(files, site);
  if (!entries.ok) return entries;
  const lookup = withClientLookupEntry(entries.value, { guid, component, file, time });
  const updated = files.writeText(`${folder}\\client.lkp`, printClientLookup(lookup));
  if (!updated.ok) return updated;
  if (component === 'HW') files.delete(rawHistoryPath(site, guid));
  return { ok: true, value: `${folder}\\${file}` };
}

/** The requests in the site's own client.lkp; none where the file is missing or damaged. */
function readClientLookup(files: FileAccess, site: Site): Outcome<readonly ClientLookupEntry[]> {
  const text = files.readText(inboxPath(site, 'clidata.src', 'client.lkp'));
  if (!text.ok) return text.error === win32.fileNotFound ? { ok: true, value: [] } : text;
  const entries = parseClientLookup(text.value);
  return { ok: true, value: entries.ok ? entries.value : [] };
}
