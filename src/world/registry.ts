import { Tree, pathKeys, type TreeNode } from './tree.ts';

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

type Values = ReadonlyMap<string, { readonly name: string; readonly value: RegistryValue }>;

/** A registry in a checkpoint: keys in order, each with its values in order. */
export type SavedRegistry = readonly (readonly [string, readonly (readonly [string, RegistryValue])[]])[];

const none: Values = new Map();

/** The registry of one computer. `HKLM` and `HKEY_LOCAL_MACHINE` are one; names compare without case. */
export class Registry {
  #tree: Tree<Values>;
  readonly #hooks: RegistryHooks;

  constructor(hooks: RegistryHooks, tree: Tree<Values> = new Tree(none)) {
    this.#hooks = hooks;
    this.#tree = tree;
  }

  /** A registry that shares everything with this one until either is written. */
  fork(hooks: RegistryHooks): Registry {
    return new Registry(hooks, this.#tree.fork());
  }

  get(key: string, name: string): RegistryValue | undefined {
    return this.#tree.find(pathKeys(rooted(key)))?.data.get(name.toLowerCase())?.value;
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
    return this.#tree.find(pathKeys(rooted(key))) !== undefined;
  }

  /** Sets a value, making its key when missing. Setting what is there already changes nothing. */
  set(key: string, name: string, value: RegistryValue): void {
    this.createKey(key);
    const path = pathKeys(rooted(key));
    const values = this.#tree.find(path)?.data ?? none;
    const old = values.get(name.toLowerCase());
    if (old !== undefined && sameValue(old.value, value)) return;
    const changed = new Map(values);
    changed.set(name.toLowerCase(), { name: old?.name ?? name, value });
    this.#tree.set(path, '', changed, true);
    this.#hooks.onChange({ kind: 'set', key: rooted(key), name, value });
  }

  /** False when there is no such value. */
  deleteValue(key: string, name: string): boolean {
    const path = pathKeys(rooted(key));
    const values = this.#tree.find(path)?.data;
    if (values?.has(name.toLowerCase()) !== true) return false;
    const changed = new Map(values);
    changed.delete(name.toLowerCase());
    this.#tree.set(path, '', changed, true);
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

  /** Deletes a key with everything below it; false when there is none. */
  deleteKey(key: string): boolean {
    const path = pathKeys(rooted(key));
    if (this.#tree.find(path) === undefined) return false;
    this.#tree.remove(path);
    this.#hooks.onChange({ kind: 'key deleted', key: rooted(key) });
    return true;
  }

  /** Names of the keys directly below a key, sorted. */
  subkeys(key: string): readonly string[] {
    const node = this.#tree.find(pathKeys(rooted(key)));
    return sortedChildren(node).map((child) => child.name);
  }

  /** The values of a key, sorted by name. */
  values(key: string): readonly { readonly name: string; readonly value: RegistryValue }[] {
    const values = this.#tree.find(pathKeys(rooted(key)))?.data ?? none;
    return [...values.keys()].toSorted().flatMap((name) => values.get(name) ?? []);
  }

  save(): SavedRegistry {
    const saved: [string, readonly (readonly [string, RegistryValue])[]][] = [];
    const visit = (node: TreeNode<Values>, path: string): void => {
      if (path !== '') saved.push([path, [...node.data.values()].map(({ name, value }) => [name, value])]);
      for (const child of node.children?.values() ?? [])
        visit(child, path === '' ? child.name : `${path}\\${child.name}`);
    };
    visit(this.#tree.root, '');
    return saved;
  }

  static restore(saved: SavedRegistry, hooks: RegistryHooks): Registry {
    const tree = new Tree<Values>(none);
    for (const [path, values] of saved) {
      const held = new Map(values.map(([name, value]) => [name.toLowerCase(), { name, value }]));
      tree.set(pathKeys(path), path.slice(path.lastIndexOf('\\') + 1), held, true);
    }
    return new Registry(hooks, tree);
  }
}

function sortedChildren(node: TreeNode<Values> | undefined): readonly TreeNode<Values>[] {
  const children = node?.children ?? new Map<string, TreeNode<Values>>();
  return [...children.keys()].toSorted().flatMap((key) => children.get(key) ?? []);
}

function rooted(key: string): string {
  return key.startsWith('HKEY_LOCAL_MACHINE') ? `HKLM${key.slice('HKEY_LOCAL_MACHINE'.length)}` : key;
}

function sameValue(a: RegistryValue, b: RegistryValue): boolean {
  if (a.type !== b.type) return false;
  return a.type === 'REG_MULTI_SZ' ? a.data.join('\0') === String((b.data as string[]).join('\0')) : a.data === b.data;
}
