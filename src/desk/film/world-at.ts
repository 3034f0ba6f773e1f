import type { FilmCell } from './film.ts';
import type { FilmChanges } from './film-changes.ts';
import type { FileAt, FilmWorld, RegistryAt, RowAt, TableAt } from './film-world.ts';

/** The world of a film as it stood after one turn. Computers and processes go by their numbers in the film. */
export class WorldAt {
  readonly turn: number;
  /** What this very turn changed. */
  readonly changed: FilmChanges;
  readonly #world: FilmWorld;

  constructor(world: FilmWorld, turn: number, changed: FilmChanges) {
    this.#world = world;
    this.turn = turn;
    this.changed = changed;
  }

  /** Everything on a computer's drives, folders too, sorted by path. */
  files(computer: number): readonly FileAt[] {
    return this.#world.files(this.turn, computer);
  }

  file(computer: number, path: string): FileAt | null {
    return this.#world.file(this.turn, computer, path);
  }

  /** The text of a file; null where it is not there, or only its size is known. */
  content(computer: number, path: string): string | null {
    return this.#world.content(this.turn, computer, path);
  }

  /** Every registry value of a computer, sorted by key and name. */
  registry(computer: number): readonly RegistryAt[] {
    return this.#world.registry(this.turn, computer);
  }

  value(computer: number, key: string, name: string): RegistryAt | null {
    return this.#world.value(this.turn, computer, key, name);
  }

  /** The tables of all site databases, sorted by site and name. A row may be older than a table's last columns. */
  tables(): readonly TableAt[] {
    return this.#world.tables(this.turn);
  }

  /** The rows of a table by rowid. */
  rows(site: string, table: string): readonly RowAt[] {
    return this.#world.rows(this.turn, site, table);
  }

  row(site: string, table: string, rowid: number): readonly FilmCell[] | null {
    return this.#world.row(this.turn, site, table, rowid);
  }

  /** The state of a process's machine; null while it does not run. */
  state(process: number): string | null {
    return this.#world.state(this.turn, process);
  }
}
