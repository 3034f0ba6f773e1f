import { z } from 'zod';
import { powerOff, powerOn } from '../../simulation/index.ts';
import type { Computer } from '../../world/index.ts';
import type { Play } from '../play.ts';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

/** What is on the disk of a computer, as plain data. */
export type DiskImage = Pick<ReturnType<Computer['save']>, 'operatingSystem' | 'files' | 'registry' | 'services'>;

/** The disk of a computer as it is now. */
export function imageOf(computer: Computer): DiskImage {
  const { operatingSystem, files, registry, services } = computer.save();
  return { operatingSystem, files, registry, services };
}

/** Writes an image over the disk of a computer and starts it again; a computer that was off stays off. */
export function writeImage(play: Play, name: string, image: DiskImage): void {
  const computer = play.world.mustHave(name);
  const was = computer.power;
  powerOff(play.simulation, name, 'stopped');
  const services = image.services.map((service) => ({ ...service, state: 'Stopped' as const }));
  computer.restore({ ...computer.save(), ...image, services });
  computer.files.closeWhere(() => true);
  if (was === 'on') powerOn(play.simulation, name);
}

/** Somebody copies a disk to another computer, the SMS identity with it. */
export const clone = defineStep({
  name: 'clone',
  summary: "Copies a computer's disk and registry over those of another, which keeps its name, address and hardware",
  schema: z
    .strictObject({
      from: computerName().describe('Computer whose disk is copied'),
      to: computerName().describe('Computer that gets the copy'),
    })
    .refine(({ from, to }) => from.toUpperCase() !== to.toUpperCase(), 'a computer cannot be its own clone'),
  example: 'clone: { from: PC1, to: PC2 }',
  run(play, given) {
    play.simulation.record('note', given.to, 'clone', `disk of ${given.from}`);
    writeImage(play, given.to, imageOf(play.world.mustHave(given.from)));
  },
});
