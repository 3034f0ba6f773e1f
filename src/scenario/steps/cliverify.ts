import { z } from 'zod';
import { day } from '../../kernel/index.ts';
import { printScheduleToken } from '../../world/index.ts';
import { computerName } from '../references.ts';
import { changeSite } from '../site-of-step.ts';
import { durationText, milliseconds } from '../times.ts';
import { defineStep } from '../verb.ts';

const settingName = 'Component verify interval (schedule)';

/** Somebody starts the Client Verify tool, types the name of a site server and clicks OK (Q246040). */
export const cliverify = defineStep({
  name: 'cliverify',
  summary: 'Sets how often the clients of one site verify their components, or switches the verification off',
  schema: z
    .strictObject({
      'site server': computerName().describe('Site server whose site is meant; sites above and below are not'),
      'verify interval': durationText().optional().describe('Whole days, 1 to 31: 14d'),
      'periodically verify': z.boolean().optional().describe('The check box Periodically Verify Client Installation'),
    })
    .refine((given) => Object.keys(given).length > 1, "name verify interval or 'periodically verify'"),
  example: 'cliverify: { site server: SMSSRV1, verify interval: 14d }',
  run(play, given) {
    const site = play.simulation.siteOf(play.world.mustHave(given['site server']));
    if (site?.server.toUpperCase() !== given['site server'].toUpperCase()) {
      return play.fail(`${given['site server']} is no site server`);
    }
    const days = milliseconds(given['verify interval'] ?? '30d') / day;
    if (!Number.isInteger(days) || days < 1 || days > 31) return play.fail('the interval is 1 to 31 whole days');
    const token = given['periodically verify'] === false ? '' : everyDays(days);
    return changeSite(play, site.code, ({ settings }) => ({ settings: { ...settings, [settingName]: token } }));
  },
});

function everyDays(days: number): string {
  const duration = { days: 0, hours: 0, minutes: 0 };
  return printScheduleToken({ start: 0, duration, utc: false, kind: 'interval', days, hours: 0, minutes: 0 });
}
