import type { Computer } from '../../../world/index.ts';
import type { FileChange, FileFact } from '../film.ts';
import type { Texts } from './texts.ts';

type Files = Computer['files'];
type Entry = ReturnType<Files['saveChanges']>['entries'][number][2];

/** A file or folder as the film last showed it; `text` is null where only the size is shown. */
interface Shown extends Omit<FileFact, 'computer' | 'path' | 'content'> {
  readonly path: string;
  readonly text: string | null;
}

/** A longer text is a size only; what is added to a file that was shown is shown however long it grows. */
export const longestText = 256 * 1024;

/**
 * Watches what lies on the drives of one computer. It forks the file system after each look and so sees every change,
 * whether the trace tells of it or not, at the cost of what differs.
 */
export class FileWatch {
  readonly #computer: Computer;
  readonly #number: number;
  readonly #texts: Texts;
  readonly #shown = new Map<string, Shown>();
  #files: Files;
  #before: Files;
  #revision: number;

  constructor(computer: Computer, number: number, texts: Texts) {
    const { files } = computer;
    this.#computer = computer;
    this.#number = number;
    this.#texts = texts;
    this.#files = files;
    this.#before = this.#forked();
    this.#revision = files.revision;
    for (const [path, , entry] of files.save().entries) {
      this.#shown.set(path.toUpperCase(), shownOf(path, entry, undefined));
    }
  }

  /** Everything as it is now. */
  facts(): readonly FileFact[] {
    return [...this.#shown.values()].map((shown) => this.#fact(shown));
  }

  /** What has changed since the last look; `again`: the film has a frame of this turn already. */
  changes(again: boolean): readonly FileChange[] {
    const { files } = this.#computer;
    if (files === this.#files && files.revision === this.#revision) return [];
    const { removed, entries } = files.saveChanges(this.#before);
    this.#files = files;
    this.#before = this.#forked();
    this.#revision = files.revision;
    const gone = new Set(removed.flatMap((path) => this.#withAllBelow(path.toUpperCase())));
    const changed: FileChange[] = [];
    for (const [path, , entry] of entries) {
      gone.delete(path.toUpperCase());
      changed.push(...this.#written(path, entry, again));
    }
    return [...[...gone].flatMap((key) => this.#removed(key)), ...changed];
  }

  #removed(key: string): readonly FileChange[] {
    const shown = this.#shown.get(key);
    if (!this.#shown.delete(key) || shown === undefined) return [];
    return [{ change: 'gone', computer: this.#number, path: this.#texts.number(shown.path) }];
  }

  #written(path: string, entry: Entry, again: boolean): readonly FileChange[] {
    const key = path.toUpperCase();
    const before = this.#shown.get(key);
    const now = shownOf(path, entry, before);
    if (before !== undefined && isSame(before, now)) return [];
    this.#shown.set(key, now);
    const added = again ? undefined : addedText(before, now);
    if (added === undefined) return [{ change: 'put', ...this.#fact(now) }];
    const { size, written } = now;
    const text = this.#texts.number(added);
    return [{ change: 'append', computer: this.#number, path: this.#texts.number(path), size, written, text }];
  }

  #fact({ path, folder, size, written, text }: Shown): FileFact {
    const content = text === null ? null : this.#texts.number(text);
    return { computer: this.#number, path: this.#texts.number(path), folder, size, written, content };
  }

  #withAllBelow(key: string): readonly string[] {
    if (this.#shown.get(key)?.folder !== true) return [key];
    return [key, ...[...this.#shown.keys()].filter((one) => one.startsWith(`${key}\\`))];
  }

  #forked(): Files {
    return this.#computer.files.fork(this.#computer.fileHooks());
  }
}

function shownOf(path: string, { isFolder, content, modified }: Entry, before: Shown | undefined): Shown {
  const whole = !isFolder && 'text' in content ? content.text : null;
  const facts = { path, folder: isFolder, size: content.size, written: modified };
  if (whole === null || whole.length <= longestText) return { ...facts, text: whole };
  return { ...facts, text: addedText(before, { ...facts, text: whole }) === undefined ? null : whole };
}

function isSame(a: Shown, b: Shown): boolean {
  return (
    a.size === b.size && a.written === b.written && a.folder === b.folder && a.text === b.text && a.path === b.path
  );
}

/** What was written at the end of a file that is otherwise as it was; undefined where it is not so. */
function addedText(before: Shown | undefined, now: Shown): string | undefined {
  if (before === undefined || before.text === null || now.text === null || before.path !== now.path) return undefined;
  const grown = before.text !== '' && now.text.length > before.text.length && now.text.startsWith(before.text);
  return grown ? now.text.slice(before.text.length) : undefined;
}
