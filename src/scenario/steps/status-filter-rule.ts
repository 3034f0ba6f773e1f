import { z } from 'zod';
import { changeSite, siteFor, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

const settingOfRules = 'Discarded status messages';

/** An administrator changes the status filter rules of a site. */
export const statusFilterRule = defineStep({
  name: 'status filter rule',
  summary: 'Makes Status Manager discard status messages by their numbers, or keep them again',
  schema: z
    .strictObject({
      ...siteShape,
      discard: z.array(z.number().int()).optional().describe('Message numbers: [2719]'),
      keep: z.array(z.number().int()).optional().describe('Message numbers that are stored again'),
    })
    .refine(({ discard, keep }) => (discard ?? keep) !== undefined, 'name discard or keep'),
  example: 'status filter rule: { discard: [2719, 2722] }',
  run(play, given) {
    const site = siteFor(play, given.site);
    const before = play.simulation.setting(site, settingOfRules);
    const numbers = Array.isArray(before) ? (before as readonly string[]) : [];
    const keep = (given.keep ?? []).map(String);
    const unknown = keep.filter((number) => !numbers.includes(number));
    if (unknown.length > 0) return play.fail(`no rule discards ${unknown.join(', ')}`);
    const after = [...new Set([...numbers, ...(given.discard ?? []).map(String)])].filter((one) => !keep.includes(one));
    return changeSite(play, given.site, ({ settings }) => ({ settings: { ...settings, [settingOfRules]: after } }));
  },
});
