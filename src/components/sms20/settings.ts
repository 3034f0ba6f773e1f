import { instantOf } from '../../kernel/index.ts';
import { assumed, documented, inferred, printScheduleToken, type SettingValue } from '../../world/index.ts';
import type { Setting } from '../component.ts';

/** The names under which a site control file, a scenario and the components speak of a site setting. */
export type SiteSettingName = keyof typeof siteSettings;

const everySevenDays = printScheduleToken({
  start: instantOf({ year: 1998 }),
  duration: { days: 0, hours: 0, minutes: 0 },
  utc: false,
  kind: 'interval',
  days: 7,
  hours: 0,
  minutes: 0,
});

const agentsOn = assumed('Both inventory agents are on: a site without inventory has nothing to resynchronize.');
const weekly = inferred('SMS Administrator online help', 'Both inventory schedules start out at every 7 days.');
const clientBlock = inferred(
  'site control file, client base components',
  'Published for a later version of the block.',
);

const summarizer = assumed(
  'Component status turns to Warning at 1 error or 10 warnings since midnight, to Critical at 5 errors or 50 warnings.',
);

/** Every site setting the emulated programs read, with its default; units stand in the names. */
export const siteSettings = {
  'CCIM period (minutes)': setting(1380, 'Client maintenance cycle, 23 hours.', documented('Q231232')),
  'CCIM retry (minutes)': setting(60, 'Wait after a cycle that reached no CAP.', documented('Q236052, Q227033')),
  'Component verify interval (schedule)': setting(
    '00011700001000F0',
    'Every 30 days clients verify all their components.',
    inferred('Q246040, Q239564', 'The token of the site control file; the articles say 30 days.'),
  ),
  'Copy queue wake-up cycle (minutes)': setting(1380, 'Copy Queue looks at all its items.', documented('Q292030')),
  'Copy queue retry sequence (minutes)': setting(
    ['15', '30', '60', '360'],
    'Waits between the tries of a destination.',
    clientBlock,
  ),
  'Copy queue item lifetime (minutes)': setting(11520, 'Items older than 8 days are dropped.', documented('Q292030')),
  'Hardware inventory enabled': setting(true, 'Clients install and run the agent.', agentsOn),
  'Hardware inventory schedule kind': setting(
    'simple',
    'simple: relative to the installation of each client; full: all clients at the same time.',
    assumed('Simple schedules, as the console offers them first.', 'Q245723'),
  ),
  'Hardware inventory schedule': setting(everySevenDays, 'When clients run the agent.', weekly),
  'Software inventory enabled': setting(true, 'Clients install and run the agent.', agentsOn),
  'Software inventory schedule kind': setting(
    'simple',
    'simple: relative to the installation of each client; full: all clients at the same time.',
    assumed('Simple schedules, as the console offers them first.', 'Q245723'),
  ),
  'Software inventory schedule': setting(everySevenDays, 'When clients run the agent.', weekly),
  'Software inventory file types': setting(
    ['*.exe'],
    'Files the agent looks for.',
    inferred('SMS Administrator online help', 'The first entry of the inventory collection tab.'),
  ),
  'File collection names': setting(
    [],
    'Files, by name or pattern, of which clients send a copy with their software inventory.',
    assumed('A new site collects no files.', 'Q261265 names the tab only'),
  ),
  'File collection maximum per client (MB)': setting(
    1,
    'How much of collected files a client may send with one report.',
    inferred('Q317423', 'One megabyte in the log excerpt, as Maximum Collected File Size.'),
  ),
  'File collection copies kept': setting(
    5,
    'How many copies of a file the site server keeps, the newest ones.',
    assumed('Five, as in later versions; the articles do not tell.', 'Q261265'),
  ),
  'Advertised programs enabled': setting(
    true,
    'Clients install Software Distribution.',
    inferred('Q236596', 'The client of the log excerpt is to install it beside the inventory agents.'),
  ),
  'Remote tools enabled': setting(
    false,
    'Clients install Remote Control.',
    inferred('Q236596', 'The client of the log excerpt is offered no Remote Control.'),
  ),
  'Software metering enabled': setting(
    false,
    'Clients install LICENSE METERING.',
    inferred('Q236596', 'The client of the log excerpt is offered no LICENSE METERING.'),
  ),
  'Logon point update interval (minutes)': setting(
    1440,
    'Logon Server Manager looks at the logon points of the site.',
    documented('Q262942, Q249333'),
  ),
  'Remote installation enabled': setting(
    false,
    'Discovery Data Manager asks for the client on computers with Windows NT that it assigns to the site.',
    assumed('A new site has Windows NT Remote Client Installation turned off.', 'Q229769'),
  ),
  'Heartbeat enabled': setting(
    true,
    'Clients send discovery records by themselves.',
    inferred('Q257799', 'Logon installation uses it to send the first record.'),
  ),
  'Heartbeat interval (days)': setting(7, 'Time between two records.', documented('Q257799')),
  'Delete Aged Discovery Data enabled': setting(
    true,
    'The maintenance task runs.',
    inferred('Q257799', 'By default aged records are removed.'),
  ),
  'Delete Aged Discovery Data (days)': setting(90, 'Age at which a record goes.', documented('Q257799, Q317300')),
  'Status message clock tolerance (seconds)': setting(
    300,
    'How far ahead a status message may be stamped.',
    documented('Q295450'),
  ),
  'Discarded status messages': setting(
    [],
    'Message numbers that a status filter rule discards.',
    assumed('A new site has no rule that discards messages.', 'Q295450'),
  ),
  'Status messages not forwarded to summarizers': setting(
    [],
    'Message numbers that a status filter rule keeps from the Component Status Summarizer.',
    inferred('Q295450', 'Until somebody makes such a rule, all messages count.'),
  ),
  'Status threshold, errors for Warning': setting(
    1,
    'Errors since midnight that make a component Warning.',
    summarizer,
  ),
  'Status threshold, errors for Critical': setting(5, 'Errors since midnight that make it Critical.', summarizer),
  'Status threshold, warnings for Warning': setting(10, 'Warnings since midnight that make it Warning.', summarizer),
  'Status threshold, warnings for Critical': setting(50, 'Warnings since midnight that make it Critical.', summarizer),
} as const satisfies Readonly<Record<string, Setting>>;

