import { z } from 'zod';
import { formatDuration } from '../../kernel/index.ts';
import { toUniversal, type Computer } from '../../world/index.ts';
import type { Play } from '../play.ts';
import { computerName } from '../references.ts';
import { readingText } from '../site-file.ts';
import { durationText, milliseconds, parseReading } from '../times.ts';
import { defineStep } from '../verb.ts';

const ways = ['set', 'ahead', 'behind', 'forward', 'back', 'right'] as const;

const schema = z
  .strictObject({
    on: computerName().describe('Computer whose clock it is'),
    set: readingText().optional().describe('What it shows from now on: 1999-11-15 08:00'),
    ahead: durationText().optional().describe('How far it is ahead of the truth from now on'),
    behind: durationText().optional().describe('How far it is behind the truth from now on'),
    forward: durationText().optional().describe('Put forward from what it shows'),
    back: durationText().optional().describe('Put back from what it shows'),
    right: z.literal(true).optional().describe('Shows the right time again'),
  })
  .refine((given) => ways.filter((way) => given[way] !== undefined).length === 1, `name one of ${ways.join(', ')}`);

type Given = z.infer<typeof schema>;

/** Somebody sets a clock, or it goes wrong by itself. */
export const clock = defineStep({
  name: 'clock',
  summary: 'Sets the clock of a computer, or how far it is wrong',
  schema,
  example: 'clock: { on: PC1, behind: 1h }',
  run(play, given) {
    const computer = play.world.mustHave(given.on);
    computer.clockError = errorOf(play, given, computer);
    play.simulation.record('note', computer.name, 'clock', `wrong by ${formatDuration(computer.clockError)}`);
  },
});

function errorOf(play: Play, given: Given, computer: Computer): number {
  if (given.set !== undefined) return toUniversal(computer.zone, parseReading(given.set) ?? 0) - play.simulation.now;
  if (given.ahead !== undefined) return milliseconds(given.ahead);
  if (given.behind !== undefined) return -milliseconds(given.behind);
  if (given.forward !== undefined) return computer.clockError + milliseconds(given.forward);
  return given.back === undefined ? 0 : computer.clockError - milliseconds(given.back);
}
