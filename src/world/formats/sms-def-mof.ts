import { inferred } from '../provenance.ts';
import { textDocument } from './text-document.ts';

/** Qualifiers are published; only the part of MOF that reporting classes need is read. */
export const smsDefMofProvenance = inferred(
  'Resource Guide ch. 10, Q202940, Q199318',
  'Pragmas, reporting classes with their qualifiers and properties; instances and methods are not read.',
);

/** `SMS_def.mof`: which classes and properties the Hardware Inventory Agent reports. */
export interface SmsDefMof {
  /** Lines `#pragma ...` above the classes, without line ends. */
  readonly pragmas: readonly string[];
  readonly classes: readonly MofClass[];
}

/** A reporting class. */
export interface MofClass {
  /** `Win32_BIOS`. */
  readonly name: string;
  /** The class it derives from, `SMS_Class_Template` for reporting classes. */
  readonly base?: string;
  /** SMS_Report: only classes that carry TRUE are asked for. */
  readonly report: boolean;
  /** SMS_Group_Name, the name in Resource Explorer; the class name where the file has none. */
  readonly groupName: string;
  /** SMS_Class_ID, `MICROSOFT|PC_BIOS|1.0`; classes without it are not inventoried. */
  readonly classId?: string;
  readonly properties: readonly MofProperty[];
}

/** A property of a reporting class. */
export interface MofProperty {
  readonly name: string;
  /** `string`, `uint32`, `boolean`, `datetime` and the other CIM types. */
  readonly type: string;
  readonly array: boolean;
  readonly key: boolean;
  /** SMS_Report. */
  readonly report: boolean;
}

/** The file's text, lines ending with CR LF. */
export function printSmsDefMof(mof: SmsDefMof): string {
  return textDocument([...mof.pragmas, ...mof.classes.flatMap(classLines)]);
}

/** The classes the agent asks for, each with only the properties it reports. */
export function reportedClasses(mof: SmsDefMof): readonly MofClass[] {
  const known = reported.get(mof);
  if (known !== undefined) return known;
  const classes = mof.classes.flatMap((one) => {
    const properties = one.properties.filter(({ report }) => report);
    return one.report && one.classId !== undefined && properties.length > 0 ? [{ ...one, properties }] : [];
  });
  reported.set(mof, classes);
  return classes;
}

/** The same classes for the same definition, so that what was made of a class can be found again. */
const reported = new WeakMap<SmsDefMof, readonly MofClass[]>();

/** The file with a class switched on or off; undefined where it has no such class. Names compare without case. */
export function withClassReported(mof: SmsDefMof, className: string, report: boolean): SmsDefMof | undefined {
  const index = classIndex(mof, className);
  const found = mof.classes[index];
  return found && { ...mof, classes: mof.classes.with(index, { ...found, report }) };
}

/** The file with a property switched on or off; undefined where it has no such class or property. */
export function withPropertyReported(
  mof: SmsDefMof,
  className: string,
  propertyName: string,
  report: boolean,
): SmsDefMof | undefined {
  const index = classIndex(mof, className);
  const found = mof.classes[index];
  const at = found?.properties.findIndex(({ name }) => name.toLowerCase() === propertyName.toLowerCase()) ?? -1;
  const property = found?.properties[at];
  if (found === undefined || property === undefined) return undefined;
  const properties = found.properties.with(at, { ...property, report });
  return { ...mof, classes: mof.classes.with(index, { ...found, properties }) };
}

function classIndex(mof: SmsDefMof, className: string): number {
  return mof.classes.findIndex(({ name }) => name.toLowerCase() === className.toLowerCase());
}

function classLines(one: MofClass): readonly string[] {
  const qualifiers = [
    `SMS_Report(${flag(one.report)})`,
    `SMS_Group_Name(${quoted(one.groupName)})`,
    ...(one.classId === undefined ? [] : [`SMS_Class_ID(${quoted(one.classId)})`]),
  ];
  return [
    '',
    `[${qualifiers.join(', ')}]`,
    `class ${one.name}${one.base === undefined ? '' : ` : ${one.base}`}`,
    '{',
    ...one.properties.map(propertyLine),
    '};',
  ];
}

function propertyLine(property: MofProperty): string {
  const qualifiers = [`SMS_Report(${flag(property.report)})`, ...(property.key ? ['key'] : [])];
  return `    [${qualifiers.join(', ')}] ${property.type} ${property.name}${property.array ? '[]' : ''};`;
}

function flag(value: boolean): string {
  return value ? 'TRUE' : 'FALSE';
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
