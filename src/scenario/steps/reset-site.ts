import { z } from 'zod';
import { askForAccessPoints, enterPasswords, startAfterSetup, stopService } from '../../simulation/index.ts';
import { siteFor, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';
import { smsServices } from './service.ts';

/** Somebody runs "Modify or reset the current installation" of Setup: every server component starts anew (Q311212). */
export const resetSite = defineStep({
  name: 'reset site',
  summary: 'Resets a site: every CAP is made anew with the programs of the site server, and all components start again',
  schema: z.strictObject(siteShape),
  example: 'reset site: {}',
  run(play, given) {
    const { simulation } = play;
    const site = siteFor(play, given.site);
    const server = play.world.mustHave(site.server);
    if (server.power === 'off') return play.fail(`${server.name} is off`);
    simulation.record('note', server.name, 'site reset', site.code);
    const names = smsServices(play, server.name).filter((name) => name.startsWith('SMS_'));
    for (const name of names) stopService(simulation, server.name, name);
    enterPasswords(simulation, server);
    askForAccessPoints(simulation, site, 'Reset');
    return startAfterSetup(simulation, server, names);
  },
});
