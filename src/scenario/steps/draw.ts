import { z } from 'zod';
import { drawsOfName } from '../../components/index.ts';
import { streamName } from '../references.ts';
import { defineStep } from '../verb.ts';

/** Chance is told what to do: a file gets the name that an article quotes, or two get the same one. */
export const draw = defineStep({
  name: 'draw',
  summary: 'Fixes the next draws of a stream of chance: a generated file name, or numbers',
  schema: z
    .strictObject({
      stream: streamName().describe('Stream of chance: request file names'),
      name: z
        .string()
        .regex(/^[A-Za-z0-9]{8}$/, 'a generated name is eight characters long, each a letter A to Z or a digit 0 to 9')
        .optional()
        .describe('The next generated name, in capital or small letters'),
      numbers: z.array(z.number().int()).min(1).optional().describe('The next numbers'),
    })
    .refine(({ name, numbers }) => (name === undefined) !== (numbers === undefined), 'give name or numbers'),
  example: 'draw: { stream: request file names, name: 7LXAWNST }',
  run(play, given) {
    const draws = given.numbers ?? drawsOfName(given.name ?? '');
    play.simulation.random.fix(given.stream, draws);
    play.simulation.record('draw', 'scenario', given.stream, given.name ?? draws.join(', '));
  },
});
