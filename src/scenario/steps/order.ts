import { z } from 'zod';
import { defineStep } from '../verb.ts';

/** Fixes from now on in which order things happen that are due at the same instant. */
export const order = defineStep({
  name: 'order',
  summary: 'Permutes from now on, by a seed, what different programs do at the same instant; or ends that again',
  schema: z.union([
    z.literal('as posted').describe('In the order in which it was asked for, as without this step'),
    z.strictObject({ shuffle: z.number().int().nonnegative().describe('Seed of the order: each has one of its own') }),
  ]),
  example: 'order: { shuffle: 7 }',
  run(play, given) {
    play.simulation.shuffleTies = given === 'as posted' ? undefined : given.shuffle;
    const told = given === 'as posted' ? given : `shuffled by ${given.shuffle}`;
    play.simulation.record('note', 'scenario', 'order of simultaneous events', told);
  },
});
