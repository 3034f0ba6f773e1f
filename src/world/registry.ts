import { fileName } from './files/path-parts.ts';
import { treeDifference } from './tree-difference.ts';
import { Tree, interned, pathKeys, sortedChildren } from './tree.ts';

/** A registry value as the Registry Editor shows it. */
export type RegistryValue =
  | { readonly type: 'REG_SZ'; readonly data: string }
  | { readonly type: 'REG_DWORD'; readonly data: number }
  | { readonly type: 'REG_MULTI_SZ'; readonly data: readonly string[] }
  | { readonly type: 'REG_BINARY'; readonly data: string };

/** What changed in a registry. */
export interface RegistryChange {
  readonly kind: 'set' | 'deleted' | 'key created' | 'key deleted';
  readonly key: string;
  readonly name?: string;
  readonly value?: RegistryValue;
}

/** The listener of a registry. */
export interface RegistryHooks {
  readonly onChange: (change: RegistryChange) => void;
}

/** Hears of what is read: a key, or `key\\name` for a value, whether it is there or not. */
export type RegistryReader = (path: string) => void;

/** A value by its lower-case name and as it was given. Keys hold few values, for which a list is small and quick. */
interface NamedValue {
  readonly key: string;
  readonly name: string;
  readonly value: RegistryValue;
}

type Values = readonly NamedValue[];

/** A registry in a checkpoint: keys in order, each with its values in order. */
export type SavedRegistry = readonly (readonly [string, readonly (readonly [string, RegistryValue])[]])[];

const none: Values = [];

/** The registry of a computer that was forked from a template: keys to delete from the template, then keys to write. */
export interface SavedRegistryChanges {
  readonly removed: readonly string[];
  readonly keys: SavedRegistry;
}

/** The registry of one computer. `HKLM` and `HKEY_LOCAL_MACHINE` are one; names compare without case. */
export class Registry {
  #tree: Tree<Values>;
  readonly #hooks: RegistryHooks;
  #reader: RegistryReader | undefined;

  constructor(hooks: RegistryHooks, tree: Tree<Values> = new Tree(none)) {
    this.#hooks = hooks;
    this.#tree = tree;
  }

