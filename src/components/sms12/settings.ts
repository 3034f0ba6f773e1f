import { assumed, documented, inferred, type Provenance, type SettingValue } from '../../world/index.ts';
import type { Setting } from '../component.ts';

/** Every property of a site of SMS 1.2 that the emulated programs read, with its default. */
export const sms12Settings = {
  'Service response (minutes)': setting(
    5,
    'How often services look for work: 1 Very Fast, 5 Fast, 15 Medium, 30 Slow.',
    inferred(
      'Q128458, Resource Guide for SMS 1.2 (Site Control File)',
      'Fast, since the watchdog runs every 120 minutes.',
    ),
  ),
  'Hardware scan interval (days)': setting(7, 'How old a hardware scan may become.', documented('Q176969')),
  'Software scan interval (days)': setting(7, 'How old a software scan may become.', documented('Q176969')),
  'Inventory heartbeat (days)': setting(
    4,
    'After how many days an unchanged inventory is reported all the same.',
    documented('Q107244, Q130940'),
  ),
  'Inventory False Logon Limit': setting(
    3,
    'At which foreign logon in a row a client moves to another site or domain.',
    documented('Q121386'),
  ),
  'Ask the user on a slow network': setting(
    false,
    'Whether the logon script asks its user before it goes on over a slow network; otherwise it ends there.',
    assumed('The default of the policy is not in the articles.', 'Q131011'),
  ),
  'Inventory agent wake-up (minutes)': setting(
    1440,
    'How long the inventory services sleep.',
    documented('Q155626, Q169038'),
  ),
} as const satisfies Readonly<Record<string, Setting>>;

function setting<Value extends SettingValue>(
  value: Value,
  meaning: string,
  provenance: Provenance,
): Setting & { readonly default: Value } {
  return { default: value, meaning, provenance };
}
