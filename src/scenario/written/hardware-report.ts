import { z } from 'zod';
import {
  defaultSmsDefMof,
  printHardwareReport,
  reportedClasses,
  type Computer,
  type HardwareAttribute,
  type HardwareGroup,
  type HardwareInstance,
  type MofClass,
} from '../../world/index.ts';
import type { Play } from '../play.ts';
import { reporterOf, reporterShape } from './reporter.ts';

const group = z.strictObject({
  name: z.string().describe('Display name: PC BIOS'),
  class: z.string().describe('MICROSOFT|PC_BIOS|1.0'),
  key: z.array(z.string()).default([]).describe('Names of the key attributes'),
  pragma: z.enum(['add', 'update', 'delete']).optional().describe('Deltas only'),
  attributes: z.record(z.string(), z.union([z.string(), z.number().int()])),
});

/** A hardware inventory report as the agent of a client writes it. */
export const hardwareReportSchema = z.strictObject({
  ...reporterShape,
  groups: z
    .array(group)
    .optional()
    .describe('Reported groups; without it, what the client has by the SMS_def.mof of the media'),
});

/** The text of its MIF. A delta of which no groups are given updates everything the client has. */
export function hardwareReportText(play: Play, given: z.infer<typeof hardwareReportSchema>): string {
  const { kind } = given;
  const own = (): readonly HardwareGroup[] => groupsOf(play.world.mustHave(given.client));
  const groups = given.groups?.map(groupOf) ?? own();
  const marked = kind === 'complete' ? groups : groups.map((one) => ({ pragma: 'update' as const, ...one }));
  return printHardwareReport({ ...reporterOf(play, given), kind, groups: marked });
}

function groupOf(given: z.infer<typeof group>): HardwareGroup {
  const { name, class: className, key, pragma } = given;
  const attributes = Object.entries(given.attributes).map(([attribute, value]) => attributeOf(attribute, value));
  return { name, class: className, key, attributes, ...(pragma === undefined ? {} : { pragma }) };
}

function groupsOf(computer: Computer): readonly HardwareGroup[] {
  return reportedClasses(defaultSmsDefMof).flatMap((mofClass) =>
    (computer.hardware[mofClass.name] ?? []).map((instance) => instanceOf(mofClass, instance)),
  );
}

function instanceOf(mofClass: MofClass, instance: HardwareInstance): HardwareGroup {
  const attributes = mofClass.properties.flatMap(({ name }) => {
    const value = instance[name];
    return value === undefined ? [] : [attributeOf(name, value)];
  });
  const key = mofClass.properties.filter((property) => property.key).map((property) => property.name);
  return { name: mofClass.groupName, class: mofClass.classId ?? '', key, attributes };
}

function attributeOf(name: string, value: string | number): HardwareAttribute {
  return typeof value === 'number' ? { name, type: 'integer', value } : { name, type: 'string', value };
}
