import { z } from 'zod';
import { enterPasswords, setupOpener, startService, stopService } from '../../simulation/index.ts';
import type { Computer, Site } from '../../world/index.ts';
import { siteFor, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';
import { smsServices } from './service.ts';

/** Somebody runs "Modify or reset the current installation" of Setup: every server component starts anew (Q311212). */
export const resetSite = defineStep({
  name: 'reset site',
  summary: 'Resets a site: every CAP gets the programs of the site server, and all components start again',
  schema: z.strictObject(siteShape),
  example: 'reset site: {}',
  run(play, given) {
    const site = siteFor(play, given.site);
    const { power, name: siteServer } = play.world.mustHave(site.server);
    if (power === 'off') return play.fail(`${siteServer} is off`);
    const servers = [siteServer, ...site.accessPoints.map((point) => point.server)].map((name) => name.toUpperCase());
    play.simulation.record('note', siteServer, 'site reset', site.code);
    for (const server of new Set(servers)) {
      const computer = play.world.mustHave(server);
      if (computer.power === 'off') continue;
      const names = smsServices(play, server).filter((name) => name.startsWith('SMS_'));
      for (const name of names) stopService(play.simulation, server, name);
      if (computer.name !== siteServer) bringPrograms(play.world.mustHave(siteServer), computer, site);
      enterPasswords(play.simulation, computer);
      for (const name of names) startService(play.simulation, server, name);
    }
    return undefined;
  },
});

/** The programs of a CAP are replaced by those of the site server; without a reset it keeps old ones (Q311212). */
function bringPrograms(siteServer: Computer, accessPoint: Computer, site: Site): void {
  const folder = `${site.folder}\\bin\\i386`;
  const programs = accessPoint.files.list(setupOpener, folder);
  for (const { name } of programs.ok ? programs.value : []) {
    const facts = siteServer.files.stat(setupOpener, `${folder}\\${name}`);
    const content = siteServer.files.read(setupOpener, `${folder}\\${name}`);
    if (!facts.ok || !content.ok) continue;
    const { modified, version } = facts.value;
    const kept = { modified, ...(version === undefined ? {} : { version }) };
    accessPoint.files.write(setupOpener, `${folder}\\${name}`, content.value, kept);
  }
}
