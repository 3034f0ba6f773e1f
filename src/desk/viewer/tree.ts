import type { HowChanged } from '../film/film-changes.ts';

/** A folder or key, a file or value, in a tree that is shown as a list. */
export interface TreeRow<Leaf> {
  /** The whole path. */
  readonly path: string;
  readonly name: string;
  /** From 1 on. */
  readonly level: number;
  /** Null for a branch. */
  readonly leaf: Leaf | null;
  readonly open: boolean;
  readonly how: HowChanged | null;
  /** Something below it changed; told on branches that are closed. */
  readonly changedBelow: boolean;
}

/** A leaf of a tree with the path of its branch, or a branch by itself where `leaf` is null. */
export interface TreeEntry<Leaf> {
  readonly branch: string;
  readonly name: string;
  readonly leaf: Leaf | null;
  readonly how: HowChanged | null;
}

interface Branch<Leaf> {
  readonly path: string;
  readonly name: string;
  how: HowChanged | null;
  changedBelow: boolean;
  readonly branches: Map<string, Branch<Leaf>>;
  readonly leaves: TreeEntry<Leaf>[];
}

/** Rows of the open part of a tree; branches come before leaves, both in the order in which they were given. */
export function treeRows<Leaf>(
  entries: readonly TreeEntry<Leaf>[],
  isOpen: (path: string, changedBelow: boolean, level: number) => boolean,
): readonly TreeRow<Leaf>[] {
  const top = emptyBranch<Leaf>('', '');
  for (const entry of entries) put(top, entry);
  const rows: TreeRow<Leaf>[] = [];
  list(top, 0, isOpen, rows);
  return rows;
}

function emptyBranch<Leaf>(path: string, name: string): Branch<Leaf> {
  return { path, name, how: null, changedBelow: false, branches: new Map(), leaves: [] };
}

function put<Leaf>(top: Branch<Leaf>, entry: TreeEntry<Leaf>): void {
  let branch = top;
  const way = [branch];
  for (const part of entry.branch.split('\\').filter((name) => name !== '')) {
    const known = branch.branches.get(part.toUpperCase());
    const next = known ?? emptyBranch<Leaf>(branch.path === '' ? part : `${branch.path}\\${part}`, part);
    branch.branches.set(part.toUpperCase(), next);
    branch = next;
    way.push(branch);
  }
  if (entry.leaf === null) branch.how = entry.how;
  else branch.leaves.push(entry);
  if (entry.how !== null) for (const one of way) one.changedBelow = true;
}

function list<Leaf>(
  { branches, leaves }: Branch<Leaf>,
  level: number,
  isOpen: (path: string, changedBelow: boolean, level: number) => boolean,
  rows: TreeRow<Leaf>[],
): void {
  for (const branch of branches.values()) {
    const open = isOpen(branch.path, branch.changedBelow, level + 1);
    const { path, name, how, changedBelow } = branch;
    rows.push({ path, name, level: level + 1, leaf: null, open, how, changedBelow });
    if (open) list(branch, level + 1, isOpen, rows);
  }
  for (const { branch, name, leaf, how } of leaves) {
    rows.push({ path: `${branch}\\${name}`, name, level: level + 1, leaf, open: false, how, changedBelow: false });
  }
}
