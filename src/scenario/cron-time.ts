import { z } from 'zod';
import type { Instant } from '../kernel/index.ts';
import { toLocal, toUniversal } from '../world/index.ts';
import { cronComplaint, nextAfter } from './cron.ts';
import { spelledOut } from './references.ts';

/** A cron expression of five or six fields in a schema. */
export function cronText(): z.ZodString {
  return spelledOut('cron', z.string(), cronComplaint);
}

/**
 * The first instant after another at which clocks of a zone show what a cron expression asks for. Readings that the
 * clocks leave out in spring do not happen, and those they show twice in autumn happen once. A schema has accepted the
 * expression before, so it has a next time.
 */
export function nextCronTime(expression: string, after: Instant, zone: string): Instant {
  for (let reading = toLocal(zone, after); ;) {
    const next = nextAfter(expression, reading);
    if ('complaint' in next) throw new Error(`"${expression}" passed the schema: ${next.complaint}`);
    reading = next.at;
    const instant = toUniversal(zone, reading);
    if (instant > after && toLocal(zone, instant) === reading) return instant;
  }
}
