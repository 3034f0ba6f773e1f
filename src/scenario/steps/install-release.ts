import { z } from 'zod';
import { findRelease, findSms12Release, type Sms12Release, type Sms20Release } from '../../catalogue/index.ts';
import {
  beginSms12Upgrade,
  beginUpgrade,
  completeSms12Upgrade,
  completeUpgrade,
  type SiteUpgrade,
} from '../../simulation/index.ts';
import { assumed, type Site } from '../../world/index.ts';
import type { Play } from '../play.ts';
import { releaseName } from '../references.ts';
import { siteFor, siteShape } from '../site-of-step.ts';
import { durationText, milliseconds } from '../times.ts';
import { defineStep } from '../verb.ts';

const schema = z.strictObject({
  ...siteShape,
  release: releaseName().describe('2.0 SP2'),
  takes: durationText().default('20m').describe('How long Setup runs; the services of the site are stopped meanwhile'),
});

type Given = z.infer<typeof schema>;

const duration = assumed('Setup of a service pack takes 20 minutes.', 'Q237543');

/** Somebody runs Setup of a service pack on the site server; Setup says so when the release it wants is not there. */
export const installRelease = defineStep({
  name: 'install release',
  summary: 'Runs Setup of a release on the site server; CAPs follow, clients take their part from the CAPs',
  schema,
  example: 'install release: { release: 2.0 SP2 }',
  run(play, given) {
    const { site, release } = read(play, given);
    if (release === undefined) return play.fail(`there is no release ${given.release}`);
    const begun = isSms12(release)
      ? beginSms12Upgrade(play.simulation, site, release)
      : beginUpgrade(play.simulation, site.code, release);
    if ('refusal' in begun) return play.fail(begun.refusal);
    play.simulation.foundations.note('duration of Setup', duration);
    play.later(milliseconds(given.takes), begun);
    return undefined;
  },
  resume(play, given, note) {
    const { site, release } = read(play, given);
    if (release === undefined) return;
    if (isSms12(release)) completeSms12Upgrade(play.simulation, site, note as SiteUpgrade);
    else completeUpgrade(play.simulation, site.code, release, note as SiteUpgrade);
  },
});

interface Read {
  readonly site: Site;
  readonly release: Sms12Release | Sms20Release | undefined;
}

/** Setup of SMS 1.2 upgrades sites of SMS 1.2 only; from there to SMS 2.0 there is more to do. */
function read(play: Play, given: Given): Read {
  const site = siteFor(play, given.site);
  const { version } = play.simulation.productOn(play.world.mustHave(site.server));
  return { site, release: version === '1.2' ? findSms12Release(given.release) : findRelease(given.release) };
}

function isSms12(release: Sms12Release | Sms20Release): release is Sms12Release {
  return 'files' in release;
}
