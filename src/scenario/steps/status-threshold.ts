import { z } from 'zod';
import { changeSite, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

const count = z.number().int().min(1);

/** An administrator changes the thresholds of the Component Status Summarizer of a site. */
export const statusThreshold = defineStep({
  name: 'status threshold',
  summary: 'Sets how many error or warning messages since midnight make a component Warning or Critical',
  schema: z
    .strictObject({
      ...siteShape,
      messages: z.enum(['errors', 'warnings']).describe('Which messages are counted'),
      warning: count.optional().describe('From so many on the component is Warning'),
      critical: count.optional().describe('From so many on it is Critical'),
    })
    .refine(({ warning, critical }) => (warning ?? critical) !== undefined, 'name warning or critical'),
  example: 'status threshold: { messages: errors, warning: 2, critical: 10 }',
  run(play, given) {
    const { messages, warning, critical } = given;
    const changed = {
      ...(warning === undefined ? {} : { [`Status threshold, ${messages} for Warning`]: warning }),
      ...(critical === undefined ? {} : { [`Status threshold, ${messages} for Critical`]: critical }),
    };
    changeSite(play, given.site, ({ settings }) => ({ settings: { ...settings, ...changed } }));
  },
});
