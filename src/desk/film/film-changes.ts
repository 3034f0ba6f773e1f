import type { Film, Frame } from './film.ts';
import type { FilmWorld } from './film-world.ts';

/** How a turn changed something that a page shows. */
export type HowChanged = 'new' | 'changed' | 'gone';

/** What a turn changed, to be marked in the views; everything is named as the views name it. */
export interface FilmChanges {
  readonly files: readonly { readonly computer: number; readonly path: string; readonly how: HowChanged }[];
  readonly registry: readonly {
    readonly computer: number;
    readonly key: string;
    readonly name: string;
    readonly how: HowChanged;
  }[];
  readonly rows: readonly {
    readonly site: string;
    readonly table: string;
    readonly rowid: number;
    readonly how: HowChanged;
  }[];
  readonly states: readonly { readonly process: number; readonly state: string | null }[];
}

/** What the frame of a turn says, in the words of the views; without a frame nothing. */
export function changesOf(film: Film, world: FilmWorld, frame: Frame | undefined): FilmChanges {
  const { turn = 0, files = [], registry = [], rows = [], states = [] } = frame ?? {};
  const text = (index: number): string => film.strings[index] ?? '';
  const before = turn - 1;
  return {
    files: files.map((change) => {
      const [computer, path] = [change.computer, text(change.path)];
      return { computer, path, how: how(change.change === 'gone', world.file(before, computer, path)) };
    }),
    registry: registry.map((change) => {
      const [computer, key, name] = [change.computer, text(change.key), text(change.name)];
      return { computer, key, name, how: how('gone' in change, world.value(before, computer, key, name)) };
    }),
    rows: rows.map(({ site, table, rowid, values }) => {
      return { site, table, rowid, how: how(values === null, world.row(before, site, table, rowid)) };
    }),
    states: states.map(([process, state]) => ({ process, state: state === null ? null : text(state) })),
  };
}

function how(gone: boolean, before: unknown): HowChanged {
  if (gone) return 'gone';
  return before === null ? 'new' : 'changed';
}
