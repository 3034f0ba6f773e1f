import { z } from 'zod';
import { requestAnew } from '../../components/index.ts';
import { createAccessPointShare } from '../../simulation/index.ts';
import { accessPointShare, type Computer, type Site } from '../../world/index.ts';
import type { Play } from '../play.ts';
import { computerName } from '../references.ts';
import { changeSite, siteFor, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

/** An administrator makes a server a client access point in the console; Site Component Manager installs it. */
export const addAccessPoint = defineStep({
  name: 'add access point',
  summary:
    'Makes a computer a client access point of a site; Site Component Manager installs it, Inbox Manager fills it',
  schema: z.strictObject({
    ...siteShape,
    server: computerName().describe('Computer that becomes a CAP'),
    folder: z.string().optional().describe('Local folder; C:\\CAP_ABC without it'),
  }),
  example: 'add access point: { server: CAP2 }',
  run(play, given) {
    const site = siteFor(play, given.site);
    const computer = play.world.mustHave(given.server);
    if (computer.power === 'off') return play.fail(`${computer.name} is off`);
    if (isAmong(site.accessPoints, computer.name))
      return play.fail(`${computer.name} is a CAP of ${site.code} already`);
    const point = { server: computer.name, folder: given.folder ?? `C:\\${accessPointShare(site.code)}` };
    createAccessPointShare(computer, site, point);
    return changeSite(play, given.site, () => ({ accessPoints: [...site.accessPoints, point] }));
  },
});

const capShape = { ...siteShape, server: computerName().describe('CAP server') };

/** An administrator takes a client access point away. Its share goes, its files stay (assumed). */
export const retireAccessPoint = defineStep({
  name: 'retire access point',
  summary: 'Takes a client access point away from a site; Site Component Manager removes it, for a day if it must',
  schema: z.strictObject(capShape),
  example: 'retire access point: { server: CAP2 }',
  run(play, given) {
    const { site, computer } = capOf(play, given);
    if (!isAmong(site.accessPoints, computer.name)) return play.fail(`${computer.name} is no CAP of ${site.code}`);
    if (site.accessPoints.length === 1) return play.fail(`${computer.name} is the only CAP of ${site.code}`);
    const accessPoints = site.accessPoints.filter((point) => !isAmong([point], computer.name));
    return changeSite(play, given.site, () => ({ accessPoints }));
  },
});

/** An administrator removes the role of a client access point and assigns it again, which Q257362 advises. */
export const resetAccessPoint = defineStep({
  name: 'reset access point',
  summary: 'Has Site Component Manager remove one client access point and make it anew, with an empty folder',
  schema: z.strictObject(capShape),
  example: 'reset access point: { server: CAP1 }',
  run(play, given) {
    const { site, computer } = capOf(play, given);
    if (!isAmong(site.accessPoints, computer.name)) return play.fail(`${computer.name} is no CAP of ${site.code}`);
    requestAnew(play.world.mustHave(site.server), computer.name, 'Reset');
    play.simulation.record('note', computer.name, 'client access point reset', site.code);
    return play.simulation.broadcast({ type: 'site settings changed' }, play.world.mustHave(site.server).name);
  },
});

function capOf(
  play: Play,
  given: { readonly site?: string | undefined; readonly server: string },
): { readonly site: Site; readonly computer: Computer } {
  return { site: siteFor(play, given.site), computer: play.world.mustHave(given.server) };
}

function isAmong(points: readonly { readonly server: string }[], name: string): boolean {
  return points.some((point) => point.server.toUpperCase() === name.toUpperCase());
}
