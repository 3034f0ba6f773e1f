import { folderOf } from './files/path-parts.ts';
import type { WorldHooks } from './world.ts';

/** The state of the watches in a checkpoint: folder name to process names, and notices on their way. */
export interface SavedWatches {
  readonly watchers: readonly (readonly [string, readonly string[]])[];
  readonly announced: readonly string[];
}

/**
 * Directory change notification: a process that watches a folder gets one message `folder changed` for any number
 * of changes that happen before it looks, as FindFirstChangeNotification gives it.
 */
export class FolderWatches {
  readonly #hooks: WorldHooks;
  readonly #watchers = new Map<string, string[]>();
  readonly #announced = new Set<string>();

  constructor(hooks: WorldHooks) {
    this.#hooks = hooks;
  }

  /** Lets a process hear of changes directly in a folder of a computer. */
  watch(process: string, computer: string, folder: string): void {
    const key = folderKey(computer, folder);
    const watchers = this.#watchers.get(key) ?? [];
    if (!watchers.includes(process)) this.#watchers.set(key, [...watchers, process]);
  }

  /** A process has looked: the next change is announced again. */
  looked(process: string): void {
    this.#announced.delete(process);
  }

  /** Forgets a process that has ended. */
  drop(process: string): void {
    this.#announced.delete(process);
    for (const [key, watchers] of this.#watchers) {
      if (watchers.includes(process))
        this.#watchers.set(
          key,
          watchers.filter((name) => name !== process),
        );
    }
  }

  /** Announces a change to the watchers of the folder that holds the path. */
  changed(computer: string, path: string): void {
    for (const process of this.#watchers.get(folderKey(computer, folderOf(path))) ?? []) {
      if (this.#announced.has(process)) continue;
      this.#announced.add(process);
      this.#hooks.post(computer, process, { type: 'folder changed' }, 0);
    }
  }

  save(): SavedWatches {
    return { watchers: [...this.#watchers], announced: [...this.#announced] };
  }

  restore(saved: SavedWatches): void {
    this.#watchers.clear();
    this.#announced.clear();
    for (const [key, watchers] of saved.watchers) this.#watchers.set(key, [...watchers]);
    for (const process of saved.announced) this.#announced.add(process);
  }
}

function folderKey(computer: string, folder: string): string {
  return `${computer}:${folder}`.toUpperCase();
}
