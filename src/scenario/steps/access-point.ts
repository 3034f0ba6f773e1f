import { z } from 'zod';
import {
  createAccessPointShare,
  enterPasswords,
  installAccessPoint,
  startService,
  stopService,
} from '../../simulation/index.ts';
import { accessPointShare } from '../../world/index.ts';
import { computerName } from '../references.ts';
import { changeSite, siteFor, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

/** An administrator makes a server a client access point in the console; Inbox Manager fills it. */
export const addAccessPoint = defineStep({
  name: 'add access point',
  summary: 'Makes a computer a client access point of a site',
  schema: z.strictObject({
    ...siteShape,
    server: computerName().describe('Computer that becomes a CAP'),
    folder: z.string().optional().describe('Local folder; C:\\CAP_ABC without it'),
  }),
  example: 'add access point: { server: CAP2 }',
  run(play, given) {
    const { simulation } = play;
    const site = siteFor(play, given.site);
    const computer = play.world.mustHave(given.server);
    if (computer.power === 'off') return play.fail(`${computer.name} is off`);
    if (isAmong(site.accessPoints, computer.name))
      return play.fail(`${computer.name} is a CAP of ${site.code} already`);
    const point = { server: computer.name, folder: given.folder ?? `C:\\${accessPointShare(site.code)}` };
    const version = play.world.mustHave(site.server).registry.getText(setupKey, 'Full Version');
    const release = simulation.product.releases.find((one) => one.fullVersion === version);
    if (release === undefined) return play.fail(`the release of site ${site.code} is not known`);
    const separate = computer.name.toUpperCase() !== site.server.toUpperCase();
    if (separate) installAccessPoint(computer, site, release);
    enterPasswords(simulation, computer);
    createAccessPointShare(computer, site, point);
    changeSite(play, given.site, () => ({ accessPoints: [...site.accessPoints, point] }));
    if (separate) startService(simulation, computer.name, 'SMS_EXECUTIVE');
    return undefined;
  },
});

/** An administrator takes a client access point away. Its share goes, its files stay (assumed). */
export const retireAccessPoint = defineStep({
  name: 'retire access point',
  summary: 'Takes a client access point away from a site',
  schema: z.strictObject({ ...siteShape, server: computerName().describe('CAP server') }),
  example: 'retire access point: { server: CAP2 }',
  run(play, given) {
    const site = siteFor(play, given.site);
    const computer = play.world.mustHave(given.server);
    if (!isAmong(site.accessPoints, computer.name)) return play.fail(`${computer.name} is no CAP of ${site.code}`);
    if (site.accessPoints.length === 1) return play.fail(`${computer.name} is the only CAP of ${site.code}`);
    const isCap = (server: string): boolean => server.toUpperCase() === computer.name.toUpperCase();
    const accessPoints = site.accessPoints.filter((point) => !isCap(point.server));
    changeSite(play, given.site, () => ({ accessPoints }));
    computer.files.removeShare(accessPointShare(site.code));
    if (!isCap(site.server)) stopService(play.simulation, computer.name, 'SMS_EXECUTIVE');
    return undefined;
  },
});

const setupKey = 'HKLM\\Software\\Microsoft\\SMS\\Setup';

function isAmong(points: readonly { readonly server: string }[], name: string): boolean {
  return points.some((point) => point.server.toUpperCase() === name.toUpperCase());
}
