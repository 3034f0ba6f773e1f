import { day, minute, type Instant } from '../../../kernel/index.ts';
import { zoneOffset } from '../../../world/index.ts';
import type { FilmClock } from '../film.ts';

/** The minutes that a zone adds to UTC, from each instant on at which that changes between two instants. */
export function offsetsBetween(zone: string, start: Instant, end: Instant): FilmClock['offsets'] {
  const offsets: [number, number][] = [[start, zoneOffset(zone, start)]];
  for (let from = start; from < end; from += day) {
    const to = Math.min(from + day, end);
    const before = zoneOffset(zone, from);
    if (zoneOffset(zone, to) !== before) offsets.push([changeBetween(zone, from, to), zoneOffset(zone, to)]);
  }
  return offsets;
}

/** Clocks change on a full minute of UTC. */
function changeBetween(zone: string, from: Instant, to: Instant): Instant {
  const before = zoneOffset(zone, from);
  let [low, high] = [Math.floor(from / minute), Math.ceil(to / minute)];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (zoneOffset(zone, middle * minute) === before) low = middle;
    else high = middle;
  }
  return high * minute;
}
