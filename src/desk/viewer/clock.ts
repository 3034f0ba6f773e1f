import type { FilmReader } from '../film/film-reader.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dayLength = 86_400_000;

/** `09:00:03` of an instant, by the clock of the site server's zone. */
export function timeOfDay(reader: FilmReader, time: number): string {
  return reader.localTime(time).slice(11, 19);
}

/** `.250` where an instant is no whole second, else nothing. */
export function thousandths(reader: FilmReader, time: number): string {
  return reader.localTime(time).slice(19).replace('.000', '');
}

/** `09:00:03`, or `day 2 09:00:03` as scenario files count the days. */
export function moment(reader: FilmReader, time: number): string {
  const day = dayOf(reader, time);
  return `${day > 1 ? `day ${day} ` : ''}${timeOfDay(reader, time)}`;
}

/** `Monday 15 Nov 1999`. */
export function dateInWords(reader: FilmReader, time: number): string {
  const date = new Date(reader.local(time));
  const month = months[date.getUTCMonth()] ?? '';
  return `${weekdays[date.getUTCDay()]} ${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}

/** The day of the run in which an instant is; that of the start is day 1. */
export function dayOf(reader: FilmReader, time: number): number {
  const dayNumber = (at: number): number => Math.floor(reader.local(at) / dayLength);
  return dayNumber(time) - dayNumber(reader.film.clock.start) + 1;
}

/** `18 h 42 min`, `3 d 4 h`, `12 s`: the two largest units of a span in milliseconds. */
export function inUnits(span: number): string {
  const units = [
    [dayLength, 'd'],
    [3_600_000, 'h'],
    [60_000, 'min'],
    [1000, 's'],
  ] as const;
  const first = units.findIndex(([length]) => span >= length);
  if (first < 0) return `${span} ms`;
  const [[length, name], next] = [units[first] as (typeof units)[number], units[first + 1]];
  const rest = next === undefined ? 0 : Math.floor((span % length) / next[0]);
  return `${Math.floor(span / length)} ${name}${rest > 0 ? ` ${rest} ${next?.[1]}` : ''}`;
}
