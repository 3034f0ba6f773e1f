import { z } from 'zod';
import { requestUpgrade } from '../../simulation/index.ts';
import { isPrimary, win32Text } from '../../world/index.ts';
import { siteCode } from '../references.ts';
import { siteFor } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

/** An administrator completes the Upgrade Secondary Sites Wizard at the parent (Q246527), or runs Preinst (Q212978). */
export const upgradeSecondarySite = defineStep({
  name: 'upgrade secondary site',
  summary: 'Has the parent of a secondary site upgrade it to what the parent itself has, as a job of high priority',
  schema: z.strictObject({ site: siteCode().describe('Code of the secondary site') }),
  example: 'upgrade secondary site: { site: XYZ }',
  run(play, given) {
    const site = siteFor(play, given.site);
    if (isPrimary(site) || site.parent === undefined) return play.fail(`${site.code} is no secondary site`);
    const parent = siteFor(play, site.parent);
    const { power, name } = play.world.mustHave(parent.server);
    if (power === 'off') return play.fail(`${name} is off`);
    const asked = requestUpgrade(play.simulation, site);
    return asked.ok ? undefined : play.fail(`Hierarchy Manager of ${parent.code}: ${win32Text(asked.error)}`);
  },
});
