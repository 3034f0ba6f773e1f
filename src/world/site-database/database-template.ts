import type { SqlConnection, SqlEngine } from './sql-engine.ts';

/** How the server compares texts. */
export type SortOrder = 'case-insensitive' | 'case-sensitive';

/** What a new site database holds: the tables, views and rows that the setup of one product makes. */
export interface DatabaseSchema {
  /** Statements in the order in which they run, written for the case-insensitive sort order. */
  readonly definitions: readonly string[];
}

/** The image of a new database; made once for an engine, a schema and a sort order. */
export function createTemplate(engine: SqlEngine, schema: DatabaseSchema, order: SortOrder): Uint8Array {
  const ofEngine = remembered(templates, engine, () => new WeakMap<DatabaseSchema, Map<SortOrder, Uint8Array>>());
  const ofSchema = remembered(ofEngine, schema, () => new Map<SortOrder, Uint8Array>());
  return remembered(ofSchema, order, () => newTemplate(engine, schema, order));
}

/** The sort order a database was made with; the image carries it. */
export function sortOrderOf(connection: SqlConnection): SortOrder {
  return connection.all('PRAGMA user_version')[0]?.['user_version'] === 1 ? 'case-sensitive' : 'case-insensitive';
}

/** The type of a column for text: its length, and how it compares. */
export function textType(length: number): string {
  return `varchar(${length}) collate nocase`;
}

/** A definition as another sort order has it; identifiers of clients compare without case in both. */
export function inSortOrder(definition: string, order: SortOrder): string {
  const plain = definition.replaceAll(/(varchar\(\d+\)|rtrim\(\w+\)) collate (?:nocase|binary)/g, '$1 collate nocase');
  return order === 'case-insensitive'
    ? plain
    : plain.replaceAll(/(varchar\(\d+\)|rtrim\(\w+\)) collate nocase/g, '$1 collate binary');
}

const templates = new WeakMap<SqlEngine, WeakMap<DatabaseSchema, Map<SortOrder, Uint8Array>>>();

interface Memory<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

function remembered<K, V>(memory: Memory<K, V>, key: K, make: () => V): V {
  const value = memory.get(key) ?? make();
  memory.set(key, value);
  return value;
}

function newTemplate(engine: SqlEngine, schema: DatabaseSchema, order: SortOrder): Uint8Array {
  const connection = engine.open();
  connection.script(inSortOrder(schema.definitions.join(';\n'), order));
  connection.script(`PRAGMA user_version = ${order === 'case-sensitive' ? 1 : 0}`);
  const image = connection.export();
  connection.close();
  return image;
}
