/** A node of a tree: its name as it was given, data, and children by lower-case name in the order they were made. */
export interface TreeNode<Data> {
  readonly name: string;
  readonly data: Data;
  readonly children: ReadonlyMap<string, TreeNode<Data>> | undefined;
}

interface OwnedNode<Data> {
  owner: object;
  name: string;
  data: Data;
  children: Map<string, OwnedNode<Data>> | undefined;
}

/**
 * A tree of names without case, as NTFS folders and registry keys are. A fork shares every node with its origin until
 * one of the two writes: writing copies only the nodes on the way, so that a thousand clients cost what differs.
 */
export class Tree<Data> {
  /** Nodes of this owner may be changed in place; all others are shared with a fork and are copied first. */
  #owner: object = {};
  #root: OwnedNode<Data>;

  constructor(rootData: Data) {
    this.#root = { owner: this.#owner, name: '', data: rootData, children: new Map() };
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
    const siblings = this.#writableSiblings(path);
    const key = lastOf(path);
    const known = siblings.get(key);
    if (known === undefined) {
      siblings.set(key, { owner: this.#owner, name, data, children: inner ? new Map() : undefined });
    } else if (known.owner === this.#owner) {
      known.data = data;
    } else {
      siblings.set(key, { ...this.#copied(known), data });
    }
  }

  /** Takes a node out of the tree; the node is returned so that it can be put elsewhere. */
  remove(path: readonly string[]): TreeNode<Data> | undefined {
    const siblings = this.#writableSiblings(path);
    const key = lastOf(path);
    const node = siblings.get(key);
    siblings.delete(key);
    return node;
  }

  /** Puts a node that was removed (with everything below it) at a path, under a new name. */
  put(path: readonly string[], name: string, node: TreeNode<Data>): void {
    this.#writableSiblings(path).set(lastOf(path), { ...(node as OwnedNode<Data>), name });
  }

  /** The children among which a path lies, after every node on the way has become this tree's own. */
  #writableSiblings(path: readonly string[]): Map<string, OwnedNode<Data>> {
    if (this.#root.owner !== this.#owner) this.#root = this.#copied(this.#root);
    let node = this.#root;
    for (let depth = 0; depth < path.length - 1; depth++) {
      const key = path[depth] ?? '';
      const child = node.children?.get(key);
      if (child === undefined) throw new Error(`tree has no node above ${path.join('\\')}`);
      const owned = child.owner === this.#owner ? child : this.#copied(child);
      if (owned !== child) node.children?.set(key, owned);
      node = owned;
    }
    if (node.children === undefined) throw new Error(`tree can hold nothing at ${path.join('\\')}`);
    return node.children;
  }

  #copied(node: OwnedNode<Data>): OwnedNode<Data> {
    const children = node.children === undefined ? undefined : new Map(node.children);
    return { owner: this.#owner, name: node.name, data: node.data, children };
  }
}

/** The children of a node as NTFS and the registry list them: by upper-case name, in plain code-unit order. */
export function sortedChildren<Data>(node: TreeNode<Data> | undefined): readonly TreeNode<Data>[] {
  const named = [...(node?.children?.values() ?? [])].map((child) => ({ upper: child.name.toUpperCase(), child }));
  named.sort((a, b) => (a.upper < b.upper ? -1 : a.upper > b.upper ? 1 : 0));
  return named.map(({ child }) => child);
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
function interned(name: string): string {
  const found = knownNames.get(name);
  if (found !== undefined) return found;
  if (knownNames.size >= knownLimit) knownNames.clear();
  knownNames.set(name, name);
  return name;
}

function lastOf(path: readonly string[]): string {
  return path[path.length - 1] ?? '';
}
