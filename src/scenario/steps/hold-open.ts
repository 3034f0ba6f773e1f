import { z } from 'zod';
import { FileAccess, win32Text, type OpenFile, type OpenOptions, type Sharing } from '../../world/index.ts';
import { scenarioAccount } from '../actor.ts';
import { filesFor, isPlaced, pathShape, refuse, unplaced } from '../given-path.ts';
import type { Play } from '../play.ts';
import { durationText, milliseconds } from '../times.ts';
import { defineStep } from '../verb.ts';

const holdShape = {
  ...pathShape,
  as: z.string().min(1).default('a reader').describe('Who holds it, for release and for the trace'),
  for: durationText().optional().describe('Lets go after this time; without it, until release'),
};

const sharings = ['none', 'read', 'write', 'read write', 'read write delete'] as const satisfies readonly Sharing[];

/** Somebody opens a file and keeps it open: a backup program, a virus scanner, an editor. */
export const holdOpen = defineStep({
  name: 'hold open',
  summary: 'Keeps a file open as a named reader, for a time or until it is released',
  schema: z
    .strictObject({
      ...holdShape,
      access: z.enum(['read', 'write', 'read write']).default('read').describe('What it is opened for'),
      share: z.enum(sharings).default('read').describe('What others may do meanwhile'),
    })
    .refine(isPlaced, unplaced),
  example: "hold open: { path: '\\\\CAP1\\CAP_ABC\\clidata.box\\client.lkp', as: a reader, for: 3h }",
  run: (play, given) => hold(play, given, given),
  resume: (play, _given, note) => letGo(play, note as OpenFile),
});

/** Somebody opens a file for himself alone: everybody else gets error 32. */
export const lock = defineStep({
  name: 'lock',
  summary: 'Keeps a file open without sharing it, for a time or until it is released',
  schema: z.strictObject(holdShape).refine(isPlaced, unplaced),
  example: "lock: { on: PC1, path: 'C:\\WINNT\\MS\\SMS\\Clicomp\\Sinv\\Sinv.his', as: a virus scanner, for: 10m }",
  run: (play, given) => hold(play, given, { access: 'read', share: 'none' }),
  resume: (play, _given, note) => letGo(play, note as OpenFile),
});

interface Held {
  readonly on?: string | undefined;
  readonly path: string;
  readonly as: string;
  readonly for?: string | undefined;
}

function hold(play: Play, given: Held, how: Pick<OpenOptions, 'access' | 'share'>): void {
  const sitting = filesFor(play, given);
  if (!sitting.ok) return play.fail(`${given.path}: ${win32Text(sitting.error)}`);
  const computer = given.on ?? given.path.slice(2).split('\\', 1)[0] ?? '';
  const files = new FileAccess(play.world, play.world.mustHave(computer), given.as, scenarioAccount);
  const { access, share } = how;
  const opened = files.open(given.path, { access, share, create: 'open existing' });
  if (!opened.ok) return refuse(play, given.path, opened);
  if (given.for !== undefined) play.later(milliseconds(given.for), opened.value);
  return undefined;
}

/** A handle that was released or lost in the meantime is gone already. */
function letGo(play: Play, file: OpenFile): void {
  play.world.computer(file.computer)?.files.close(file.handle);
}
