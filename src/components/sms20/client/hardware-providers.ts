import {
  documented,
  longestHardwareString,
  type HardwareAttribute,
  type HardwareGroup,
  type HardwareInstance,
  type MofClass,
  type MofProperty,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';

/** How the agent turns what WMI answers into groups, and what it cannot report. */
export const providersProvenance = documented('Q225507, Q262242, Q298686');

const largestInteger = 2147483647;

/** What the agent asks WMI for and gets of one class: a group for each instance; warnings in the words of the log. */
export function askProvider(self: Self, mofClass: MofClass, warn: (text: string) => void): readonly HardwareGroup[] {
  const instances = self.computer.hardware[mofClass.name] ?? [];
  return instances.map((instance) => {
    const known = plainGroups.get(instance);
    return known?.mofClass === mofClass ? known.group : askedGroup(self, mofClass, instance, warn);
  });
}

/** Groups of instances that gave no reason to warn: nothing but class and instance decides what they are. */
const plainGroups = new WeakMap<HardwareInstance, { readonly mofClass: MofClass; readonly group: HardwareGroup }>();

function askedGroup(
  self: Self,
  mofClass: MofClass,
  instance: HardwareInstance,
  warn: (text: string) => void,
): HardwareGroup {
  let warnings = 0;
  const counted = (text: string): void => {
    warnings++;
    warn(text);
  };
  const group = {
    name: mofClass.groupName,
    class: mofClass.classId ?? mofClass.name,
    key: mofClass.properties.filter((property) => property.key && property.name in instance).map(({ name }) => name),
    attributes: attributesOf(self, mofClass, instance, counted),
  };
  if (warnings === 0) plainGroups.set(instance, { mofClass, group });
  return group;
}

function attributesOf(
  self: Self,
  mofClass: MofClass,
  instance: HardwareInstance,
  warn: (text: string) => void,
): readonly HardwareAttribute[] {
  const attributes: HardwareAttribute[] = [];
  let overflown: string | undefined;
  for (const property of mofClass.properties) {
    const value = instance[property.name];
    if (value === undefined) continue;
    const { name } = property;
    if (typeof value === 'number') {
      if (Math.abs(value) <= largestInteger) attributes.push({ name, type: 'integer', value });
      else warn(`WARNING - Property ${name} of ${mofClass.name} has been skipped. Integer ${value} is too large !!`);
      continue;
    }
    const reported = shortened(mofClass, property, value, warn);
    const full = reported.length < value.length && property.array;
    attributes.push({ name, type: 'string', value: full && overflown !== undefined ? overflown : reported });
    if (full && self.trait('array values stay in their own property') === false) overflown ??= reported;
  }
  return attributes;
}

/** Joined array values end with the last one that fits; other texts are cut. */
function shortened(mofClass: MofClass, property: MofProperty, value: string, warn: (text: string) => void): string {
  if (value.length <= longestHardwareString) return value;
  const head = value.slice(0, longestHardwareString);
  if (!property.array) {
    warn(`WARNING - Truncate attribute ${property.name} of ${mofClass.name}.`);
    return head;
  }
  const what = `property ${property.name} of ${mofClass.name}`;
  warn(`WARNING - Unable to return all values of ${what}, max length reached !!`);
  const comma = head.lastIndexOf(',');
  return comma === -1 ? head : head.slice(0, comma);
}
