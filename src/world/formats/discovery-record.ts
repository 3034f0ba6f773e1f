import { isoTime } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';
import { assumed } from '../provenance.ts';
import { endOfFile, parsed, syntaxError, textDocument, textLines } from './text-document.ts';
import type { FormatError, Parsed } from './text-document.ts';
import { parseDiscoveryTime, parseIsoTime, printDiscoveryTime } from './time-text.ts';

/** Types, flags and the text of values are those of the DDR interface; the layout on disk is not published. */
export const discoveryRecordProvenance = assumed(
  'A .ddr is text: architecture, agent line, one line per property <flags><name><type><length><value>, END.',
  'About DDR Properties, Configuration Manager SDK (types, flags and value texts of a later version)',
);

/** A discovery data record: what an agent found out about one resource. */
export interface DiscoveryRecord {
  /** `System` for computers. */
  readonly architecture: string;
  /** `SMS Heartbeat`, `MIF Orphan` and so on, as the console lists them. */
  readonly agent: string;
  readonly siteCode: string;
  readonly time: Instant;
  readonly properties: readonly DiscoveryProperty[];
}

/** One property; an array of values makes it an array property. Dates are instants in whole seconds. */
export interface DiscoveryProperty {
  readonly name: string;
  readonly type: DiscoveryType;
  readonly flags: readonly DiscoveryFlag[];
  /** Characters; 0 for numbers and dates. */
  readonly maxLength: number;
  readonly value: DiscoveryValue | readonly DiscoveryValue[];
}

/** The two properties by which a site finds the resource that a record is about. */
export function identifyingProperties(guid: string | null, computerName: string): readonly DiscoveryProperty[] {
  const maxLength = 64;
  return [
    { name: 'SMS Unique Identifier', type: 'string', flags: ['guid'], maxLength, value: guid },
    { name: 'NetBIOS Name', type: 'string', flags: ['key', 'name', 'first choice'], maxLength, value: computerName },
  ];
}

/** The types of the DDR interface: 8, 11 and 12. */
export type DiscoveryType = 'integer' | 'string' | 'date';

/** Text, number, instant, or nothing known (`(null)`). */
export type DiscoveryValue = string | number | null;

/** What a property is good for; the choices rank names and addresses. */
export type DiscoveryFlag = keyof typeof flagBits;

const typeNumbers = { integer: 8, string: 11, date: 12 } as const;
const arrayBit = 0x10;
const flagBits = {
  'full replace': 0x1,
  guid: 0x2,
  key: 0x8,
  name: 0x40,
  'second name': 0x80,
  'first choice': 0x10000,
  'second choice': 0x20000,
  'third choice': 0x40000,
  'fourth choice': 0x80000,
  'fifth choice': 0x100000,
} as const;
const flagNames = Object.keys(flagBits) as DiscoveryFlag[];

/** The values of a property as a list, however many it has; empty where the record lacks the property. */
export function discoveryValues(record: DiscoveryRecord, name: string): readonly DiscoveryValue[] {
  const value = record.properties.find((property) => property.name === name)?.value;
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

/** The text of a `.ddr`. */
export function printDiscoveryRecord(record: DiscoveryRecord): string {
  const agent = `AGENT<${record.agent}><${record.siteCode}><${isoTime(record.time)}>`;
  return textDocument([`<${record.architecture}>`, agent, ...record.properties.flatMap(propertyLines), 'END']);
}

/** Reads a `.ddr`; one without its END line was cut off. */
export function parseDiscoveryRecord(text: string): Parsed<DiscoveryRecord> {
  const lines = textLines(text);
  const end = lines.indexOf('END');
  const architecture = /^<([^<>]*)>$/.exec(lines[0] ?? '')?.[1];
  const agent = /^AGENT<([^<>]*)><([^<>]*)><([^<>]*)>$/.exec(lines[1] ?? '');
  const time = parseIsoTime(agent?.[3] ?? '');
  if (architecture === undefined) return wrongLine(lines, 0);
  if (agent === null || time === undefined) return wrongLine(lines, 1);
  const properties: DiscoveryProperty[] = [];
  let index = 2;
  while (index < lines.length && index !== end) {
    const read = propertyAt(lines, index);
    if (read === undefined) return wrongLine(lines, index);
    if (typeof read === 'number') return wrongLine(lines, read);
    properties.push(read.property);
    index = read.next;
  }
  if (end === -1) return endOfFile(lines.length);
  if (end < lines.length - 1) return syntaxError(end + 2, lines[end + 1] ?? '');
  return parsed({ architecture, agent: agent[1] ?? '', siteCode: agent[2] ?? '', time, properties });
}

function propertyLines(property: DiscoveryProperty): readonly string[] {
  const { value } = property;
  const named = property.flags.reduce((bits, flag) => bits | flagBits[flag], 0);
  const bits = isList(value) ? named | arrayBit : named;
  const head = `<${bits}><${property.name}><${typeNumbers[property.type]}><${property.maxLength}>`;
  if (!isList(value)) return [`${head}<${valueText(property.type, value)}>`];
  return [head, ...value.map((one) => `    <${valueText(property.type, one)}>`)];
}

const headPattern = /^<(\d+)><([^<>]*)><(\d+)><(\d+)>(?:<(.*)>)?$/;

/** The property that begins at a line; the index of a line within it that does not fit; undefined if none begins. */
function propertyAt(lines: readonly string[], index: number) {
  const match = headPattern.exec(lines[index] ?? '');
  const type = (['integer', 'string', 'date'] as const).find((one) => typeNumbers[one] === Number(match?.[3]));
  if (match === null || type === undefined) return undefined;
  const bits = Number(match[1]);
  if (((bits & arrayBit) !== 0) !== (match[5] === undefined)) return undefined;
  const common = { name: match[2] ?? '', type, maxLength: Number(match[4]) };
  const flags = flagNames.filter((flag) => (bits & flagBits[flag]) !== 0);
  if (match[5] !== undefined) {
    const value = valueOf(type, match[5]);
    return value === undefined ? undefined : { property: { ...common, flags, value }, next: index + 1 };
  }
  const values: DiscoveryValue[] = [];
  let next = index + 1;
  for (; lines[next]?.startsWith('    <') === true; next++) {
    const value = valueOf(type, /^ {4}<(.*)>$/.exec(lines[next] ?? '')?.[1] ?? '\n');
    if (value === undefined) return next;
    values.push(value);
  }
  return { property: { ...common, flags, value: values }, next };
}

function valueText(type: DiscoveryType, value: DiscoveryValue): string {
  if (value === null) return '(null)';
  return type === 'date' && typeof value === 'number' ? printDiscoveryTime(value) : String(value);
}

function valueOf(type: DiscoveryType, text: string): DiscoveryValue | undefined {
  if (text === '(null)') return null;
  if (text === '\n') return undefined;
  if (type === 'string') return text;
  if (type === 'date') return parseDiscoveryTime(text);
  return /^-?\d+$/.test(text) ? Number(text) : undefined;
}

/** A line that does not fit: where it is the last one, the file was cut off in it. */
function wrongLine(lines: readonly string[], index: number): FormatError {
  return index >= lines.length - 1 ? endOfFile(Math.max(lines.length, 1)) : syntaxError(index + 1, lines[index] ?? '');
}

function isList(value: DiscoveryProperty['value']): value is readonly DiscoveryValue[] {
  return Array.isArray(value);
}
