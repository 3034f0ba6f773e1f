import { civilTime, day, minute, type Instant } from '../../../kernel/index.ts';
import type { AddressOpening, AddressSpan, JobPriority, SiteAddress } from '../../../world/index.ts';

const allowed: Readonly<Record<AddressOpening, readonly JobPriority[]>> = {
  all: ['high', 'normal', 'low'],
  'medium and high': ['high', 'normal'],
  high: ['high'],
  nothing: [],
};

/** Whether jobs of a priority may be sent at a moment of the site server's clock; of several spans the first counts. */
export function isOpen({ schedule }: SiteAddress, priority: JobPriority, now: Instant): boolean {
  const reading = minuteOfDay(now);
  const span = schedule.find((one) => isWithin(one, reading));
  return span === undefined || allowed[span.send].includes(priority);
}

/** The next moment at which a span of the address begins or ends; a day later where it has none. */
export function nextChange({ schedule }: SiteAddress, now: Instant): Instant {
  const midnight = now - (now % minute) - minuteOfDay(now) * minute;
  const moments = schedule.flatMap(({ from, to }) => [from, to]).map((minutes) => midnight + minutes * minute);
  return Math.min(now + day, ...moments.map((moment) => (moment > now ? moment : moment + day)));
}

function isWithin({ from, to }: AddressSpan, reading: number): boolean {
  return from <= to ? reading >= from && reading < to : reading >= from || reading < to;
}

function minuteOfDay(now: Instant): number {
  const { hour, minute: minutes } = civilTime(now);
  return hour * 60 + minutes;
}
