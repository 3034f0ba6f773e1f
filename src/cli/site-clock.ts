import { isoTime, type Instant } from '../kernel/index.ts';
import type { Performance } from '../runner/index.ts';
import { toLocal } from '../world/index.ts';

/** Shows instants as the clock on the wall beside the site server does, to the second. */
export function siteClock(performance: Performance): (instant: Instant) => string {
  const { zone } = performance;
  return (instant) => isoTime(toLocal(zone, instant)).slice(0, 19);
}
