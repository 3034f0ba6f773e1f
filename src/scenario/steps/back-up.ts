import { z } from 'zod';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';
import { imageOf, writeImage, type DiskImage } from './clone.ts';

const on = computerName().describe('Computer');

/** Somebody backs a computer up. */
export const backUp = defineStep({
  name: 'back up',
  summary: 'Keeps the files and the registry of a computer as they are now, under a name',
  schema: z.strictObject({ on, as: z.string().min(1).describe('Name of the backup') }),
  example: 'back up: { on: PC1, as: friday }',
  run(play, given) {
    play.held.set(backupName(given.on, given.as), imageOf(play.world.mustHave(given.on)));
    play.simulation.record('note', given.on, 'back up', given.as);
  },
});

/** Somebody restores a computer from a backup. */
export const restore = defineStep({
  name: 'restore',
  summary: 'Puts the files and the registry of a computer back to a backup, and starts it again',
  schema: z.strictObject({ on, from: z.string().min(1).describe('Name of the backup') }),
  example: 'restore: { on: PC1, from: friday }',
  run(play, given) {
    const image = play.held.get(backupName(given.on, given.from)) as DiskImage | undefined;
    if (image === undefined) return play.fail(`${given.on} has no backup named ${given.from}`);
    play.simulation.record('note', given.on, 'restore', given.from);
    return writeImage(play, given.on, image);
  },
});

function backupName(computer: string, name: string): string {
  return `backup ${computer.toUpperCase()} ${name}`;
}
