import { escapedField, unescapedField } from '../text-document.ts';
import { groupPragmas } from './inventory-report.ts';
import type { InventoryGroup, InventoryValue } from './inventory-report.ts';
import type { AttributeDeclaration, AttributeType } from './attribute-declaration.ts';

/**
 * The lines of a group in the binary files of SMS: `G`, class, name, pragma and keys, then a line for each attribute
 * with its name, its value (`#1`, `=text` or nothing) and its own declaration. No line break stands inside a field.
 */
export function groupLines(group: InventoryGroup): readonly string[] {
  const head = ['G', group.class, group.name, group.pragma ?? '', ...group.keys];
  return [
    head.map(escapedField).join('\t'),
    ...Object.entries(group.attributes).map(([name, value]) => {
      const own = group.declarations?.[name];
      return ['A', name, valueText(value), ...(own === undefined ? [] : declarationFields(own))]
        .map(escapedField)
        .join('\t');
    }),
  ];
}

/** Groups read from lines, and the index of the first line that is of something else. */
export interface ReadGroups {
  readonly groups: readonly InventoryGroup[];
  readonly next: number;
}

/** Reads groups from a line on; stops at the first line that is neither a group nor an attribute of one. */
export function readGroups(lines: readonly string[], start: number): ReadGroups {
  const groups: InventoryGroup[] = [];
  let next = start;
  while (lines[next]?.startsWith('G\t') === true) {
    const end = attributesEnd(lines, next + 1);
    const group = groupOf(lines.slice(next, end));
    if (group === undefined) break;
    groups.push(group);
    next = end;
  }
  return { groups, next };
}

function attributesEnd(lines: readonly string[], start: number): number {
  let end = start;
  while (lines[end]?.startsWith('A\t') === true) end++;
  return end;
}

function groupOf([head = '', ...rows]: readonly string[]): InventoryGroup | undefined {
  const [, className, name, pragmaText, ...keys] = fields(head);
  if (className === undefined || name === undefined || pragmaText === undefined) return undefined;
  const pragma = groupPragmas.find((one) => one === pragmaText);
  if (pragma === undefined && pragmaText !== '') return undefined;
  const attributes: Record<string, InventoryValue> = {};
  const declarations: Record<string, AttributeDeclaration> = {};
  for (const row of rows) {
    const [, attribute = '', text = '', ...declared] = fields(row);
    const value = valueOf(text);
    const declaration = declared.length === 0 ? undefined : declarationOf(declared);
    if (value === undefined || (declared.length > 0 && declaration === undefined)) return undefined;
    attributes[attribute] = value;
    if (declaration !== undefined) declarations[attribute] = declaration;
  }
  return {
    class: className,
    name,
    keys,
    attributes,
    ...(Object.keys(declarations).length === 0 ? {} : { declarations }),
    ...(pragma === undefined ? {} : { pragma }),
  };
}

function fields(line: string): readonly string[] {
  return line.includes('\\') ? line.split('\t').map(unescapedField) : line.split('\t');
}

function valueText(value: InventoryValue): string {
  if (value === null) return '';
  return typeof value === 'number' ? `#${value}` : `=${value}`;
}

function valueOf(text: string): InventoryValue | undefined {
  if (text === '') return null;
  if (text.startsWith('=')) return text.slice(1);
  return /^#-?\d+$/.test(text) ? Number(text.slice(1)) : undefined;
}

function declarationFields({ type, length, storage }: AttributeDeclaration): readonly string[] {
  return [type, length === undefined ? '' : String(length), storage];
}

const types: readonly AttributeType[] = ['String', 'Integer', 'Counter', 'Date'];

function declarationOf([typeText, lengthText, storageText]: readonly string[]): AttributeDeclaration | undefined {
  const type = types.find((one) => one === typeText);
  const storage = (['Common', 'Specific'] as const).find((one) => one === storageText);
  if (type === undefined || storage === undefined || !/^\d*$/.test(lengthText ?? '-')) return undefined;
  return { type, ...(lengthText === '' ? {} : { length: Number(lengthText) }), storage };
}
