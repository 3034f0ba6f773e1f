import { z } from 'zod';
import { day, minute, second, type Duration, type Instant } from '../../kernel/index.ts';
import { toLocal } from '../../world/index.ts';
import type { Play } from '../play.ts';
import { momentText, parseMoment } from '../times.ts';

/** When something is dated, by the clock of the computer on which it lies. */
export const dateShape = z.strictObject({
  equals: momentText().optional().describe('This time, as exactly as it is written: to the day, minute or second'),
  before: momentText().optional().describe('Earlier than this time'),
  after: momentText().optional().describe('Later than this time'),
});

/** What `dateShape` gives. */
export type DateWish = z.infer<typeof dateShape>;

/** Whether the reading of a clock of a zone is what is wanted. */
export function dateMet(play: Play, wanted: DateWish | undefined, reading: Instant, zone: string): boolean {
  if (wanted === undefined) return true;
  const local = (text: string): Instant => toLocal(zone, play.instant(text));
  if (wanted.before !== undefined && reading >= local(wanted.before)) return false;
  if (wanted.after !== undefined && reading <= local(wanted.after)) return false;
  if (wanted.equals === undefined) return true;
  const grain = grainOf(wanted.equals);
  return Math.floor(reading / grain) === Math.floor(local(wanted.equals) / grain);
}

function grainOf(text: string): Duration {
  if (parseMoment(text)?.clock === undefined) return day;
  if (/\.\d+$/.test(text)) return 1;
  return /:\d{2}:\d{2}$/.test(text) ? second : minute;
}
