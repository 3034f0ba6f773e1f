import { z } from 'zod';
import type { SiteSettingName } from '../../components/index.ts';
import type { Site } from '../../world/index.ts';
import type { Play } from '../play.ts';
import { changeSite, siteFor, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

const numbers = z.array(z.number().int()).optional();

/** An administrator changes the status filter rules of a site. */
export const statusFilterRule = defineStep({
  name: 'status filter rule',
  summary: 'Makes Status Manager discard status messages by their numbers, or keep them from the summarizers',
  schema: z
    .strictObject({
      ...siteShape,
      discard: numbers.describe('Message numbers: [2719]'),
      'do not forward to summarizers': numbers.describe('Message numbers that are stored and do not count: [1215]'),
      keep: numbers.describe('Message numbers for which there are such rules no more'),
    })
    .refine(
      (given) => [given.discard, given['do not forward to summarizers'], given.keep].some((list) => list !== undefined),
      'name discard, do not forward to summarizers or keep',
    ),
  example: 'status filter rule: { discard: [2719, 2722] }',
  run(play, given) {
    const site = siteFor(play, given.site);
    const keep = (given.keep ?? []).map(String);
    const [discarded, apart] = [ruled(play, site, discards), ruled(play, site, keepsApart)];
    const unknown = keep.filter((number) => !discarded.includes(number) && !apart.includes(number));
    if (unknown.length > 0) return play.fail(`no rule discards or keeps from summarizers ${unknown.join(', ')}`);
    const after = (before: readonly string[], more: readonly number[] = []): readonly string[] =>
      [...new Set([...before, ...more.map(String)])].filter((number) => !keep.includes(number));
    const set = {
      [discards]: after(discarded, given.discard),
      [keepsApart]: after(apart, given['do not forward to summarizers']),
    };
    return changeSite(play, given.site, ({ settings }) => ({ settings: { ...settings, ...set } }));
  },
});

const discards: SiteSettingName = 'Discarded status messages';
const keepsApart: SiteSettingName = 'Status messages not forwarded to summarizers';

function ruled(play: Play, site: Site, name: SiteSettingName): readonly string[] {
  const value = play.simulation.setting(site, name);
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
