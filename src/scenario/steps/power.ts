import { z } from 'zod';
import { powerOff, powerOn } from '../../simulation/index.ts';
import type { Play } from '../play.ts';
import { computerName } from '../references.ts';
import { durationText, milliseconds } from '../times.ts';
import { defineStep } from '../verb.ts';

const computer = computerName().describe('Computer');

/** Somebody switches a computer on. */
export const switchOn = defineStep({
  name: 'power on',
  summary: 'Switches a computer on; its automatic services start',
  schema: computer,
  example: 'power on: PC1',
  run(play, given) {
    if (play.world.mustHave(given).power === 'on') return play.fail(`${given} is on already`);
    return powerOn(play.simulation, given);
  },
});

/** Somebody shuts a computer down in order. */
export const shutDown = defineStep({
  name: 'shut down',
  summary: 'Shuts a computer down in order and switches it off',
  schema: computer,
  example: 'shut down: PC1',
  run: (play, given) => switchOff(play, given, 'stopped'),
});

/** The power fails. */
export const losePower = defineStep({
  name: 'power off',
  summary: 'Takes the power away: nothing ends in order, copies break off',
  schema: computer,
  example: 'power off: PC1',
  run: (play, given) => switchOff(play, given, 'killed'),
});

/** Somebody restarts a computer. */
export const restart = defineStep({
  name: 'restart',
  summary: 'Shuts a computer down and starts it again',
  schema: z.union([
    computer,
    z.strictObject({ on: computer, takes: durationText().default('1m').describe('How long it is off') }),
  ]),
  example: 'restart: { on: PC1, takes: 2m }',
  run(play, given) {
    const { on, takes } = typeof given === 'string' ? { on: given, takes: '1m' } : given;
    if (switchOff(play, on, 'stopped')) play.later(milliseconds(takes), on);
  },
  resume: (play, _given, note) => powerOn(play.simulation, String(note)),
});

/** What somebody left open on a computer is closed with it. */
function switchOff(play: Play, name: string, how: 'stopped' | 'killed'): boolean {
  const { power, files } = play.world.mustHave(name);
  if (power === 'off') {
    play.fail(`${name} is off already`);
    return false;
  }
  powerOff(play.simulation, name, how);
  files.closeWhere(() => true);
  return true;
}
