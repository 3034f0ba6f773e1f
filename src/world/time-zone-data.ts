/** When daylight time begins or ends: the nth (or, with 5, last) Sunday of a month at an hour. */
export interface Transition {
  readonly month: number;
  readonly sunday: 1 | 2 | 3 | 4 | 5;
  /** Hour of the clock that is in force, or of UTC where the zone's rule says so. */
  readonly hour: number;
}

/** The rule of daylight time from a year on, until the next rule of the zone. */
export interface DaylightRule {
  readonly from: number;
  readonly begins: Transition;
  readonly ends: Transition;
  readonly universal: boolean;
}

/** A time zone by its standard name, as Windows keeps it and as server log lines show it. */
export interface ZoneData {
  readonly standardName: string;
  /** Minutes ahead of UTC in standard time. */
  readonly offset: number;
  readonly daylight: readonly DaylightRule[];
  /** The zone of the IANA database that a test compares it with. */
  readonly iana: string;
}

const unitedStates: readonly DaylightRule[] = [
  { from: 1987, begins: at(4, 1, 2), ends: at(10, 5, 2), universal: false },
  { from: 2007, begins: at(3, 2, 2), ends: at(11, 1, 2), universal: false },
];

const europe: readonly DaylightRule[] = [{ from: 1996, begins: at(3, 5, 1), ends: at(10, 5, 1), universal: true }];

/** Daylight time began early for the Olympic games of 2000 and ended late for the Commonwealth games of 2006. */
const australia: readonly DaylightRule[] = [
  { from: 1987, begins: at(10, 5, 2), ends: at(3, 5, 2), universal: false },
  { from: 2000, begins: at(8, 5, 2), ends: at(3, 5, 2), universal: false },
  { from: 2001, begins: at(10, 5, 2), ends: at(3, 5, 2), universal: false },
  { from: 2006, begins: at(10, 5, 2), ends: at(4, 1, 2), universal: false },
  { from: 2007, begins: at(10, 5, 2), ends: at(3, 5, 2), universal: false },
  { from: 2008, begins: at(10, 1, 2), ends: at(4, 1, 2), universal: false },
];

/** The zones scenarios can name. */
export const zones: readonly ZoneData[] = [
  zone('Hawaiian Standard Time', -600, [], 'Pacific/Honolulu'),
  zone('Alaskan Standard Time', -540, unitedStates, 'America/Anchorage'),
  zone('Pacific Standard Time', -480, unitedStates, 'America/Los_Angeles'),
  zone('US Mountain Standard Time', -420, [], 'America/Phoenix'),
  zone('Mountain Standard Time', -420, unitedStates, 'America/Denver'),
  zone('Central Standard Time', -360, unitedStates, 'America/Chicago'),
  zone('Eastern Standard Time', -300, unitedStates, 'America/New_York'),
  zone('GMT Standard Time', 0, europe, 'Europe/London'),
  zone('Greenwich Standard Time', 0, [], 'Africa/Abidjan'),
  zone('W. Europe Standard Time', 60, europe, 'Europe/Berlin'),
  zone('Romance Standard Time', 60, europe, 'Europe/Paris'),
  zone('GTB Standard Time', 120, europe, 'Europe/Athens'),
  zone('South Africa Standard Time', 120, [], 'Africa/Johannesburg'),
  zone('India Standard Time', 330, [], 'Asia/Kolkata'),
  zone('China Standard Time', 480, [], 'Asia/Shanghai'),
  zone('Tokyo Standard Time', 540, [], 'Asia/Tokyo'),
  zone('E. Australia Standard Time', 600, [], 'Australia/Brisbane'),
  zone('AUS Eastern Standard Time', 600, australia, 'Australia/Sydney'),
];

function at(month: number, sunday: Transition['sunday'], hour: number): Transition {
  return { month, sunday, hour };
}

function zone(standardName: string, offset: number, daylight: readonly DaylightRule[], iana: string): ZoneData {
  return { standardName, offset, daylight, iana };
}
