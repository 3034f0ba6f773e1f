import { z } from 'zod';
import { changeSite, siteFor, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

const subnets = z.array(z.string().regex(/^\d{1,3}(?:\.\d{1,3}){3}$/, 'is no IP subnet'));

/** An administrator changes the boundaries of a site in the console. */
export const boundaries = defineStep({
  name: 'boundaries',
  summary: 'Adds, removes or sets the IP subnets of a site',
  schema: z
    .strictObject({
      ...siteShape,
      add: subnets.optional(),
      remove: subnets.optional(),
      set: subnets.optional().describe('All of them; takes the place of what was there'),
    })
    .refine(({ add, remove, set }) => (add ?? remove ?? set) !== undefined, 'name add, remove or set')
    .refine(
      ({ add, remove, set }) => set === undefined || (add ?? remove) === undefined,
      'set goes without the others',
    ),
  example: 'boundaries: { remove: [192.168.1.0], add: [192.168.2.0] }',
  run(play, given) {
    const { add = [], remove = [], set } = given;
    const before = siteFor(play, given.site).boundaries;
    const strangers = remove.filter((subnet) => !before.includes(subnet));
    if (strangers.length > 0) return play.fail(`${strangers.join(', ')} is not among the boundaries`);
    const kept = before.filter((subnet) => !remove.includes(subnet));
    return changeSite(play, given.site, () => ({ boundaries: set ?? [...new Set([...kept, ...add])] }));
  },
});
