import { z } from 'zod';
import type { Play } from '../play.ts';
import { computerName } from '../references.ts';
import { bytesOf, sizeText } from '../sizes.ts';
import { defineStep } from '../verb.ts';

const driveShape = {
  on: computerName().describe('Computer of the drive'),
  drive: z
    .string()
    .regex(/^[A-Za-z]$/, 'a drive is a letter: C')
    .default('C'),
};

/** Something takes the room on a drive; SMS gets error 112 when it needs more than is left. */
export const fillDrive = defineStep({
  name: 'fill drive',
  summary: 'Leaves only so many bytes free on a drive',
  schema: z.strictObject({ ...driveShape, leaving: sizeText().default('0 bytes').describe('What stays free') }),
  example: 'fill drive: { on: SMSSRV1, drive: C, leaving: 100 KB }',
  run: (play, given) => fill(play, given, bytesOf(given.leaving)),
});

/** The room comes back. */
export const releaseDrive = defineStep({
  name: 'release drive',
  summary: 'Gives back what fill drive took',
  schema: z.strictObject(driveShape),
  example: 'release drive: { on: SMSSRV1, drive: C }',
  run: (play, given) => fill(play, given, undefined),
});

function fill(play: Play, given: { readonly on: string; readonly drive: string }, leaving: number | undefined): void {
  const computer = play.world.mustHave(given.on);
  const letter = given.drive.toUpperCase();
  if (!computer.files.drives().some((drive) => drive.letter.toUpperCase() === letter)) {
    return play.fail(`${computer.name} has no drive ${letter}`);
  }
  computer.files.fillDrive(letter, leaving);
  const free = computer.files.freeSpace(`${letter}:\\`);
  play.simulation.record('file', 'scenario', `${computer.name}:${letter}:`, `room ${free} bytes free`);
  if (leaving !== undefined) play.world.checkRoom(computer, letter);
  return undefined;
}
