import { chainOf, type Link } from '../../analysis/why.ts';
import { inWords } from '../../analysis/words.ts';
import { isoTime, minute, type TraceRecord } from '../../kernel/index.ts';
import type { Film, FilmArrow, Frame } from './film.ts';
import { changesOf, type FilmChanges } from './film-changes.ts';
import { FilmRecords } from './film-records.ts';
import { FilmWorld } from './film-world.ts';
import { lastAtOrBefore } from './versions.ts';
import { WorldAt } from './world-at.ts';

/** An arrow with its label as text. */
export type ArrowAt = Omit<FilmArrow, 'label'> & { readonly label: string };

/**
 * Reads a film; the only place that knows its packing. It has neither Node nor a page in it, so that the viewer, the
 * exam and the tests share it. What a view does not ask for is not unpacked.
 */
export class FilmReader {
  readonly film: Film;
  readonly #records: FilmRecords;
  #world: FilmWorld | undefined;
  #frames: ReadonlyMap<number, Frame> | undefined;
  #arrows: readonly ArrowAt[] | undefined;
  #sentences: readonly string[] | undefined;

  /** Throws where the film is of a format that this reader does not know. */
  constructor(film: Film) {
    if (film.format !== 1) throw new Error(`a film of format ${String(film.format)}; this smsim reads format 1`);
    this.film = film;
    this.#records = new FilmRecords(film);
  }

  /** A record by its number; the same object each time, undefined where the film does not hold it. */
  record(number: number): TraceRecord | undefined {
    return this.#records.record(number);
  }

  /** Every record of the film. */
  records(): readonly TraceRecord[] {
    return this.#records.all();
  }

  recordsOfTurn(turn: number): readonly TraceRecord[] {
    return this.#records.ofTurn(turn);
  }

  /** Every turn of the scenario, ascending. */
  turns(): readonly number[] {
    return this.#records.turns;
  }

  /** The last turn that was taken up to an instant; the one before the scenario where none was. */
  turnAt(time: number): number {
    return this.#records.turnAt(time) ?? this.film.clock.firstTurn;
  }

  /** When a turn was taken; the scenario's start for the turns before it. */
  timeOf(turn: number): number {
    return this.recordsOfTurn(turn)[0]?.time ?? this.film.clock.start;
  }

  /** Everything as it stood after a turn. */
  worldAt(turn: number): WorldAt {
    return new WorldAt(this.#worldOfFilm(), turn, this.changedIn(turn));
  }

  /** What a turn changed. */
  changedIn(turn: number): FilmChanges {
    this.#frames ??= new Map(this.film.frames.map((frame) => [frame.turn, frame]));
    return changesOf(this.film, this.#worldOfFilm(), this.#frames.get(turn));
  }

  /** Why a record came about: from the steps of the scenario to it, in words, as `smsim why` tells it. */
  causeChain(record: TraceRecord): readonly Link[] {
    return chainOf(record, this.#records.links, this.film.clock.start);
  }

  /** What led to a record directly: its cause, and what was read there. */
  causesOf(record: TraceRecord): readonly TraceRecord[] {
    return this.#records.links(record);
  }

  /** One sentence about a record. */
  inWords(record: TraceRecord): string {
    return inWords(record);
  }

  /** Every arrow, in the order in which they arrived. */
  arrows(): readonly ArrowAt[] {
    return (this.#arrows ??= this.film.arrows.map((arrow) => ({ ...arrow, label: this.text(arrow.label) })));
  }

  /** A text of the film by its number, as sources of traits have it. */
  text(index: number): string {
    return this.film.strings[index] ?? '';
  }

  /** `1999-11-15 16:54:10.112` on the site server's clock zone. */
  localTime(time: number): string {
    return isoTime(this.local(time));
  }

  /** The instant as a clock of the site server's zone reads, for axes: days begin at its midnight. */
  local(time: number): number {
    const { offsets } = this.film.clock;
    const index = lastAtOrBefore(
      offsets.map(([from]) => from),
      time,
    );
    return time + (offsets[Math.max(0, index)]?.[1] ?? 0) * minute;
  }

  /** Records with every word of a text in their sentence or subject, without case, in the order of the run. */
  search(text: string): readonly TraceRecord[] {
    const words = text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    if (words.length === 0) return [];
    this.#sentences ??= this.records().map((record) => `${inWords(record)} ${record.subject}`.toLowerCase());
    const sentences = this.#sentences;
    return this.records().filter((_, index) => words.every((word) => sentences[index]?.includes(word)));
  }

  #worldOfFilm(): FilmWorld {
    return (this.#world ??= new FilmWorld(this.film));
  }
}
