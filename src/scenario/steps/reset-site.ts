import { z } from 'zod';
import { startService, stopService } from '../../simulation/index.ts';
import { siteFor, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';
import { smsServices } from './service.ts';

/** Somebody runs "Modify or reset the current installation" of Setup: every server component starts anew. */
export const resetSite = defineStep({
  name: 'reset site',
  summary: 'Resets a site: its components stop and start again on the site server and every CAP',
  schema: z.strictObject(siteShape),
  example: 'reset site: {}',
  run(play, given) {
    const site = siteFor(play, given.site);
    if (play.world.mustHave(site.server).power === 'off') return play.fail(`${site.server} is off`);
    const servers = [site.server, ...site.accessPoints.map((point) => point.server)].map((name) => name.toUpperCase());
    play.simulation.record('note', site.server, 'site reset', site.code);
    for (const server of new Set(servers)) {
      if (play.world.mustHave(server).power === 'off') continue;
      const names = smsServices(play, server).filter((name) => name.startsWith('SMS_'));
      for (const name of names) {
        stopService(play.simulation, server, name);
        startService(play.simulation, server, name);
      }
    }
    return undefined;
  },
});
