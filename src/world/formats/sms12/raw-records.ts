import { assumed, documented, inferred } from '../../provenance.ts';
import { groupClass, groupClasses } from './attribute-declaration.ts';
import type { GroupClass } from './attribute-declaration.ts';
import { sameClass } from './inventory-report.ts';
import type { InventoryGroup } from './inventory-report.ts';

/** That every type of record has its length, and those of NT CPU. */
export const rawRecordProvenance = documented('Q149030, Q169038');

/** Q169038 says that Service Pack 4 makes the record longer, not by how much. */
export const servicePack4LengthProvenance = assumed('The NT CPU record of Service Pack 4 has 64 bytes.', 'Q169038');

/** Q169038 calls the record of a processor under Windows NT `NT CPU`; the others have the name of their group. */
export const rawLengthProvenance = assumed(
  'Lengths of the other records are the sum of their attributes: strings their length, numbers 4, dates 26 bytes.',
  'Q169038',
);

/** A field takes its length even where it is not filled; a title that is too long makes the record longer. */
export const packageTitleProvenance = inferred(
  'Q149030, Q164890',
  'A package record is as much too long as its title is longer than the field of 40 characters (128 from SP2 on).',
);

/** The record of a processor under Windows NT, the one whose length the service packs change. */
export const ntCpuRecord = 'NT CPU';

/** Its lengths: until Service Pack 1, with Service Packs 2 and 3, with Service Pack 4. */
export const ntCpuRecordLengths = { released: 44, servicePack2: 54, servicePack4: 64 } as const;

/** Characters of a package's title: until Service Pack 1, and from Service Pack 2 on. */
export const packageTitleLengths = { released: 40, servicePack2: 128 } as const;

const processorClass = 'MICROSOFT|PROCESSOR|1.0';
const packageClass = 'MICROSOFT|SOFTWARE|1.0';

/** The type of the record in which an agent tells a group; the agents of Windows NT tell processors as `NT CPU`. */
export function rawRecordType(className: string, isNt: boolean): string {
  if (isNt && sameClass(className, processorClass)) return ntCpuRecord;
  return groupClass(className)?.name ?? className;
}

/** The length of each type of record for builds of the service packs. */
export function rawRecordLengths(
  ntCpu: number = ntCpuRecordLengths.released,
  packageTitle: number = packageTitleLengths.released,
): Readonly<Record<string, number>> {
  const lengths = groupClasses.map((one) => [one.name, classLength(one, packageTitle)] as const);
  return { ...Object.fromEntries(lengths), [ntCpuRecord]: ntCpu };
}

/** The length that an agent gives to the record of a group: that of its type, more where a title is too long. */
export function rawRecordLength(
  group: InventoryGroup,
  type: string,
  lengths: Readonly<Record<string, number>>,
  packageTitle: number,
): number {
  const title = sameClass(group.class, packageClass) ? String(group.attributes['Software Name'] ?? '') : '';
  return (lengths[type] ?? 0) + Math.max(0, title.length - packageTitle);
}

function classLength(one: GroupClass, packageTitle: number): number {
  return one.attributes.reduce((sum, { name, type, length }) => {
    if (one.class === packageClass && name === 'Software Name') return sum + packageTitle;
    return sum + (type === 'Date' ? 26 : (length ?? 4));
  }, 0);
}
