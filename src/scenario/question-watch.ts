import type { Instant, TraceRecord } from '../kernel/index.ts';
import type { SqlOutcome, SqlResult, World } from '../world/index.ts';
import { isEvent, type EventPattern } from './events.ts';
import type { Asked, Question } from './exam.ts';
import { MomentWatch, sightingOf, type Sighting } from './moment-watch.ts';
import { fitsWildcard } from './patterns.ts';
import type { Play } from './play.ts';
import type { Calendar } from './times.ts';

/** How far a run has come with a question; plain data, for checkpoints. */
export interface QuestionState {
  /** Where it is asked; null before. */
  readonly asked: Sighting | null;
  /** Where the run answers it; null before. */
  readonly answered: Sighting | null;
  /** Of a row: where it is looked at. */
  readonly looked: Sighting | null;
  /** Of a row: what it said where the question was asked; null where there was none. */
  readonly before: string | null;
  /** Of a row: what it said where it was looked at; then what else it could have been, as the same run has it. */
  readonly values: readonly string[];
}

/**
 * Follows a run until it has asked a question and answered it. The answer is the first that comes after the turn in
 * which the question is asked; so a key is never written down, and cannot be wrong.
 */
export class QuestionWatch {
  readonly question: Question;
  #answered: Sighting | null = null;
  #before: string | null = null;
  #values: readonly string[] = [];
  readonly #play: Play;
  readonly #asked: MomentWatch;
  /** Of a row only. */
  readonly #look: MomentWatch | undefined;

  constructor(question: Question, play: Play, calendar: Calendar) {
    this.question = question;
    this.#play = play;
    this.#asked = new MomentWatch(question.moment, play, calendar);
    const { asked } = question;
    if (asked.kind === 'row') this.#look = new MomentWatch(asked.moment, play, calendar);
  }

  get state(): QuestionState {
    const [asked, looked] = [this.#asked.seen ?? null, this.#look?.seen ?? null];
    return { asked, answered: this.#answered, looked, before: this.#before, values: this.#values };
  }

  set state({ asked, answered, looked, before, values }: QuestionState) {
    this.#asked.seen = asked ?? undefined;
    if (this.#look !== undefined) this.#look.seen = looked ?? undefined;
    this.#answered = answered;
    this.#before = before;
    this.#values = values;
  }

  timePasses(next: Instant): void {
    const before = this.#asked.seen;
    this.#asked.timePasses(next);
    if (before === undefined && this.#asked.seen !== undefined) this.#before = this.#readRow() ?? null;
    this.#look?.timePasses(next);
    this.#lookAtRow();
  }

  turnTaken(records: readonly TraceRecord[]): void {
    if (this.#answered !== null) return;
    if (this.#asked.seen === undefined) {
      this.#asked.turnTaken(records);
      if (this.#asked.seen !== undefined) this.#before = this.#readRow() ?? null;
      return;
    }
    this.#look?.turnTaken(records);
    this.#lookAtRow();
    const { asked } = this.question;
    if (asked.kind === 'row') return;
    const found = records.find((record) => answers(asked, record, this.#play.world));
    if (found !== undefined) this.#answered = sightingOf(found);
  }

  /** What the run lacks for the question, in words; undefined where it lacks nothing. */
  lacks(): string | undefined {
    if (this.#asked.seen === undefined) return 'the run never comes to the moment at which it is asked';
    if (this.#answered !== null) return undefined;
    const { asked } = this.question;
    if (asked.kind !== 'row' || this.#look?.seen === undefined) return 'the run never answers it';
    return this.#complaintOf(asked.site, asked.sql) ?? 'the select gives no row at that moment';
  }

  /** A row is looked at once, when both moments have come. */
  #lookAtRow(): void {
    const [asked, look] = [this.#asked.seen, this.#look?.seen];
    if (this.#answered !== null || asked === undefined || look === undefined || look.turn < asked.turn) return;
    const value = this.#readRow();
    if (value === undefined) return;
    this.#answered = look;
    this.#values = [value, ...(this.#before === null ? [] : [this.#before]), ...this.#amongRows()];
  }

  /** What the row says now. */
  #readRow(): string | undefined {
    const { asked } = this.question;
    if (asked.kind !== 'row') return undefined;
    return this.#firstColumn(asked.site, asked.sql)[0];
  }

  #amongRows(): readonly string[] {
    const { asked } = this.question;
    return asked.kind !== 'row' || asked.among === undefined ? [] : this.#firstColumn(asked.site, asked.among);
  }

  #firstColumn(site: string | undefined, sql: string): readonly string[] {
    const answer = this.#query(site, sql);
    return answer?.ok === true ? answer.value.rows.map(([first]) => String(first ?? 'NULL')) : [];
  }

  #complaintOf(site: string | undefined, sql: string): string | undefined {
    const answer = this.#query(site, sql);
    if (answer === undefined) return 'the site has no site database';
    return answer.ok ? undefined : answer.failure.message;
  }

  #query(site: string | undefined, sql: string): SqlOutcome<SqlResult> | undefined {
    const { world } = this.#play;
    return world.database(site ?? [...world.databases.keys()][0] ?? '')?.query(sql);
  }
}

/** Whether a record is what a question asks for; never for rows, which are looked at. */
export function answers(asked: Asked, record: TraceRecord, world: World): boolean {
  if (asked.kind === 'next file') return asked.files.some((file) => isNewFile(file, record, world));
  if (asked.kind === 'next state') return isNewState(asked, record, world);
  if (asked.kind === 'time of') return isEvent(asked.event, record, world);
  return asked.kind === 'next line' && isEvent({ 'log line': asked.line }, record, world);
}

function isNewFile(file: NonNullable<EventPattern['file']>, record: TraceRecord, world: World): boolean {
  if (record.kind !== 'file' || record.detail === 'created folder') return false;
  if (file.path.includes('\\')) return isEvent({ file }, record, world);
  const name = record.subject.slice(record.subject.lastIndexOf('\\') + 1);
  const folder = record.subject.slice(record.subject.indexOf(':') + 1, record.subject.length - name.length);
  return fitsWildcard(file.path, name) && isEvent({ file: { ...file, path: `${folder}${name}` } }, record, world);
}

function isNewState(asked: Asked & { readonly kind: 'next state' }, record: TraceRecord, world: World): boolean {
  const { computer, component, among } = asked;
  if (record.kind !== 'transition') return false;
  const state = { component, state: '', ...(computer === undefined ? {} : { computer }) };
  const [from = '', to = ''] = record.subject.split(/ --.*--> /);
  if (from === to || !isEvent({ state }, record, world)) return false;
  return among === undefined || among.includes(to);
}
