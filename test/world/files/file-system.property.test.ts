import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileSystem, type Outcome } from '../../../src/world/index.ts';

const opener = { process: '', account: 'SYSTEM', local: true, groups: [] };
const hooks = { now: () => 0, onChange: () => undefined };

const folders = ['C:\\SMS', 'C:\\SMS\\Logs', 'D:\\MS'] as const;
const path = fc
  .tuple(fc.constantFrom(...folders), fc.constantFrom('a', 'A', 'b.txt', 'B.TXT', 'c', 'missing\\d'))
  .map(([folder, name]) => `${folder}\\${name}`);

type Operation =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'append'; readonly path: string; readonly text: string }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'move'; readonly path: string; readonly to: string }
  | { readonly kind: 'copy'; readonly path: string; readonly to: string };

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constant('write'), path, text: fc.string({ maxLength: 8 }) }),
  fc.record({ kind: fc.constant('append'), path, text: fc.string({ maxLength: 8 }) }),
  fc.record({ kind: fc.constant('delete'), path }),
  fc.record({ kind: fc.constant('move'), path, to: path }),
  fc.record({ kind: fc.constant('copy'), path, to: path }),
);
const operations = fc.array(operation, { maxLength: 60 });

function newFiles(): FileSystem {
  const files = new FileSystem(hooks);
  files.addDrive({ letter: 'C', fileSystem: 'NTFS', size: 10_000, kind: 'fixed' });
  files.addDrive({ letter: 'D', fileSystem: 'FAT', size: 10_000, kind: 'fixed' });
  for (const folder of folders) files.createFolder(opener, folder, { parents: true });
  return files;
}

function apply(files: FileSystem, step: Operation): number {
  const answer = (): Outcome => {
    if (step.kind === 'write') return files.writeText(opener, step.path, step.text);
    if (step.kind === 'append') return files.append(opener, step.path, step.text);
    if (step.kind === 'delete') return files.delete(opener, step.path);
    return step.kind === 'move' ? files.move(opener, step.path, step.to) : files.copy(opener, step.path, step.to);
  };
  const outcome = answer();
  return outcome.ok ? 0 : outcome.error;
}

/** The same in the simplest way: a map from lower-case path to text, and the error that Windows would give. */
class Model {
  readonly texts = new Map<string, string>();

  apply(step: Operation): number {
    const key = step.path.toLowerCase();
    const old = this.texts.get(key);
    if (step.kind === 'write' || step.kind === 'append') {
      if (inNoFolder(key)) return 3;
      this.texts.set(key, (step.kind === 'append' ? (old ?? '') : '') + step.text);
      return 0;
    }
    if (old === undefined) return inNoFolder(key) ? 3 : 2;
    if (step.kind === 'delete') return this.texts.delete(key) ? 0 : 2;
    return this.#transfer(step, key, old);
  }

  #transfer(step: Extract<Operation, { to: string }>, key: string, old: string): number {
    const target = step.to.toLowerCase();
    if (target === key) return step.kind === 'move' ? 0 : 32;
    if (inNoFolder(target)) return 3;
    if (step.kind === 'move' && this.texts.has(target)) return 183;
    this.texts.set(target, old);
    if (step.kind === 'move') this.texts.delete(key);
    return 0;
  }
}

function inNoFolder(key: string): boolean {
  return key.includes('missing');
}

/** Every file of the folders with its text, by lower-case path. */
function contents(files: FileSystem): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (const folder of folders) {
    const listed = files.list(opener, folder);
    for (const facts of listed.ok ? listed.value : []) {
      const text = facts.isFolder ? undefined : files.readText(opener, facts.path);
      if (text?.ok === true) found.push([facts.path.toLowerCase(), text.value]);
    }
  }
  return found.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function copyOf<T>(saved: T): T {
  return JSON.parse(JSON.stringify(saved)) as T;
}

describe('a file system under any operations', () => {
  it('answers and holds what a map from path to text would', () => {
    fc.assert(
      fc.property(operations, (steps) => {
        const files = newFiles();
        const model = new Model();
        for (const step of steps) expect(apply(files, step)).toBe(model.apply(step));
        expect(contents(files)).toEqual([...model.texts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
      }),
    );
  });

  it('counts on each drive exactly the bytes of its files', () => {
    fc.assert(
      fc.property(operations, (steps) => {
        const files = newFiles();
        for (const step of steps) apply(files, step);
        for (const { letter, used } of files.drives()) {
          const own = contents(files).filter(([key]) => key.startsWith(letter.toLowerCase()));
          expect(used).toBe(own.reduce((total, [, text]) => total + text.length, 0));
        }
      }),
    );
  });

  it('never shows a change of a fork in its template, nor the other way round', () => {
    fc.assert(
      fc.property(operations, operations, operations, (before, inFork, inTemplate) => {
        const template = newFiles();
        for (const step of before) apply(template, step);
        const saved = copyOf(template.save());
        const fork = template.fork(hooks);
        for (const step of inFork) apply(fork, step);
        expect(copyOf(template.save())).toEqual(saved);
        const forked = copyOf(fork.save());
        for (const step of inTemplate) apply(template, step);
        expect(copyOf(fork.save())).toEqual(forked);
      }),
    );
  });

  it('is the same after it was saved and restored, whole or as changes to its template', () => {
    fc.assert(
      fc.property(operations, operations, (before, after) => {
        const template = newFiles();
        for (const step of before) apply(template, step);
        const files = template.fork(hooks);
        for (const step of after) apply(files, step);
        const saved = copyOf(files.save());
        expect(copyOf(FileSystem.restore(saved, hooks).save())).toEqual(saved);
        const changes = copyOf(files.saveChanges(template));
        expect(copyOf(FileSystem.restoreChanges(changes, template, hooks).save())).toEqual(saved);
      }),
    );
  });

  it('saves no entries of a fork that has changed nothing', () => {
    const template = newFiles();
    template.writeText(opener, 'C:\\SMS\\a', 'a');
    expect(template.fork(hooks).saveChanges(template)).toMatchObject({ removed: [], entries: [] });
  });
});
