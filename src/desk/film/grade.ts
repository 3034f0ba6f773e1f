import { day, dayNumber, hour, minute, second, type Duration, type Instant } from '../../kernel/index.ts';
import type { FilmQuestion } from './film.ts';

/**
 * Whether an answer is right. With choices it is one of them, word for word; without, it is typed: a file by its name
 * or path, a time with or without date, everything else as the key says it, without regard to case and spaces.
 * `askedAt` is what the clock on the wall shows where the question is asked, in milliseconds.
 */
export function isRight(question: FilmQuestion, answer: string, askedAt: Instant): boolean {
  const { key, kind, choices, tolerance } = question;
  if (choices.length > 0) return answer === key;
  if (kind === 'time') return isNear(answer, key, tolerance, askedAt);
  const given = plain(answer);
  return kind === 'file' ? namesOf(key).includes(given) : plain(key) === given;
}

/** What a question brings: its points, less an equal part for each hint that was taken; something is always left. */
export function pointsFor({ points, hints }: FilmQuestion, right: boolean, hintsTaken: number): number {
  if (!right) return 0;
  const steps = hints.length + 1;
  return Math.round((points * (steps - Math.min(hintsTaken, hints.length)) * 10) / steps) / 10;
}

/** Whether a text can be an answer at all: typed times have to be times. */
export function isReadable({ kind, choices }: FilmQuestion, answer: string): boolean {
  return kind !== 'time' || choices.length > 0 || reading(answer) !== undefined;
}

/** A clock reading without a date is the first one at or after the question. */
function isNear(answer: string, key: string, tolerance: Duration, askedAt: Instant): boolean {
  const [given, wanted] = [reading(answer), reading(key)];
  if (given === undefined || wanted?.date === undefined) return false;
  const right = wanted.date + wanted.clock;
  if (given.date !== undefined) return Math.abs(given.date + given.clock - right) <= tolerance;
  const today = Math.floor(askedAt / day) * day + given.clock;
  const first = today < askedAt - tolerance ? today + day : today;
  return Math.abs(first - right) <= tolerance;
}

interface Reading {
  readonly date: Instant | undefined;
  readonly clock: Duration;
}

/** Reads `09:05`, `9:05:30`, `1999-11-16 09:05`. */
function reading(text: string): Reading | undefined {
  const form = /^(?:(\d{4})-(\d{2})-(\d{2})[ T]+)?(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
  const [, year, month, dayOfMonth, hours, minutes, seconds = '0'] = form.exec(text.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const clock = Number(hours) * hour + Number(minutes) * minute + Number(seconds) * second;
  if (year === undefined) return { date: undefined, clock };
  return { date: dayNumber(Number(year), Number(month), Number(dayOfMonth)) * day, clock };
}

/** `\\SERVER C:\folder\name` goes by all of it, by its path and by its name. */
function namesOf(key: string): readonly string[] {
  const file = plain(key);
  return [file, file.slice(file.indexOf(' ') + 1), file.slice(file.lastIndexOf('\\') + 1)];
}

function plain(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
