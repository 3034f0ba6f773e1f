import { formatDuration, isoTime, parseDuration, second, type Duration, type Instant } from '../../kernel/index.ts';
import { parseMoment } from '../../scenario/index.ts';
import { toLocal } from '../../world/index.ts';
import type { Session } from '../session/index.ts';
import { Refusal } from './answer.ts';

/** An instant as the clock beside the site server shows it, to the second. */
export function shown(session: Session, instant: Instant): string {
  return isoTime(toLocal(session.zone, instant)).slice(0, 19);
}

/** A span from now, to the second: `in 22h 59m`, `now`. */
export function fromNow(session: Session, instant: Instant): string {
  const span = Math.floor((instant - session.now) / second) * second;
  return span <= 0 ? 'now' : `in ${formatDuration(span)}`;
}

/** A span as it is typed: `23h`, `1d 12h`; undefined where it is none. */
export function spanOf(text: string): Duration | undefined {
  return parseDuration(text);
}

/** A time as it is typed: `09:00` is the next one, `day 2 09:00`, `1999-11-16 10:00`; undefined where it is none. */
export function instantOf(session: Session, text: string, not: 'before' | 'after' = 'before'): Instant | undefined {
  const moment = parseMoment(text);
  if (moment === undefined) return undefined;
  const given = session.play.instant(text);
  const isClock = moment.day === undefined && moment.date === undefined;
  if (!isClock) return given;
  const days = Math.floor((session.now - given) / day);
  const near = given + days * day;
  if (not === 'after') return near;
  return near < session.now ? near + day : near;
}

const day: Duration = 86_400 * second;

/** Where one stands: the time, the turn and the branch. */
export function standing(session: Session): string {
  const ahead = session.lastTurn > session.turn ? ` of ${session.lastTurn} played` : '';
  const branch = session.branches.length > 1 ? `, branch ${session.branch}` : '';
  return `${shown(session, session.now)}, turn ${session.turn}${ahead}${branch}`;
}

/** Refuses what is no number of turns. */
export function turnsOf(text: string | undefined): number {
  if (text === undefined) return 1;
  if (!/^\d{1,9}$/.test(text) || Number(text) === 0) throw new Refusal(`"${text}" is no number of turns`);
  return Number(text);
}
