import { civilTime, day, dayNumber, hour, minute, type Instant } from '../kernel/index.ts';
import { zones, type DaylightRule, type Transition, type ZoneData } from './time-zone-data.ts';

const byName = new Map(zones.map((zone) => [zone.standardName.toLowerCase(), zone]));
const turnsOfYear = new Map<string, readonly [begins: Instant, ends: Instant]>();

/** The standard names of all zones, sorted; a computer's zone is one of them. */
export function zoneNames(): readonly string[] {
  return zones.map((zone) => zone.standardName).toSorted();
}

/** Minutes by which a zone's clocks are ahead of UTC at an instant, daylight time included. */
export function zoneOffset(name: string, instant: Instant): number {
  const hours = Math.floor(instant / hour);
  const last = latest.get(name);
  if (last?.hours === hours) return last.offset;
  const offset = computedOffset(name, instant);
  latest.set(name, { hours, offset });
  return offset;
}

/** Offsets change on full hours of UTC only, and virtual time stands still while a turn looks at clocks. */
const latest = new Map<string, { readonly hours: number; readonly offset: number }>();

function computedOffset(name: string, instant: Instant): number {
  const zone = zoneOf(name);
  const local = instant + zone.offset * minute;
  const { year } = civilTime(local);
  const rule = zone.daylight.findLast((candidate) => candidate.from <= year);
  if (rule === undefined) return zone.offset;
  const [begins, ends] = turns(zone, rule, year);
  const northern = begins < ends;
  const inside = northern ? instant >= begins && instant < ends : instant >= begins || instant < ends;
  return zone.offset + (inside ? 60 : 0);
}

/** What clocks of a zone show at an instant. */
export function toLocal(zone: string, instant: Instant): Instant {
  return instant + zoneOffset(zone, instant) * minute;
}

/**
 * The instant at which clocks of a zone show this reading. A reading that occurs twice means the first time, in
 * daylight time; one that is skipped in spring means the instant an hour later on the clock.
 */
export function toUniversal(zone: string, local: Instant): Instant {
  const standard = zoneOf(zone).offset;
  const inDaylight = local - (standard + 60) * minute;
  if (zoneOffset(zone, inDaylight) === standard + 60) return inDaylight;
  return local - standard * minute;
}

function zoneOf(name: string): ZoneData {
  const zone = byName.get(name.toLowerCase());
  if (zone === undefined) throw new Error(`no time zone named ${name}`);
  return zone;
}

function turns(zone: ZoneData, rule: DaylightRule, year: number): readonly [Instant, Instant] {
  const key = `${zone.standardName} ${year}`;
  const known = turnsOfYear.get(key);
  if (known !== undefined) return known;
  const shift = rule.universal ? 0 : zone.offset;
  const begins = turn(rule.begins, year) - shift * minute;
  const ends = turn(rule.ends, year) - (rule.universal ? 0 : shift + daylightOf(zone, rule)) * minute;
  turnsOfYear.set(key, [begins, ends]);
  return [begins, ends];
}

/** The clock that is in force when daylight time ends runs an hour ahead; Australia changes by standard time. */
function daylightOf(zone: ZoneData, rule: DaylightRule): number {
  return rule.begins.month > rule.ends.month && zone.offset > 0 ? 0 : 60;
}

function turn(transition: Transition, year: number): Instant {
  const first = dayNumber(year, transition.month, 1);
  const weekdayOfFirst = (((first + 4) % 7) + 7) % 7;
  const firstSunday = first + ((7 - weekdayOfFirst) % 7);
  const next = transition.month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, transition.month + 1, 1);
  let sunday = firstSunday + (transition.sunday - 1) * 7;
  while (sunday >= next) sunday -= 7;
  return sunday * day + transition.hour * hour;
}
