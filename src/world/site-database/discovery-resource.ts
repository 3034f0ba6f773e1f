import type { DiscoveryRecord } from '../formats/discovery-record.ts';
import { discoveryValues } from '../formats/discovery-record.ts';
import { documented } from '../provenance.ts';
import type { SiteDatabase } from './site-database.ts';
import type { SqlRow } from './sql-engine.ts';
import type { SqlOutcome } from './sql-failure.ts';
import type { SqlSession } from './sql-session.ts';

/** What the later documentation of discovery says about SMS before 2003 SP1. */
export const matchingProvenance = documented(
  'SMS 2.0 toolkit DDR interface',
  'The GUID decides; a new GUID with the same key properties changes the existing record.',
);

/** A computer as discovery knows it. */
export interface Resource {
  /** ItemKey of System_DISC, MachineID of inventory tables, ClientId of software tables. */
  readonly resourceId: number;
  readonly guid: string | undefined;
  /** Name0, as the console lists it. */
  readonly name: string;
  /** Whether the last record that said so found an SMS client. */
  readonly client: boolean;
}

/** Looks a computer up by GUID (always without case) or by NetBIOS name; the oldest of several with one name. */
export function findResource(
  database: SiteDatabase,
  by: { readonly guid: string } | { readonly name: string },
): SqlOutcome<Resource | undefined> {
  return database.read((sql) => {
    const row = 'guid' in by ? sql.one(byGuid, by.guid) : sql.one(byName, by.name);
    return row === undefined ? undefined : resourceOf(row);
  });
}

/** All computers, by resource id. */
export function resources(database: SiteDatabase): SqlOutcome<readonly Resource[]> {
  return database.read((sql) => sql.all(`select ${columns} from System_DISC order by ItemKey`).map(resourceOf));
}

/** The stored computer that a record is about, or undefined for one never seen. */
export function matchingResource(sql: SqlSession, record: DiscoveryRecord): Resource | undefined {
  const guid = discoveryValues(record, 'SMS Unique Identifier')[0];
  const sameGuid = typeof guid === 'string' ? sql.one(byGuid, guid) : undefined;
  if (sameGuid !== undefined) return resourceOf(sameGuid);
  const name = discoveryValues(record, 'NetBIOS Name')[0];
  if (typeof name !== 'string') return undefined;
  const addresses = new Set(discoveryValues(record, 'MAC Addresses').map((address) => String(address).toUpperCase()));
  return sql
    .all(allByName, name)
    .map(resourceOf)
    .find(({ resourceId }) => sameAdapters(sql, resourceId, addresses));
}

/** Whether adapters are in common; a side that does not know any contradicts nothing. */
function sameAdapters(sql: SqlSession, resourceId: number, addresses: ReadonlySet<string>): boolean {
  if (addresses.size === 0) return true;
  const stored = sql.all(storedAdapters, resourceId).map((row) => String(row['MAC_Addresses0']).toUpperCase());
  return stored.length === 0 || stored.some((address) => addresses.has(address));
}

const columns = 'ItemKey, SMS_Unique_Identifier0, Name0, Client0';
const byGuid = `select ${columns} from System_DISC where SMS_Unique_Identifier0 = ?`;
const allByName = `select ${columns} from System_DISC where NetBIOS_Name0 = ? order by ItemKey`;
const byName = `${allByName} limit 1`;
const storedAdapters = 'select MAC_Addresses0 from System_MAC_Addres_ARR where ItemKey = ? order by Position';

function resourceOf(row: SqlRow): Resource {
  const guid = row['SMS_Unique_Identifier0'];
  return {
    resourceId: Number(row['ItemKey']),
    guid: typeof guid === 'string' ? guid : undefined,
    name: String(row['Name0'] ?? ''),
    client: row['Client0'] === 1,
  };
}