/** How Clibase.cfg names the numbers it hands to clients (`settings` of the file, in this order). */
export const clientBaseSettings = {
  ccimPeriod: 'CCIM Period (minutes)',
  ccimRetry: 'CCIM Retry (minutes)',
  copyQueueWakeup: 'Copy Queue: Wakeup cycle',
  copyQueueLifetime: 'Copy Queue: Item Lifetime',
  /** Followed by the place in the sequence, from 1: `Copy Queue: Retry 1`. */
  copyQueueRetry: 'Copy Queue: Retry ',
  heartbeatEnabled: 'Heartbeat Enabled',
  heartbeatInterval: 'Heartbeat Interval (days)',
} as const;

/** How Clibase.cfg names the texts it hands to an agent (`settings` of the agent). */
export const agentSettings = {
  /** `simple` or `full`. */
  scheduleKind: 'Schedule Kind',
  /** Patterns separated by semicolons. */
  fileTypes: 'File Types',
  /** Names and patterns separated by semicolons. */
  collectedNames: 'Collectable Files',
  /** Megabytes. */
  collectedMaximum: 'Maximum Collected File Size',
  /** IP subnets of the site boundaries, separated by semicolons; of `boundaryAgent` alone. */
  subnets: 'Subnets',
} as const;

/** The pseudo agent of Clibase.cfg that carries the verify interval as its schedule. */
export const verifyAgent = 'Component Verify';

/** The pseudo agent of Clibase.cfg that carries the site boundaries, against which clients check their assignment. */
export const boundaryAgent = 'Site Boundaries';

/** A list setting as numbers. */
export function numbersOf(value: SettingValue): readonly number[] {
  return Array.isArray(value) ? (value as readonly string[]).map(Number) : [Number(value)];
}

/** Keeps the type of the default, so that readers of the table need not ask what it is. */
function setting<const Value extends SettingValue>(
  value: Value,
  meaning: string,
  provenance: Setting['provenance'],
): Setting & { readonly default: Value } {
  return { default: value, meaning, provenance };
}
