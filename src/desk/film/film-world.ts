import type { FileChange, FileFact, Film, FilmCell, Frame, RegistryFact, RowChange } from './film.ts';
import { Versions } from './versions.ts';

/** A file or folder after a turn. */
export interface FileAt {
  readonly computer: number;
  readonly path: string;
  readonly folder: boolean;
  readonly size: number;
  /** Last written, in the computer's own clock. */
  readonly written: number;
}

/** A registry value after a turn; `value` is null for a key without values. */
export interface RegistryAt {
  readonly computer: number;
  readonly key: string;
  readonly name: string;
  readonly value: string | null;
}

/** A row of a table after a turn. */
export interface RowAt {
  readonly rowid: number;
  readonly values: readonly FilmCell[];
}

/** A table of a site database after a turn. */
export interface TableAt {
  readonly site: string;
  readonly table: string;
  readonly columns: readonly string[];
}

/** What is kept of a version of a file; the text of an appended one stands at the end of the version before. */
type FileVersion = FileAt & { readonly text: number | null; readonly appended: boolean };

/** The versions of everything of one sort on one computer, by its name in capitals; sorted once they are complete. */
type Histories<Fact> = Map<string, Versions<Fact>>;

interface TableHistory {
  columns: readonly string[];
  readonly since: number;
  readonly rows: Map<number, Versions<readonly FilmCell[]>>;
}

/**
 * The world of a film at any turn. Each thing keeps its own versions, so that going back costs a look into those that
 * are shown and no replay; keys compare without case, as Windows does.
 */
export class FilmWorld {
  readonly #film: Film;
  readonly #files: Histories<FileVersion>[] = [];
  readonly #registry: Histories<RegistryAt>[] = [];
  readonly #tables = new Map<string, Map<string, TableHistory>>();
  readonly #states = new Map<number, Versions<string>>();

