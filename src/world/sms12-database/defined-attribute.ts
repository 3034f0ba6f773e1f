import { standardDeclaration } from '../formats/sms12/attribute-declaration.ts';
import type { AttributeDeclaration } from '../formats/sms12/attribute-declaration.ts';
import { declarationOf } from '../formats/sms12/inventory-report.ts';
import type { InventoryGroup } from '../formats/sms12/inventory-report.ts';
import { documented } from '../provenance.ts';
import { inSortOrder, textType } from '../site-database/database-template.ts';
import type { SiteDatabase } from '../site-database/site-database.ts';
import { SqlError } from '../site-database/sql-engine.ts';
import { sqlFailure } from '../site-database/sql-failure.ts';
import type { SqlOutcome } from '../site-database/sql-failure.ts';
import type { SqlSession } from '../site-database/sql-session.ts';
import type { DefinedGroup } from './defined-group.ts';
import { columnOf } from './names.ts';
import type { Refusal } from './refusal.ts';
import { personalComputerKey } from './schema.ts';

/** When type, size and table of an attribute are decided. */
export const attributesProvenance = documented(
  'SMS 1.2 SDK (Overview of the Inventory Collection Process), Q199229',
  'The first report of an attribute decides its type, size and storage; longer texts are cut, all of them at 255.',
);

/** The column of an attribute, as AttributeMap has it. */
export interface DefinedAttribute {
  readonly name: string;
  readonly column: string;
  readonly type: ColumnType;
  /** Characters of a text. */
  readonly length: number;
  readonly storage: AttributeDeclaration['storage'];
}

type ColumnType = 'String' | 'Integer' | 'Date';

/** What the definition of attributes needs. */
export interface Defining {
  readonly database: SiteDatabase;
  readonly sql: SqlSession;
  /** Before SP4 an attribute whose name comes in another case counts as another one (Q185913). */
  readonly attributeNames: 'exact' | 'in any case';
}

/** The columns of a group in the order in which its attributes came. */
export function storedAttributes(sql: SqlSession, groupKey: number): readonly DefinedAttribute[] {
  const rows = sql.all(
    'select * from AttributeMap where ArchitectureKey = ? and GroupKey = ? order by rowid',
    personalComputerKey,
    groupKey,
  );
  return rows.map((row) => ({
    name: String(row['AttributeName']),
    column: String(row['ColumnName']),
    type: columnType(String(row['ColumnType'])),
    length: Number(row['ColumnLength']),
    storage: row['Storage'] === 'Common' ? 'Common' : 'Specific',
  }));
}

/** Dbcnv12: makes the column of a text wider, which reports never do (Q175764); whether there was such a column. */
export function widenAttribute(
  database: SiteDatabase,
  className: string,
  attribute: string,
  length: number,
): SqlOutcome<boolean> {
  return database.transaction((sql) => {
    // SQLite keeps longer texts in any column, so that the map alone has to know the length.
    const widened = sql.run(
      `update AttributeMap set ColumnLength = ? where ArchitectureKey = ? and AttributeName = ? and ColumnLength < ?
        and GroupKey in (select GroupKey from GroupMap where ArchitectureKey = ? and GroupClass = ?)`,
      length,
      personalComputerKey,
      attribute,
      length,
      personalComputerKey,
      className,
    );
    return widened > 0;
  });
}

/** The attribute of a name among those of a group. */
export function attributeNamed(
  attributes: readonly DefinedAttribute[],
  name: string,
  names: Defining['attributeNames'],
): DefinedAttribute | undefined {
  const exact = attributes.find((one) => one.name === name);
  if (exact !== undefined || names === 'exact') return exact;
  return attributes.find((one) => one.name.toUpperCase() === name.toUpperCase());
}

/** The columns of a group, with one for every attribute of a reported row. */
export function attributesDefinedFor(
  defining: Defining,
  group: DefinedGroup,
  reported: InventoryGroup,
  present: readonly DefinedAttribute[],
): readonly DefinedAttribute[] | Refusal {
  const attributes = [...present];
  for (const name of Object.keys(reported.attributes)) {
    const declared = declaration(reported, name);
    if (declared === undefined) continue;
    const known = attributeNamed(attributes, name, defining.attributeNames);
    if (known !== undefined) {
      if (known.type !== columnType(declared.type)) {
        return { verdict: 'type conflict', class: group.class, attribute: name };
      }
      continue;
    }
    const added = addAttribute(defining, group, name, declared, attributes);
    if ('verdict' in added) return added;
    attributes.push(added);
  }
  return attributes;
}

/** How an attribute is declared; of one without a value that nothing declares, nobody knows. */
function declaration(group: InventoryGroup, name: string): AttributeDeclaration | undefined {
  const isKnown = group.declarations?.[name] !== undefined || (group.attributes[name] ?? null) !== null;
  return isKnown ? declarationOf(group, name) : standardDeclaration(group.class, name);
}

function addAttribute(
  defining: Defining,
  group: DefinedGroup,
  name: string,
  declared: AttributeDeclaration,
  others: readonly DefinedAttribute[],
): DefinedAttribute | Refusal {
  const mapped = others.some((one) => one.name.toUpperCase() === name.toUpperCase());
  if (mapped) return { verdict: 'already in AttributeMap', class: group.class, attribute: name };
  const storage = group.common === null ? 'Specific' : declared.storage;
  const table = storage === 'Common' ? (group.common ?? group.specific) : group.specific;
  const type = columnType(declared.type);
  const length = type === 'String' ? Math.min(declared.length ?? longestText, longestText) : 0;
  const attribute = { name, column: freeColumn(name, others), type, length, storage } as const;
  const message = refusedColumn(defining, table, attribute);
  if (message !== undefined) {
    return { verdict: 'column not added', class: group.class, attribute: name, table, message };
  }
  defining.sql.run(
    `insert into AttributeMap (ArchitectureKey, GroupKey, AttributeName, ColumnName, ColumnType, ColumnLength, Storage)
      values (?, ?, ?, ?, ?, ?, ?)`,
    personalComputerKey,
    group.groupKey,
    name,
    attribute.column,
    type,
    length,
    storage,
  );
  return attribute;
}

const longestText = 255;

/** SQL Server's complaint about a new column, if it has one; a full log stops everything and passes. */
function refusedColumn({ database, sql }: Defining, table: string, attribute: DefinedAttribute): string | undefined {
  const column = inSortOrder(`${attribute.column} ${sqlType(attribute)}`, database.sortOrder);
  try {
    sql.define(`alter table ${table} add column ${column}`);
    return undefined;
  } catch (error) {
    if (!(error instanceof SqlError) || error.number !== undefined) throw error;
    return sqlFailure(error).message;
  }
}

function sqlType({ type, length }: DefinedAttribute): string {
  if (type === 'String') return textType(length);
  return type === 'Integer' ? 'int' : 'datetime';
}

function freeColumn(name: string, others: readonly DefinedAttribute[]): string {
  const column = columnOf(name);
  const taken = others.some((one) => one.column.toUpperCase() === column.toUpperCase());
  return taken ? `${column}_${others.length}` : column;
}

function columnType(type: string): ColumnType {
  if (type === 'Counter') return 'Integer';
  return type === 'Integer' || type === 'Date' ? type : 'String';
}
