import { z } from 'zod';
import { defineStep } from '../verb.ts';

/** A remark for whoever follows the run: stands in the trace and changes nothing else. */
export const note = defineStep({
  name: 'note',
  summary: 'Writes a remark into the trace',
  schema: z.string().describe('The remark'),
  example: 'note: the request is on its way',
  run(play, given) {
    play.simulation.record('note', 'scenario', 'note', given);
  },
});
