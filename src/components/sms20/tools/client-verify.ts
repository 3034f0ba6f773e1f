import { documented, inferred, parseScheduleToken, printScheduleToken, type Site } from '../../../world/index.ts';
import type { SiteSettingName } from '../settings.ts';
import { printed, refused, type Tool, type ToolContext, type ToolResult } from '../../tool.ts';

const syntax = 'cliverify site_server [every DAYS | off]';

const settingName: SiteSettingName = 'Component verify interval (schedule)';

/** The article shows a dialog with a number; how large it may be follows from the schedule that keeps it. */
export const intervalProvenance = inferred('Q246040', 'Verify Interval is 1 to 31 days, as an SMS schedule counts.');

/**
 * Client Verify (Cliverify.exe) as words: after the name of a site server it shows what the dialog shows, `every`
 * ticks Periodically Verify Client Installation and sets Verify Interval, `off` clears the check box. It changes that
 * one site; the sites above and below keep what they have.
 */
export const clientVerify: Tool = {
  name: 'cliverify',
  syntax,
  summary: 'Sets how often the clients of one site verify their components, or turns the verification off.',
  provenance: documented('Q246040, Q283130'),
  run(context, given) {
    const [server = '', ...wish] = given;
    const token = wishedToken(wish);
    if (server === '' || token === undefined) return refused(`Usage: ${syntax}`);
    const site = siteOf(context, server);
    if (site === undefined) return refused(`${server} is not an SMS site server.`);
    if (!context.world.reach(context.computer.name, site.server).ok) return refused(`${server} cannot be reached.`);
    if (token === 'no interval') return refused('Verify Interval is 1 to 31 days.');
    if (token === 'as it is') return dialog(site, String(context.setting(site, settingName)));
    context.changeSetting(site, settingName, token);
    return dialog(site, token);
  },
};

/** The schedule that is asked for, empty for none; undefined where the words are not those of the syntax. */
function wishedToken([word, days, ...rest]: readonly string[]): string | undefined {
  if (word === undefined) return 'as it is';
  if (word === 'off' && days === undefined) return '';
  if (word !== 'every' || days === undefined || rest.length > 0) return undefined;
  return /^([1-9]|[12]\d|3[01])$/.test(days) ? everyDays(Number(days)) : 'no interval';
}

function siteOf({ world }: ToolContext, server: string): Site | undefined {
  return [...world.sites.values()].find((site) => site.server.toUpperCase() === server.toUpperCase());
}

/** The two controls of the dialog; without a schedule the check box is clear. */
function dialog({ code, server }: Site, token: string): ToolResult {
  const schedule = parseScheduleToken(token);
  const box = `Periodically Verify Client Installation: ${schedule === undefined ? 'off' : 'on'}`;
  const interval = schedule?.kind === 'interval' ? [`Verify Interval: ${schedule.days} days`] : [];
  return printed(`Site ${code} (${server})`, box, ...interval);
}

function everyDays(days: number): string {
  const duration = { days: 0, hours: 0, minutes: 0 };
  return printScheduleToken({ start: 0, duration, utc: false, kind: 'interval', days, hours: 0, minutes: 0 });
}
