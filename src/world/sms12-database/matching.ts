import type { InventoryGroup } from '../formats/sms12/inventory-report.ts';
import { assumed, documented } from '../provenance.ts';
import type { SiteDatabase } from '../site-database/site-database.ts';
import type { SqlValue } from '../site-database/sql-engine.ts';
import type { SqlOutcome } from '../site-database/sql-failure.ts';
import type { SqlSession } from '../site-database/sql-session.ts';
import { attributeNamed, storedAttributes } from './defined-attribute.ts';
import type { DefinedAttribute } from './defined-attribute.ts';
import { storedValue } from './group-row.ts';
import { identificationKey, personalComputerKey } from './schema.ts';

/** How the computer of a report is found. */
export const matchingProvenance12 = documented(
  'Q138021',
  'All keys first, then the SMSID alone, then any key for events.',
);

/** A Macintosh may have no name and no NetCardID; nobody tells whether nothing equals nothing. */
export const emptyKeysProvenance = assumed(
  'A key without a value equals a stored key without one while all keys are compared, and nothing while any is.',
  'Q129125, Q138021, Q156403',
);

/** The Identification group of a computer in the database. */
export interface StoredIdentification {
  readonly machineId: number;
  /** By attribute name. */
  readonly attributes: Readonly<Record<string, SqlValue>>;
}

/** Whose report it is. */
export type Match =
  /** `all keys`: no further search was made. `SMSID`: other keys differ, and the record will change. */
  | {
      readonly found: 'one';
      readonly by: 'all keys' | 'SMSID';
      readonly machine: StoredIdentification;
      readonly overlapping: readonly StoredIdentification[];
    }
  /** All of them are to be deleted, and the computer is to report anew. */
  | { readonly found: 'several'; readonly by: 'all keys' | 'SMSID'; readonly machines: readonly StoredIdentification[] }
  /** A new computer. */
  | { readonly found: 'none'; readonly overlapping: readonly StoredIdentification[] };

/** Finds the computer of an Identification group, in the three steps of the article. */
export function findMatches(database: SiteDatabase, identification: InventoryGroup): SqlOutcome<Match> {
  return database.read((sql) => {
    const search = new Search(sql, identification);
    const exact = search.withAllKeys();
    if (exact.length > 1) return { found: 'several', by: 'all keys', machines: exact };
    const [only] = exact;
    if (only !== undefined) return { found: 'one', by: 'all keys', machine: only, overlapping: [] };
    if (!search.hasSmsid) return { found: 'none', overlapping: [] };
    const [machine, ...more] = search.withSmsid();
    if (machine !== undefined && more.length > 0) {
      return { found: 'several', by: 'SMSID', machines: [machine, ...more] };
    }
    const overlapping = search.withAnyKey().filter(({ machineId }) => machineId !== machine?.machineId);
    return machine === undefined ? { found: 'none', overlapping } : { found: 'one', by: 'SMSID', machine, overlapping };
  });
}

/** The computers with an SMSID, for a delete-MIF; without regard to their other keys. */
export function machinesWithSmsid(database: SiteDatabase, smsid: string): SqlOutcome<readonly StoredIdentification[]> {
  return database.read((sql) => identified(sql, 'SMSID0 = ?', [smsid], storedAttributes(sql, identificationKey)));
}

/** All computers by key, as the Sites window lists them. */
export function machines(database: SiteDatabase): SqlOutcome<readonly StoredIdentification[]> {
  return database.read(machinesIdentified);
}

/** All computers by key. */
export function machinesIdentified(sql: SqlSession): readonly StoredIdentification[] {
  return identified(sql, '1 = 1', [], storedAttributes(sql, identificationKey));
}

type Condition = readonly [column: string | undefined, value: SqlValue];

/** The searches for one Identification group. */
class Search {
  readonly hasSmsid: boolean;
  readonly #sql: SqlSession;
  readonly #attributes: readonly DefinedAttribute[];
  readonly #conditions: ReadonlyMap<string, Condition>;

  constructor(sql: SqlSession, { keys, attributes }: InventoryGroup) {
    this.#sql = sql;
    this.#attributes = storedAttributes(sql, identificationKey);
    const compared = keys.length > 0 ? keys : Object.keys(attributes);
    this.#conditions = new Map(compared.map((name) => [name, this.#condition(name, attributes[name] ?? null)]));
    this.hasSmsid = this.#conditions.has('SMSID');
  }

  withAllKeys(): readonly StoredIdentification[] {
    const conditions = [...this.#conditions.values()];
    // What no computer ever had, no computer has.
    if (conditions.some(([column, value]) => column === undefined && value !== null)) return [];
    return this.#found(conditions, 'is', 'and');
  }

  withSmsid(): readonly StoredIdentification[] {
    return this.#found([this.#conditions.get('SMSID') ?? [undefined, null]], '=', 'and');
  }

  withAnyKey(): readonly StoredIdentification[] {
    return this.#found([...this.#conditions.values()], '=', 'or');
  }

  #condition(name: string, value: string | number | null): Condition {
    const attribute = attributeNamed(this.#attributes, name, 'in any case');
    return attribute === undefined ? [undefined, value] : [attribute.column, storedValue(attribute, value)];
  }

  #found(
    conditions: readonly Condition[],
    operator: '=' | 'is',
    joined: 'and' | 'or',
  ): readonly StoredIdentification[] {
    const usable = conditions.filter(([column]) => column !== undefined);
    if (usable.length === 0) return [];
    const condition = usable.map(([column]) => `${column} ${operator} ?`).join(` ${joined} `);
    return identified(
      this.#sql,
      `(${condition})`,
      usable.map(([, value]) => value),
      this.#attributes,
    );
  }
}

function identified(
  sql: SqlSession,
  condition: string,
  parameters: readonly SqlValue[],
  attributes: readonly DefinedAttribute[],
): readonly StoredIdentification[] {
  const columns = attributes.map(({ column }) => column).join(', ');
  const rows = sql.all(
    `select dwMachineID, ${columns} from MachineDataTable
      join Identification_SPEC on Identification_SPEC.datakey = SpecificKey
      left join Identification_COMM on Identification_COMM.datakey = CommonKey
      where ArchitectureKey = ? and GroupKey = ? and ${condition} order by dwMachineID, InstanceKey`,
    personalComputerKey,
    identificationKey,
    ...parameters,
  );
  const machines = rows.map((row) => ({
    machineId: Number(row['dwMachineID']),
    attributes: Object.fromEntries(attributes.map(({ name, column }) => [name, row[column] ?? null])),
  }));
  return machines.filter(({ machineId }, index) => machines[index - 1]?.machineId !== machineId);
}
