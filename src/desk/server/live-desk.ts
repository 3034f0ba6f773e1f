import type { Seat } from '../shell/index.ts';
import { complete, interpret, passingText, Pace, type Answer, type RealTime } from '../shell/index.ts';
import type { FilmPage } from '../film/film.ts';

/** Where a session stands, for whoever looks at it. */
export interface Standing {
  readonly turn: number;
  readonly lastTurn: number;
  readonly now: number;
  readonly branch: string;
  readonly computer: string;
  readonly folder: string;
  /** What happened since the last time this was told; empty where somebody only did something. */
  readonly passed: string;
}

/** Opens a scenario out of those that are offered. */
export interface Shelf {
  /** Files that can be opened, as a person types them. */
  list(): Promise<readonly string[]>;
  /** A seat in front of one of them; undefined for a file that is not on the shelf. */
  open(file: string): Promise<Seat | undefined>;
}

export interface LiveDeskOptions {
  readonly seat: Seat;
  readonly shelf: Shelf;
  /** The film of a session so far. */
  readonly film: (seat: Seat) => FilmPage;
  readonly time: RealTime;
  /** Virtual seconds in a second; undefined: time passes only when told to. */
  readonly pace: number | undefined;
}

/** The one session that everybody at a server looks at: lines are done one after another, and whoever listens hears. */
export class LiveDesk {
  readonly #options: LiveDeskOptions;
  readonly #listeners = new Set<(standing: Standing) => void>();
  #seat: Seat;
  #pace: Pace | undefined;
  #lines: Promise<unknown> = Promise.resolve();

  constructor(options: LiveDeskOptions) {
    this.#options = options;
    this.#seat = options.seat;
    this.#setPace();
  }

  get standing(): Standing {
    return this.#standing('');
  }

  get shelf(): readonly string[] | Promise<readonly string[]> {
    return this.#options.shelf.list();
  }

  complete(line: string): readonly [readonly string[], string] {
    return complete(this.#seat, line);
  }

  /** Does a line after those that came before it. */
  do(line: string, signal: AbortSignal): Promise<Answer> {
    return this.#inTurn(async () => {
      const answer = await interpret(this.#seat, line, signal);
      this.#tell('');
      return answer;
    });
  }

  film(): Promise<FilmPage> {
    return this.#inTurn(() => Promise.resolve(this.#options.film(this.#seat)));
  }

  /** Begins with another scenario; false where it is not on the shelf. */
  open(file: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const seat = await this.#options.shelf.open(file);
      if (seat === undefined) return false;
      this.#pace?.rest();
      this.#seat.session.close();
      this.#seat = seat;
      this.#setPace();
      this.#tell('');
      return true;
    });
  }

  /** Hears from now on where the session stands; returns how to stop that. */
  listen(listener: (standing: Standing) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  close(): void {
    this.#pace?.rest();
    this.#seat.session.close();
  }

  #setPace(): void {
    const { pace, time } = this.#options;
    if (pace === undefined) return;
    const { session } = this.#seat;
    this.#pace = new Pace(session, pace, time, (before) => this.#tell(passingText(session, before)));
  }

  #inTurn<T>(body: () => Promise<T>): Promise<T> {
    const done = this.#lines.then(async () => {
      this.#pace?.rest();
      try {
        return await body();
      } finally {
        this.#pace?.goOn();
      }
    });
    this.#lines = done.catch(() => undefined);
    return done;
  }

  #tell(passed: string): void {
    const standing = this.#standing(passed);
    for (const listener of this.#listeners) listener(standing);
  }

  #standing(passed: string): Standing {
    const { session, computer, prompt } = this.#seat;
    const { turn, lastTurn, now, branch } = session;
    return { turn, lastTurn, now, branch, computer: computer.name, folder: prompt, passed };
  }
}
