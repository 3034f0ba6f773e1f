import { assumed } from '../provenance.ts';
import { defaultMofTable } from './default-sms-def-mof-table.ts';
import type { MofClass, MofProperty, SmsDefMof } from './sms-def-mof.ts';

/** Q202940 tells the totals and kinds of data; which properties they are, and which are switched on, is our choice. */
export const defaultSmsDefMofProvenance = assumed(
  'Which Win32 classes and properties exist, and the 200 of 884 that are reported, are our choice within its totals.',
  'Q202940, Q225507, Q298686, Q262242',
);

const base = 'SMS_Class_Template';
const typeOfSign: Readonly<Record<string, string>> = { '#': 'uint32', '?': 'boolean', '@': 'datetime', '': 'string' };

/** The `SMS_def.mof` that SMS 2.0 installs. */
export const defaultSmsDefMof: SmsDefMof = {
  pragmas: ['#pragma namespace("\\\\\\\\.\\\\root\\\\CIMv2\\\\sms")'],
  classes: [{ name: base, report: false, groupName: base, properties: [] }, ...defaultMofTable.map(mofClass)],
};

function mofClass(row: string): MofClass {
  const [, name = '', groupName = '', words = ''] = /^(\w+) = ([^:]+): ([^]+)$/.exec(row) ?? [];
  const properties = words.split(/\s+/).map(mofProperty);
  return {
    name,
    base,
    report: properties.some(({ report }) => report),
    groupName,
    classId: `MICROSOFT|${groupName.toUpperCase().replaceAll(' ', '_')}|1.0`,
    properties,
  };
}

/** `*Name!` in the table's spelling: see there. */
function mofProperty(word: string): MofProperty {
  const match = /^(\*?)(\w+)([#?@]?)(\+?)(!?)$/.exec(word);
  if (match === null) throw new Error(`The table of SMS_def.mof has a property that cannot be read: ${word}`);
  const [, star, name = '', sign = '', plus, mark] = match;
  return { name, type: typeOfSign[sign] ?? 'string', array: plus !== '', key: mark !== '', report: star !== '' };
}