  constructor(film: Film) {
    this.#film = film;
    this.#begin();
    for (const frame of film.frames) this.#take(frame);
    for (const [computer, all] of this.#files.entries()) this.#files[computer] = sorted(all);
    for (const [computer, all] of this.#registry.entries()) this.#registry[computer] = sorted(all);
  }

  /** Everything on a computer's drives after a turn, sorted by path. */
  files(turn: number, computer: number): readonly FileAt[] {
    return presentAt(this.#files[computer], turn);
  }

  file(turn: number, computer: number, path: string): FileAt | null {
    return this.#files[computer]?.get(path.toUpperCase())?.at(turn) ?? null;
  }

  /** The text of a file after a turn; null where only its size is known, or it is not there. */
  content(turn: number, computer: number, path: string): string | null {
    const versions = this.#files[computer]?.get(path.toUpperCase());
    if (versions === undefined) return null;
    const parts: string[] = [];
    for (let index = versions.indexAt(turn); ; index--) {
      const version = versions.version(index);
      if (version === null || version.text === null) return null;
      parts.push(this.#text(version.text));
      if (!version.appended) return parts.toReversed().join('');
    }
  }

  /** Every value in a computer's registry after a turn, sorted by key and name. */
  registry(turn: number, computer: number): readonly RegistryAt[] {
    return presentAt(this.#registry[computer], turn);
  }

  value(turn: number, computer: number, key: string, name: string): RegistryAt | null {
    return this.#registry[computer]?.get(valueKey(key, name))?.at(turn) ?? null;
  }

  /** The tables of all site databases that are there after a turn, sorted by site and name. */
  tables(turn: number): readonly TableAt[] {
    return [...this.#tables].toSorted(byKey).flatMap(([site, tables]) =>
      [...tables]
        .filter(([, { since }]) => since <= turn)
        .toSorted(byKey)
        .map(([table, { columns }]) => ({ site, table, columns })),
    );
  }

  /** The rows of a table after a turn, by rowid. */
  rows(turn: number, site: string, table: string): readonly RowAt[] {
    const rows = [...(this.#tables.get(site)?.get(table)?.rows ?? [])].toSorted(([a], [b]) => a - b);
    return rows.flatMap(([rowid, versions]) => {
      const values = versions.at(turn);
      return values === null ? [] : [{ rowid, values }];
    });
  }

  row(turn: number, site: string, table: string, rowid: number): readonly FilmCell[] | null {
    return this.#tables.get(site)?.get(table)?.rows.get(rowid)?.at(turn) ?? null;
  }

  /** The state of a process's machine after a turn, by its number in the film; null while it does not run. */
  state(turn: number, process: number): string | null {
    return this.#states.get(process)?.at(turn) ?? null;
  }

  #begin(): void {
    const { world, clock } = this.#film;
    const turn = clock.firstTurn;
    for (const fact of world.files) this.#put(turn, { change: 'put', ...fact });
    for (const fact of world.registry) this.#set(turn, fact);
    for (const { site, table, columns, rows } of world.tables) {
      const history = this.#table(turn, site, table, columns);
      for (const [rowid, values] of rows) versionsOf(history.rows, rowid).add(turn, values);
    }
    for (const [process, state] of world.states) versionsOf(this.#states, process).add(turn, this.#text(state));
  }

  #take({ turn, files = [], registry = [], rows = [], states = [] }: Frame): void {
    for (const change of files) this.#put(turn, change);
    for (const change of registry) this.#set(turn, change);
    for (const change of rows) this.#row(turn, change);
    for (const [process, state] of states) {
      versionsOf(this.#states, process).add(turn, state === null ? null : this.#text(state));
    }
  }

  #put(turn: number, change: FileChange): void {
    const path = this.#text(change.path);
    const versions = versionsOf((this.#files[change.computer] ??= new Map()), path.toUpperCase());
    if (change.change === 'gone') versions.add(turn, null);
    else if (change.change === 'put') versions.add(turn, this.#fileVersion(change, path));
    else {
      const { computer, size, written, text } = change;
      versions.add(turn, { computer, path, folder: false, size, written, text, appended: true });
    }
  }

  #fileVersion({ computer, folder, size, written, content }: FileFact, path: string): FileVersion {
    return { computer, path, folder, size, written, text: content, appended: false };
  }

  #set(turn: number, change: RegistryFact | (Omit<RegistryFact, 'value'> & { readonly gone: true })): void {
    const { computer } = change;
    const [key, name] = [this.#text(change.key), this.#text(change.name)];
    const versions = versionsOf((this.#registry[computer] ??= new Map()), valueKey(key, name));
    if ('gone' in change) versions.add(turn, null);
    else {
      const value = change.value === null ? null : this.#text(change.value);
      versions.add(turn, { computer, key, name, value });
    }
  }

  #row(turn: number, { site, table, columns, rowid, values }: RowChange): void {
    const history = this.#table(turn, site, table, columns);
    versionsOf(history.rows, rowid).add(turn, values);
  }

  #table(turn: number, site: string, table: string, columns: readonly string[] | undefined): TableHistory {
    let tables = this.#tables.get(site);
    if (tables === undefined) this.#tables.set(site, (tables = new Map()));
    let history = tables.get(table);
    if (history === undefined) tables.set(table, (history = { columns: [], since: turn, rows: new Map() }));
    if (columns !== undefined) history.columns = columns;
    return history;
  }

  #text(index: number): string {
    return this.#film.strings[index] ?? '';
  }
}

function versionsOf<Key, Fact>(all: Map<Key, Versions<Fact>>, key: Key): Versions<Fact> {
  let versions = all.get(key);
  if (versions === undefined) all.set(key, (versions = new Versions()));
  return versions;
}

/** A computer of which nothing is known has no histories. */
function sorted<Fact>(all: Histories<Fact> | undefined): Histories<Fact> {
  return new Map([...(all ?? [])].toSorted(byKey));
}

function presentAt<Fact>(all: Histories<Fact> | undefined, turn: number): readonly Fact[] {
  const present: Fact[] = [];
  for (const versions of all?.values() ?? []) {
    const fact = versions.at(turn);
    if (fact !== null) present.push(fact);
  }
  return present;
}

/** Keys before the values in them, `\u0000` sorting before every letter. */
function valueKey(key: string, name: string): string {
  return `${key}\u0000${name}`.toUpperCase();
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}
