import { z } from 'zod';
import type { HardwareInstance } from '../../world/index.ts';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

const instance = z.record(z.string(), z.union([z.string(), z.number()]));

/** Somebody changes what is in a computer, or flashes its BIOS; the next hardware inventory finds it. */
export const hardware = defineStep({
  name: 'hardware',
  summary: 'Changes what a computer really has: instances of a WMI class, or properties of them',
  schema: z
    .strictObject({
      on: computerName().describe('Computer'),
      class: z.string().min(1).describe('WMI class: Win32_BIOS'),
      instances: z.array(instance).optional().describe('All instances of the class; none: []'),
      add: instance.optional().describe('One more instance'),
      set: instance.optional().describe('Properties to change'),
      where: instance.optional().describe('Only in instances with these properties; otherwise in all'),
      remove: z.boolean().default(false).describe('Takes out the instances that where describes'),
    })
    .refine(
      ({ instances, add, set, remove }) =>
        [instances, add, set, remove || undefined].filter((one) => one !== undefined).length === 1,
      'give one of instances, add, set and remove',
    ),
  example: 'hardware: { on: PC1, class: Win32_BIOS, set: { Version: 686T3 v2.00 } }',
  run(play, given) {
    const computer = play.world.mustHave(given.on);
    const before = computer.hardware[given.class] ?? [];
    const meant = (one: HardwareInstance): boolean =>
      Object.entries(given.where ?? {}).every(([name, value]) => one[name] === value);
    const touches = given.set !== undefined || given.remove;
    if (touches && !before.some(meant)) return play.fail(`${computer.name} has no such ${given.class}`);
    const changed = before.map((one) => (meant(one) ? { ...one, ...given.set } : one));
    const left = given.remove ? before.filter((one) => !meant(one)) : changed;
    const after = given.instances ?? [...left, ...(given.add === undefined ? [] : [given.add])];
    computer.hardware = { ...computer.hardware, [given.class]: after };
    play.simulation.record('note', computer.name, 'hardware', `${given.class}: ${JSON.stringify(after)}`);
    return undefined;
  },
});
