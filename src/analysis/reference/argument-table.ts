import type { PartSchema } from '../../scenario/index.ts';
import { code, table, valueWords } from './markdown.ts';

/** The part of JSON Schema that zod writes for scenario files. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly default?: unknown;
  readonly description?: string;
  readonly 'x-text'?: string;
}

/** The keys of a mapping as a table; keys of mappings within it follow theirs, `ddr.client`, `computers[].name`. */
export function argumentTable(schema: PartSchema): string {
  const { 'x-text': _named, ...spelledOut } = schema as Schema;
  const rows = rowsOf(spelledOut, '');
  return table(['key', 'needed', 'value', 'meaning'], rows);
}

/** Whether a verb takes something else than a mapping, and what: `text`, `computer or list of computer`. */
export function plainValue(schema: PartSchema): string {
  const plain = alternatives(schema as Schema).filter((one) => one.properties === undefined);
  return [...new Set(plain.map(typeWords))].join(', or ');
}

/** What a plain value means, where the schema says so. */
export function plainMeaning(schema: PartSchema): string {
  const plain = alternatives(schema as Schema).find((one) => one.properties === undefined);
  return plain?.description ?? (schema as Schema).description ?? '';
}

function rowsOf(schema: Schema, prefix: string): readonly (readonly string[])[] {
  const mappings = alternatives(schema).filter((one) => one.properties !== undefined);
  const keys = [...new Set(mappings.flatMap((one) => Object.keys(one.properties ?? {})))];
  return keys.flatMap((key) => {
    const holders = mappings.filter((one) => one.properties?.[key] !== undefined);
    const own = holders[0]?.properties?.[key] ?? {};
    const needed = mappings.every((one) => one.required?.includes(key) === true);
    const types = [...new Set(holders.map((one) => typeWords(one.properties?.[key] ?? {})))].join(', or ');
    return [[code(prefix + key), needed ? 'yes' : '', types, meaningOf(own)], ...below(own, prefix + key)];
  });
}

/** What has a page of its own is not spelled out again. */
function plainOf({ properties: _properties, anyOf: _anyOf, oneOf: _oneOf, ...rest }: Schema): Schema {
  return rest;
}

function below(schema: Schema, name: string): readonly (readonly string[])[] {
  return alternatives(schema).flatMap((one) => {
    if (one.items !== undefined) return rowsOf(one.items, `${name}[].`);
    if (one.properties !== undefined) return rowsOf(one, `${name}.`);
    return typeof one.additionalProperties === 'object' ? rowsOf(one.additionalProperties, `${name}.NAME.`) : [];
  });
}

function meaningOf(schema: Schema): string {
  const described = alternatives(schema).flatMap((one) => one.description ?? []);
  const meaning = schema.description ?? [...new Set(described)].join('; ');
  if (schema.default === undefined) return meaning;
  const standard = `default ${valueWords(schema.default)}`;
  return meaning === '' ? standard : `${meaning}; ${standard}`;
}

function alternatives(schema: Schema): readonly Schema[] {
  if (schema['x-text'] !== undefined) return [plainOf(schema)];
  const several = schema.anyOf ?? schema.oneOf;
  return several === undefined ? [schema] : several.flatMap(alternatives);
}

function typeWords(schema: Schema): string {
  if (schema['x-text'] !== undefined) return schema['x-text'];
  const several = schema.anyOf ?? schema.oneOf;
  if (several !== undefined) return [...new Set(several.map(typeWords))].join(', or ');
  if (schema.enum !== undefined) return schema.enum.map((value) => code(String(value))).join(', ');
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.prefixItems !== undefined) return `list of ${schema.prefixItems.map(typeWords).join(' and ')}`;
  if (schema.items !== undefined) return `list of ${typeWords(schema.items)}`;
  if (schema.properties !== undefined) return 'mapping';
  if (typeof schema.additionalProperties === 'object') return `mapping of ${typeWords(schema.additionalProperties)}`;
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  return types.length === 0 ? 'any value' : types.map((type) => plainTypes[type] ?? type).join(', or ');
}

const plainTypes: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  null: 'nothing',
  array: 'list',
  object: 'mapping',
};
