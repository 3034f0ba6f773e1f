import { inferred } from '../provenance.ts';
import { textDocument } from './text-document.ts';

/** Grammar and header comments come from the guides; escapes inside quotes (`\"`, `\\`, `\x0a`) are our choice. */
export const mifProvenance = inferred(
  'Resource Guide ch. 10, SMS 1.2 guide',
  'Grammar and headers are published; how a quote or line break inside a value is written is our choice.',
);

/** A management information file: one object. */
export interface Mif {
  /** `//Architecture<System>` is `{ keyword: 'Architecture', values: ['System'] }`. */
  readonly headers: readonly MifHeader[];
  readonly name: string;
  readonly groups: readonly MifGroup[];
}

/**
 * A header comment. SMS knows Architecture, UniqueID, AgentID, FullResync, ResyncAgent (value 1) and ResyncClass
 * (class, 1); every other comment is dropped when a file is read.
 */
export interface MifHeader {
  readonly keyword: (typeof mifHeaderKeywords)[number];
  readonly values: readonly string[];
}

/** The header comments that mean something to SMS 2.0. */
export const mifHeaderKeywords = [
  'Architecture',
  'UniqueID',
  'AgentID',
  'FullResync',
  'ResyncAgent',
  'ResyncClass',
] as const;

/** A group of attributes: one instance of a class. */
export interface MifGroup {
  readonly name: string;
  readonly id: number;
  readonly class: string;
  /** Numbers of the key attributes; empty for a class with one instance. */
  readonly key: readonly number[];
  /** `sms:add`, `sms:update`, `sms:delete`; works in .nhm files only. */
  readonly pragma?: string;
  readonly attributes: readonly MifAttribute[];
}

/** One attribute; strings carry their greatest length. */
export interface MifAttribute {
  readonly name: string;
  readonly id: number;
  readonly access: string;
  readonly storage: string;
  readonly type: MifType;
  readonly value: string | number;
}

/** `String(16)`, `Integer`, `Counter`, `Date` and so on: only strings have a length. */
export interface MifType {
  readonly name: string;
  readonly length?: number;
}

/** The value of a header comment, if the file has it. */
export function mifHeader(mif: Mif, keyword: MifHeader['keyword']): string | undefined {
  return mif.headers.find((header) => header.keyword === keyword)?.values[0];
}

/** The file's text, four blanks per level, lines ending with CR LF. */
export function printMif(mif: Mif): string {
  return textDocument([
    ...mif.headers.map(({ keyword, values }) => `//${keyword}${values.map((value) => `<${value}>`).join('')}`),
    'Start Component',
    `    Name = ${quoted(mif.name)}`,
    ...mif.groups.flatMap(groupLines),
    'End Component',
  ]);
}

function groupLines(group: MifGroup): readonly string[] {
  return [
    '    Start Group',
    `        Name = ${quoted(group.name)}`,
    `        ID = ${group.id}`,
    `        Class = ${quoted(group.class)}`,
    ...(group.key.length === 0 ? [] : [`        Key = ${group.key.join(',')}`]),
    ...(group.pragma === undefined ? [] : [`        Pragma = ${quoted(group.pragma)}`]),
    ...group.attributes.flatMap(attributeLines),
    '    End Group',
  ];
}

function attributeLines(attribute: MifAttribute): readonly string[] {
  const { name, length } = attribute.type;
  const value = typeof attribute.value === 'number' ? String(attribute.value) : quoted(attribute.value);
  return [
    '        Start Attribute',
    `            Name = ${quoted(attribute.name)}`,
    `            ID = ${attribute.id}`,
    `            Access = ${attribute.access}`,
    `            Storage = ${attribute.storage}`,
    `            Type = ${length === undefined ? name : `${name}(${length})`}`,
    `            Value = ${value}`,
    '        End Attribute',
  ];
}

function quoted(text: string): string {
  const safe = text.replace(/[\\"]/g, '\\$&').replace(/[\r\n\t]/g, (character) => {
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
  return `"${safe}"`;
}