  /** The same registry, telling a reader what is read through it. */
  heardBy(reader: RegistryReader): Registry {
    const same = new Registry(this.#hooks, this.#tree);
    same.#reader = reader;
    return same;
  }

  /** A registry that shares everything with this one until either is written. */
  fork(hooks: RegistryHooks): Registry {
    return new Registry(hooks, this.#tree.fork());
  }

  /** Another number after every change; only ever to be compared. */
  get revision(): number {
    return this.#tree.root.revision;
  }

  get(key: string, name: string): RegistryValue | undefined {
    this.#reader?.(`${rooted(key)}\\${name}`);
    return valueIn(this.#tree.find(pathKeys(rooted(key)))?.data ?? none, name)?.value;
  }

  /** The text of a REG_SZ; undefined for a missing value or one of another type. */
  getText(key: string, name: string): string | undefined {
    const value = this.get(key, name);
    return value?.type === 'REG_SZ' ? value.data : undefined;
  }

  /** The number of a REG_DWORD; undefined for a missing value or one of another type. */
  getNumber(key: string, name: string): number | undefined {
    const value = this.get(key, name);
    return value?.type === 'REG_DWORD' ? value.data : undefined;
  }

  /** The lines of a REG_MULTI_SZ; undefined for a missing value or one of another type. */
  getList(key: string, name: string): readonly string[] | undefined {
    const value = this.get(key, name);
    return value?.type === 'REG_MULTI_SZ' ? value.data : undefined;
  }

  exists(key: string): boolean {
    this.#reader?.(rooted(key));
    return this.#tree.find(pathKeys(rooted(key))) !== undefined;
  }

  /** Sets a value, making its key when missing. Setting what is there already changes nothing. */
  set(key: string, name: string, value: RegistryValue): void {
    const full = rooted(key);
    const path = pathKeys(full);
    if (this.#tree.find(path) === undefined) this.createKey(full);
    const values = this.#tree.find(path)?.data ?? none;
    const old = valueIn(values, name);
    if (old !== undefined && sameValue(old.value, value)) return;
    const changed = old === undefined ? [...values, named(name, value)] : values.map(valueInPlaceOf(old, value));
    this.#tree.set(path, '', changed, true);
    this.#hooks.onChange({ kind: 'set', key: full, name, value });
  }

  /** False when there is no such value. */
  deleteValue(key: string, name: string): boolean {
    const path = pathKeys(rooted(key));
    const values = this.#tree.find(path)?.data ?? none;
    const old = valueIn(values, name);
    if (old === undefined) return false;
    this.#tree.set(
      path,
      '',
      values.filter((one) => one !== old),
      true,
    );
    this.#hooks.onChange({ kind: 'deleted', key: rooted(key), name });
    return true;
  }

  /** Makes a key and its missing parents. */
  createKey(key: string): void {
    const full = rooted(key);
    const path = pathKeys(full);
    if (this.#tree.find(path) !== undefined) return;
    const names = full.split('\\').filter((part) => part !== '');
    for (let depth = 1; depth <= path.length; depth++) {
      const part = path.slice(0, depth);
      if (this.#tree.find(part) === undefined) this.#tree.set(part, names[depth - 1] ?? '', none, true);
    }
    this.#hooks.onChange({ kind: 'key created', key: full });
  }

  /** Deletes a key with everything below it; false when there is none. A hive cannot be deleted. */
  deleteKey(key: string): boolean {
    const path = pathKeys(rooted(key));
    if (path.length < 2 || this.#tree.find(path) === undefined) return false;
    this.#tree.remove(path);
    this.#hooks.onChange({ kind: 'key deleted', key: rooted(key) });
    return true;
  }

  /** Names of the keys directly below a key, sorted. */
  subkeys(key: string): readonly string[] {
    this.#reader?.(rooted(key));
    return sortedChildren(this.#tree.find(pathKeys(rooted(key)))).map((child) => child.name);
  }

  /** The values of a key, sorted by name. */
  values(key: string): readonly { readonly name: string; readonly value: RegistryValue }[] {
    this.#reader?.(rooted(key));
    const values = this.#tree.find(pathKeys(rooted(key)))?.data ?? none;
    const sorted = values.map(({ name, value }) => ({ upper: name.toUpperCase(), value: { name, value } }));
    sorted.sort((a, b) => (a.upper < b.upper ? -1 : 1));
    return sorted.map(({ value }) => value);
  }

  save(): SavedRegistry {
    return savedKeys(treeDifference(this.#tree.root).written);
  }

  /** What differs from the template that this registry was forked from. */
  saveChanges(template: Registry): SavedRegistryChanges {
    const { removed, written } = treeDifference(this.#tree.root, template.#tree.root);
    return { removed, keys: savedKeys(written) };
  }

  static restore(saved: SavedRegistry, hooks: RegistryHooks): Registry {
    const tree = new Tree<Values>(none);
    writeKeys(tree, saved);
    return new Registry(hooks, tree);
  }

  /** The inverse of `saveChanges`, with the same template. */
  static restoreChanges(saved: SavedRegistryChanges, template: Registry, hooks: RegistryHooks): Registry {
    const tree = template.#tree.fork();
    for (const key of saved.removed) tree.remove(pathKeys(key));
    writeKeys(tree, saved.keys);
    return new Registry(hooks, tree);
  }
}

function savedKeys(written: readonly (readonly [path: string, name: string, values: Values])[]): SavedRegistry {
  return written.map(([path, , values]) => [path, values.map(({ name, value }) => [name, value])]);
}

function writeKeys(tree: Tree<Values>, saved: SavedRegistry): void {
  for (const [path, values] of saved) {
    const held = values.map(([name, value]) => named(name, value));
    tree.set(pathKeys(path), fileName(path), held, true);
  }
}

function named(name: string, value: RegistryValue): NamedValue {
  return { key: interned(name.toLowerCase()), name, value };
}

function valueIn(values: Values, name: string): NamedValue | undefined {
  const key = name.toLowerCase();
  return values.find((one) => one.key === key);
}

/** Keeps the order in which the values came and the letters of the first name. */
function valueInPlaceOf(old: NamedValue, value: RegistryValue): (one: NamedValue) => NamedValue {
  return (one) => (one === old ? { ...old, value } : one);
}

const hives: ReadonlyMap<string, string> = new Map([
  ['HKEY_LOCAL_MACHINE', 'HKLM'],
  ['HKEY_CURRENT_USER', 'HKCU'],
  ['HKEY_CLASSES_ROOT', 'HKCR'],
  ['HKEY_USERS', 'HKU'],
  ['HKEY_CURRENT_CONFIG', 'HKCC'],
]);

/** The key with the short name of its hive. */
function rooted(key: string): string {
  if (key.charAt(4) === '\\') return key;
  const end = key.indexOf('\\');
  const short = hives.get((end < 0 ? key : key.slice(0, end)).toUpperCase());
  if (short === undefined) return key;
  return end < 0 ? short : short + key.slice(end);
}

function sameValue(a: RegistryValue, b: RegistryValue): boolean {
  if (a.type !== b.type) return false;
  return a.type === 'REG_MULTI_SZ' ? a.data.join('\0') === String((b.data as string[]).join('\0')) : a.data === b.data;
}
