import { z } from 'zod';
import type { Instant } from '../../kernel/index.ts';
import { statusText } from '../../components/index.ts';
import type { SiteDatabase } from '../../world/index.ts';
import { counted, oneAmount, oneAmountMessage, timesMet, timesShape } from '../finding/amounts.ts';
import { hasAll, textsToFind } from '../finding/texts.ts';
import { shownTime, windowShape, withinWindow } from '../finding/windows.ts';
import { matches, patternText } from '../patterns.ts';
import type { Play } from '../play.ts';
import { siteCode } from '../references.ts';
import { parseReading } from '../times.ts';
import { defineExpectation } from '../verb.ts';

const schema = z
  .strictObject({
    site: siteCode().optional().describe('Site in whose database it lies; the site of the scenario without it'),
    id: z.number().int().optional().describe('Message number: 2719'),
    component: patternText().optional().describe('Component that reports it'),
    computer: patternText().optional().describe('Computer on which it was reported'),
    severity: z.enum(['informational', 'warning', 'error']).optional(),
    inserts: textsToFind().optional().describe('Texts that are found among its insertion strings'),
    text: textsToFind()
      .optional()
      .describe('Texts that are found in the message as it is shown, where a source quotes it'),
    ...timesShape,
    ...windowShape,
  })
  .refine(oneAmount, { message: oneAmountMessage });

type Wanted = z.infer<typeof schema>;

/** Status messages as the site database holds them. */
export const statusMessage = defineExpectation({
  name: 'status message',
  summary: 'Status messages in the site database, by number, component, severity and insertion strings',
  schema,
  example: 'status message: { id: 2719, component: SMS_INVENTORY_DATA_LOADER, severity: warning, times: 1 }',
  looksAt: 'state',
  changesWith: ['transition', 'step'],
  check(play, given) {
    const code = given.site ?? [...play.world.databases.keys()][0] ?? '';
    const stored = play.world.database(code);
    if (stored === undefined) return { met: false, actual: `site ${code} has no site database` };
    const inside = withinWindow(play, given);
    const messages = messagesOf(stored).filter((one) => inside(one.time));
    const fitting = messages.filter((one) => fits(given, one));
    const last = fitting.at(-1);
    const met = timesMet(given, fitting.length);
    if (last !== undefined)
      return { met, actual: `${counted(fitting.length, 'message')}, the last ${shown(play, last)}` };
    const closest = messages.findLast((one) => one.id === given.id) ?? messages.at(-1);
    if (closest === undefined) return { met, actual: 'no status messages' };
    return { met, actual: `no such message; the nearest is ${shown(play, closest)}` };
  },
});

interface Message {
  readonly id: number;
  readonly component: string;
  readonly computer: string;
  readonly severity: string;
  readonly time: Instant;
  readonly inserts: readonly string[];
}

/** As an administrator's own select, which works in whatever state the database is. */
function messagesOf(database: SiteDatabase): readonly Message[] {
  const texts = new Map<unknown, string[]>();
  for (const [record, text] of rowsOf(
    database,
    'select RecordID, InsStrValue from StatusMessageInsStrs order by RecordID, InsStrIndex',
  )) {
    texts.set(record, [...(texts.get(record) ?? []), String(text)]);
  }
  return rowsOf(database, selection).map(([record, id, component, computer, severity, time]) => ({
    id: Number(id),
    component: String(component),
    computer: String(computer),
    severity: severityOf(Number(severity)),
    time: parseReading(String(time)) ?? 0,
    inserts: texts.get(record) ?? [],
  }));
}

const selection =
  'select RecordID, MessageID, Component, MachineName, Severity, Time from StatusMessages order by RecordID';

function rowsOf(database: SiteDatabase, sql: string): readonly (readonly unknown[])[] {
  const answer = database.query(sql);
  return answer.ok ? answer.value.rows : [];
}

/** The two highest bits, as Windows NT numbers severities: 01 informational, 10 warning, 11 error. */
function severityOf(number: number): string {
  return ['', 'informational', 'warning', 'error'][number >>> 30] ?? '';
}

function fits(wanted: Wanted, one: Message): boolean {
  if (wanted.id !== undefined && wanted.id !== one.id) return false;
  if (wanted.severity !== undefined && wanted.severity !== one.severity) return false;
  if (wanted.component !== undefined && !matches(wanted.component, one.component)) return false;
  if (wanted.computer !== undefined && !matches(wanted.computer, one.computer)) return false;
  if (!hasAll(wanted.text, statusText(one.id, one.inserts) ?? '')) return false;
  return hasAll(wanted.inserts, one.inserts.join('\n'));
}

function shown(play: Play, one: Message): string {
  const words = `${one.id} (${one.severity}) of ${one.component} on ${one.computer} at ${shownTime(play, one.time)}`;
  return one.inserts.length === 0 ? words : `${words}: ${one.inserts.join(', ')}`;
}
