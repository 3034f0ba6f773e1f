/** A node of a tree: its name as it was given, data, and children by lower-case name in the order they were made. */
export interface TreeNode<Data> {
  readonly name: string;
  readonly data: Data;
  readonly children: ReadonlyMap<string, TreeNode<Data>> | undefined;
  /** Another number after every change at or below the node: equal numbers mean that nothing has changed there. */
  readonly revision: number;
}

interface OwnedNode<Data> {
  owner: object;
  name: string;
  data: Data;
  children: Map<string, OwnedNode<Data>> | undefined;
  revision: number;
  /** The children in listing order, from the first question to the next change of the list. */
  sorted: readonly OwnedNode<Data>[] | undefined;
}

interface OwnedFolder<Data> extends OwnedNode<Data> {
  children: Map<string, OwnedNode<Data>>;
}

/** The children of every folder that holds nothing yet; whoever writes there puts a map of its own in its place. */
const nothing = new Map<string, never>();

/** Counts on through all trees, so that a number never means two things; numbers are only ever compared. */
let latestRevision = 0;

/**
 * A tree of names without case, as NTFS folders and registry keys are. A fork shares every node with its origin until
 * one of the two writes: writing copies only the nodes on the way, so that a thousand clients cost what differs.
 */
export class Tree<Data> {
  /** Nodes of this owner may be changed in place; all others are shared with a fork and are copied first. */
  #owner: object = {};
  #root: OwnedNode<Data>;

  constructor(rootData: Data) {
    this.#root = this.#made('', rootData, true);
  }

  /** A second tree with the same content; neither sees later changes of the other. */
  fork(): Tree<Data> {
    const copy = new Tree<Data>(this.#root.data);
    copy.#root = this.#root;
    this.#owner = {};
    return copy;
  }

  get root(): TreeNode<Data> {
    return this.#root;
  }

  /** The node at a path of lower-case names. */
  find(path: readonly string[]): TreeNode<Data> | undefined {
    let node: OwnedNode<Data> | undefined = this.#root;
    for (const key of path) {
      node = node.children?.get(key);
      if (node === undefined) return undefined;
    }
    return node;
  }

  /** Sets the data of a node, making it under the given name when it is missing; its parent must exist. */
  set(path: readonly string[], name: string, data: Data, inner: boolean): void {
    const parent = this.#writableParent(path);
    const key = lastOf(path);
    const known = parent.children.get(key);
    if (known?.owner === this.#owner) {
      known.data = data;
      known.revision = latestRevision;
    } else {
      parent.children.set(key, known === undefined ? this.#made(name, data, inner) : { ...this.#copied(known), data });
      parent.sorted = undefined;
    }
  }

  /** Takes a node out of the tree; the node is returned so that it can be put elsewhere. */
  remove(path: readonly string[]): TreeNode<Data> | undefined {
    const parent = this.#writableParent(path);
    const key = lastOf(path);
    const node = parent.children.get(key);
    parent.children.delete(key);
    parent.sorted = undefined;
    return node;
  }

  /** Puts a node that was removed (with everything below it) at a path, under a new name. */
  put(path: readonly string[], name: string, node: TreeNode<Data>): void {
    const parent = this.#writableParent(path);
    parent.children.set(lastOf(path), { ...(node as OwnedNode<Data>), name });
    parent.sorted = undefined;
  }

  /** The node above a path, after every node on the way has become this tree's own. */
  #writableParent(path: readonly string[]): OwnedFolder<Data> {
    latestRevision++;
    if (this.#root.owner !== this.#owner) this.#root = this.#copied(this.#root);
    let node = this.#root;
    node.revision = latestRevision;
    for (let depth = 0; depth < path.length - 1; depth++) {
      const key = path[depth] ?? '';
      const child = node.children?.get(key);
      if (child === undefined) throw new Error(`tree has no node above ${path.join('\\')}`);
      const owned = child.owner === this.#owner ? child : this.#copied(child);
      if (owned !== child) {
        node.children?.set(key, owned);
        node.sorted = undefined;
      }
      node = owned;
      node.revision = latestRevision;
    }
    if (node.children === nothing) node.children = new Map();
    if (node.children === undefined) throw new Error(`tree can hold nothing at ${path.join('\\')}`);
    return node as OwnedFolder<Data>;
  }

  #made(name: string, data: Data, inner: boolean): OwnedNode<Data> {
    const children = inner ? nothing : undefined;
    return { owner: this.#owner, name, data, children, revision: ++latestRevision, sorted: undefined };
  }

  #copied(node: OwnedNode<Data>): OwnedNode<Data> {
    const empty = node.children === undefined || node.children.size === 0;
    const children = empty ? node.children && nothing : new Map(node.children);
    return { ...node, owner: this.#owner, children, revision: latestRevision };
  }
}

/** The children of a node as NTFS and the registry list them: by upper-case name, in plain code-unit order. */
export function sortedChildren<Data>(node: TreeNode<Data> | undefined): readonly TreeNode<Data>[] {
  const owned = node as OwnedNode<Data> | undefined;
  if (owned?.children === undefined) return [];
  if (owned.sorted !== undefined) return owned.sorted;
  const named = [...owned.children.values()].map((child) => ({ upper: child.name.toUpperCase(), child }));
  named.sort((a, b) => (a.upper < b.upper ? -1 : a.upper > b.upper ? 1 : 0));
  owned.sorted = named.map(({ child }) => child);
  return owned.sorted;
}

const knownPaths = new Map<string, readonly string[]>();
const knownNames = new Map<string, string>();
const knownLimit = 100_000;

/** The lower-case names of a path written with backslashes; the same array for the same text. */
export function pathKeys(path: string): readonly string[] {
  const found = knownPaths.get(path);
  if (found !== undefined) return found;
  const keys = path
    .toLowerCase()
    .split('\\')
    .filter((part) => part !== '')
    .map(interned);
  if (knownPaths.size >= knownLimit) knownPaths.clear();
  knownPaths.set(path, keys);
  return keys;
}

/** One string for all equal names, so that ten thousand clients with the same files hold each name once. */
export function interned(name: string): string {
  const found = knownNames.get(name);
  if (found !== undefined) return found;
  if (knownNames.size >= knownLimit) knownNames.clear();
  knownNames.set(name, name);
  return name;
}

function lastOf(path: readonly string[]): string {
  return path[path.length - 1] ?? '';
}
