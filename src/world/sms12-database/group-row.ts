import { isoTime } from '../../kernel/index.ts';
import type { InventoryGroup } from '../formats/sms12/inventory-report.ts';
import { parseMifDate } from '../formats/sms12/mif-date.ts';
import { documented, inferred } from '../provenance.ts';
import type { SqlValue } from '../site-database/sql-engine.ts';
import { attributeNamed } from './defined-attribute.ts';
import type { DefinedAttribute, Defining } from './defined-attribute.ts';

/** What SQL Server 6.5 says of a row that is too long. */
export const rowLimitProvenance = documented('Q226891', 'A row has at most 1,962 bytes.');

/** SQL Server’s own bytes of a row are left out: the article counts data. */
export const rowSizeProvenance = inferred('Q226891', 'A number counts 4 bytes, a date 8, a text its characters.');

/** An attribute that a group does not tell has no value from then on. */
export const omittedProvenance = documented('Resource Guide for SMS 1.2 (custom architectures)', 'Omitted: NULL.');

/** The greatest number of bytes of a row. */
export const longestRow = 1962;

/** SQL Server's complaint about a longer one. */
export const rowTooLong =
  `Updated or inserted row is bigger than maximum size (${longestRow} bytes) ` + 'allowed for this table.';

/** The values of a row by column, every column of the group among them. */
export type RowValues = ReadonlyMap<string, SqlValue>;

/** What a reported row has in the columns of its group: texts cut to size, dates as the database writes them. */
export function reportedValues(
  group: InventoryGroup,
  attributes: readonly DefinedAttribute[],
  names: Defining['attributeNames'],
): RowValues {
  const values = new Map<string, SqlValue>(attributes.map(({ column }) => [column, null]));
  for (const [name, value] of Object.entries(group.attributes)) {
    const attribute = attributeNamed(attributes, name, names);
    if (attribute !== undefined) values.set(attribute.column, storedValue(attribute, value));
  }
  return values;
}

/** A value as a column of the database holds it. */
export function storedValue({ type, length }: DefinedAttribute, value: string | number | null): SqlValue {
  if (value === null || value === '') return null;
  if (type === 'Integer') return Number(value);
  if (type === 'String') return String(value).slice(0, length);
  const time = parseMifDate(String(value));
  return time === undefined ? String(value) : isoTime(time);
}

/** The columns of one of the group's tables. */
export function columnsOf(
  attributes: readonly DefinedAttribute[],
  storage: DefinedAttribute['storage'],
): readonly string[] {
  return attributes.filter((one) => one.storage === storage).map(({ column }) => column);
}

/** The bytes of a row with its data key. */
export function rowSize(
  columns: readonly string[],
  values: RowValues,
  attributes: readonly DefinedAttribute[],
): number {
  const dates = new Set(attributes.filter(({ type }) => type === 'Date').map(({ column }) => column));
  return columns.reduce((bytes, column) => bytes + sizeOf(values.get(column) ?? null, dates.has(column)), 4);
}

function sizeOf(value: SqlValue, isDate: boolean): number {
  if (value === null) return 0;
  if (typeof value === 'number') return 4;
  return isDate ? 8 : value.length;
}

/** Whether two rows have the same values in these columns; `5` may have come back as `'5'`. */
export function sameRow(columns: readonly string[], a: RowValues, b: RowValues): boolean {
  return columns.every((column) => {
    const [one, other] = [a.get(column) ?? null, b.get(column) ?? null];
    return one === other || (one !== null && other !== null && String(one) === String(other));
  });
}
