import { z } from 'zod';
import { day } from '../../kernel/index.ts';
import {
  messagesNotSummarized,
  statusMessages,
  toUniversal,
  type Site,
  type StoredStatusMessage,
} from '../../world/index.ts';
import { counted } from '../finding/amounts.ts';
import type { Play } from '../play.ts';
import { componentName, computerName, siteCode } from '../references.ts';
import { defineExpectation } from '../verb.ts';

const statuses = ['OK', 'Warning', 'Critical'] as const;

type Status = (typeof statuses)[number];

/** What the console shows beside a component: the messages it sent since midnight, held against the thresholds. */
export const componentStatus = defineExpectation({
  name: 'component status',
  summary: 'The status of a server component in the console: OK, Warning or Critical, by its messages since midnight',
  schema: z.strictObject({
    site: siteCode().optional().describe('Site code; the site of the scenario without it'),
    component: componentName().describe('Component as SMS names it'),
    on: computerName().optional().describe('Site system; all of the site together without it'),
    is: z.enum(statuses).describe('What the console shows'),
  }),
  example: 'component status: { component: SMS_STATUS_MANAGER, is: OK }',
  looksAt: 'state',
  changesWith: ['transition', 'step'],
  check(play, given) {
    const [first] = play.world.sites.values();
    const site = given.site === undefined ? first : play.world.site(given.site);
    if (site === undefined) return { met: false, actual: `there is no site ${given.site ?? ''}` };
    const counts = countsOf(play, site, given.component, given.on);
    if (counts === undefined) return { met: false, actual: `the database of site ${site.code} does not answer` };
    const status = statusOf(play, site, counts);
    const { errors, warnings } = counts;
    const words = `${counted(errors, 'error')} and ${counted(warnings, 'warning')} since midnight`;
    return { met: status === given.is, actual: `${status}: ${words}` };
  },
});

interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

function countsOf(play: Play, site: Site, component: string, machine: string | undefined): Counts | undefined {
  const database = play.world.database(site.code);
  if (database === undefined) return undefined;
  const filter = { component, since: lastMidnight(play, site), ...(machine === undefined ? {} : { machine }) };
  const errors = statusMessages(database, { ...filter, severity: 'E' });
  const warnings = statusMessages(database, { ...filter, severity: 'W' });
  const unknown = messagesNotSummarized(database);
  if (!errors.ok || !warnings.ok || !unknown.ok) return undefined;
  const counts = ({ recordId }: StoredStatusMessage): boolean => !unknown.value.has(recordId);
  return { errors: errors.value.filter(counts).length, warnings: warnings.value.filter(counts).length };
}

/** Messages are stamped in UTC, the day is that of the site server's clock. */
function lastMidnight(play: Play, site: Site): number {
  const server = play.world.mustHave(site.server);
  const now = server.now();
  return toUniversal(server.zone, now - (now % day));
}

function statusOf(play: Play, site: Site, counts: Counts): Status {
  const reached = (level: Status): boolean =>
    (['errors', 'warnings'] as const).some(
      (kind) => counts[kind] >= Number(play.simulation.setting(site, `Status threshold, ${kind} for ${level}`)),
    );
  if (reached('Critical')) return 'Critical';
  return reached('Warning') ? 'Warning' : 'OK';
}
