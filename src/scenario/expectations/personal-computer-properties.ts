import { z } from 'zod';
import { machines, storedInventory, type StoredGroup } from '../../world/index.ts';
import type { Play } from '../play.ts';
import { siteCode } from '../references.ts';
import { databaseFor } from '../site-of-step.ts';
import { defineExpectation, type Finding } from '../verb.ts';

const schema = z
  .strictObject({
    site: siteCode().optional().describe('Site in whose SMS Administrator it is opened'),
    name: z.string().optional().describe('Name in the Sites window'),
    smsid: z.string().optional().describe('SMS Unique ID, for a computer without a name or with that of another'),
    listed: z.boolean().optional().describe('Whether there is such a computer; true without it'),
    groups: z
      .array(z.string())
      .optional()
      .describe('All that the window shows, in any order; Network Monitor is an icon'),
    shows: z.array(z.string()).optional().describe('Groups that are among them'),
    lacks: z.array(z.string()).optional().describe('Groups that are not'),
    group: z.string().optional().describe('Group whose attribute is looked at: Network'),
    attribute: z.string().optional().describe('IP Address'),
    value: z.union([z.string(), z.number(), z.null()]).optional().describe('Its value in a row; null: it has none'),
  })
  .refine((given) => (given.name ?? given.smsid) !== undefined, 'give a name or an smsid')
  .refine(
    (given) => (given.group === undefined) === (given.attribute === undefined),
    'group and attribute go together',
  );

type Wanted = z.infer<typeof schema>;

/** An icon that the window has for every computer; no inventory stands behind it (Q172533, Q185353). */
const networkMonitor = 'Network Monitor';

/** The Personal Computer Properties window of SMS 1.2. */
export const personalComputerProperties = defineExpectation({
  name: 'personal computer properties',
  summary: 'The groups that the Personal Computer Properties window of SMS 1.2 shows, and what stands in them',
  schema,
  example: 'personal computer properties: { name: MAC1, groups: [Identification, Network Monitor] }',
  looksAt: 'state',
  changesWith: ['transition', 'step'],
  check(play, given) {
    const found = machineOf(play, given);
    const listed = given.listed ?? true;
    if (found === undefined) return { met: !listed, actual: 'no such computer' };
    if (!listed) return { met: false, actual: 'the computer is listed' };
    const stored = storedInventory(databaseFor(play, given.site), found);
    if (!stored.ok) return { met: false, actual: stored.failure.message };
    const shown = [...new Set(stored.value.map(({ name }) => name)), networkMonitor];
    const met =
      (given.groups === undefined || sameNames(given.groups, shown)) &&
      (given.shows ?? []).every((name) => has(shown, name)) &&
      (given.lacks ?? []).every((name) => !has(shown, name));
    return given.group === undefined ? { met, actual: shown.join(', ') } : withValue(given, stored.value, met);
  },
});

function machineOf(play: Play, { site, name, smsid }: Wanted): number | undefined {
  const known = machines(databaseFor(play, site));
  const list = known.ok ? known.value : [];
  const machine = list.find(
    ({ attributes }) =>
      (name === undefined || same(attributes['Name'], name)) &&
      (smsid === undefined || same(attributes['SMSID'], smsid)),
  );
  return machine?.machineId;
}

function withValue(given: Wanted, groups: readonly StoredGroup[], met: boolean): Finding {
  const rows = groups.filter(({ name }) => same(name, given.group ?? ''));
  const values = rows.map(({ attributes }) => attributes[given.attribute ?? ''] ?? null);
  const wanted = given.value ?? null;
  const isThere = values.some((value) => (wanted === null ? value === null : same(value, String(wanted))));
  const words = values.map((value) => value ?? 'nothing').join(', ');
  return { met: met && isThere, actual: rows.length === 0 ? `no group ${given.group}` : words };
}

function same(value: unknown, text: string): boolean {
  return (typeof value === 'string' || typeof value === 'number') && String(value).toUpperCase() === text.toUpperCase();
}

function has(names: readonly string[], name: string): boolean {
  return names.some((one) => same(one, name));
}

function sameNames(wanted: readonly string[], shown: readonly string[]): boolean {
  return wanted.length === shown.length && wanted.every((name) => has(shown, name));
}
