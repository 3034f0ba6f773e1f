/** A node of a tree: its own name as it was given, data, and children by lower-case name in the order they were made. */
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
    const parent = this.#writable(path.slice(0, -1));
    const key = path.at(-1) ?? '';
    const known = parent.children?.get(key);
    if (known === undefined) {
      parent.children?.set(key, { owner: this.#owner, name, data, children: inner ? new Map() : undefined });
    } else if (known.owner === this.#owner) {
      known.data = data;
    } else {
      const children = known.children === undefined ? undefined : new Map(known.children);
      parent.children?.set(key, { owner: this.#owner, name: known.name, data, children });
    }
  }

  /** Takes a node out of the tree; the node is returned so that it can be put elsewhere. */
  remove(path: readonly string[]): TreeNode<Data> | undefined {
    const parent = this.#writable(path.slice(0, -1));
    const key = path.at(-1) ?? '';
    const node = parent.children?.get(key);
    parent.children?.delete(key);
    return node;
  }

  /** Puts a node that was removed (with everything below it) at a path, under a new name. */
  put(path: readonly string[], name: string, node: TreeNode<Data>): void {
    const parent = this.#writable(path.slice(0, -1));
    const moved = { ...(node as OwnedNode<Data>), name, owner: {} };
    parent.children?.set(path.at(-1) ?? '', moved);
  }

  #writable(path: readonly string[]): OwnedNode<Data> {
    if (this.#root.owner !== this.#owner) this.#root = this.#own(this.#root);
    let node = this.#root;
    for (const key of path) {
      const child = node.children?.get(key);
      if (child === undefined) throw new Error(`tree has no node ${path.join('\\')}`);
      const owned = child.owner === this.#owner ? child : this.#own(child);
      if (owned !== child) node.children?.set(key, owned);
      node = owned;
    }
    return node;
  }

  #own(node: OwnedNode<Data>): OwnedNode<Data> {
    const children = node.children === undefined ? undefined : new Map(node.children);
    return { owner: this.#owner, name: node.name, data: node.data, children };
  }
}

const known = new Map<string, readonly string[]>();
const knownLimit = 100_000;

/** The lower-case names of a path written with backslashes; the same array for the same text. */
export function pathKeys(path: string): readonly string[] {
  const found = known.get(path);
  if (found !== undefined) return found;
  const keys = path.toLowerCase().split('\\').filter((part) => part !== '');
  if (known.size >= knownLimit) known.clear();
  known.set(path, keys);
  return keys;
}
