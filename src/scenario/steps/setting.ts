import { z } from 'zod';
import type { Site } from '../../world/index.ts';
import { siteCode } from '../references.ts';
import { settingsSchema } from '../site-file.ts';
import { changeSite, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

/** An administrator changes settings of a site in the console. */
export const setting = defineStep({
  name: 'setting',
  summary: 'Changes settings of a site; its components hear of it, its clients with their next CCIM cycle',
  schema: z.strictObject({
    ...siteShape,
    console: siteCode().optional().describe('Site above in whose console it is done; the parent for a secondary site'),
    set: settingsSchema.describe('New values by the names of the settings'),
  }),
  example: "setting: { set: { 'Heartbeat interval (days)': 1 } }",
  run(play, given) {
    const change = (site: Site) => ({ settings: { ...site.settings, ...given.set } });
    changeSite(play, given.site, change, given.console);
  },
});
