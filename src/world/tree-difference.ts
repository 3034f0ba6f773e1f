import type { TreeNode } from './tree.ts';

/** What makes one tree out of another: first take the removed paths away, then write the written ones in order. */
export interface TreeDifference<Data> {
  /** Paths with everything below them, in the letters of the older tree. */
  readonly removed: readonly string[];
  /** Nodes that are new or have other data, parents before children. */
  readonly written: readonly (readonly [path: string, name: string, data: Data])[];
}

type Children<Data> = ReadonlyMap<string, TreeNode<Data>>;

const noChildren: Children<never> = new Map();

/**
 * The difference between a tree and the one it was forked from; without an older tree everything is written.
 * What the two still share is skipped without a look, so the cost is that of what differs.
 */
export function treeDifference<Data>(node: TreeNode<Data>, older?: TreeNode<Data>): TreeDifference<Data> {
  const removed: string[] = [];
  const written: (readonly [string, string, Data])[] = [];
  const compare = (now: TreeNode<Data>, before: TreeNode<Data> | undefined, path: string): void => {
    if (now === before) return;
    const old: Children<Data> = before?.children ?? noChildren;
    const children: Children<Data> = now.children ?? noChildren;
    const kept = keptChildren(children, old);
    for (const [key, child] of old) if (!kept.has(key)) removed.push(joined(path, child.name));
    for (const [key, child] of children) {
      const match = kept.has(key) ? old.get(key) : undefined;
      const childPath = joined(path, child.name);
      if (match?.data !== child.data) written.push([childPath, child.name, child.data]);
      compare(child, match, childPath);
    }
  };
  compare(node, older, '');
  return { removed, written };
}

/**
 * The children that can be left where they are: same name, same sort of node, same place in the order. One that was
 * deleted and made again stands later in a FAT folder, so it counts as removed and new.
 */
function keptChildren<Data>(children: Children<Data>, old: Children<Data>): ReadonlySet<string> {
  const places = new Map([...old.keys()].map((key, place) => [key, place]));
  const kept = new Set<string>();
  let last = -1;
  for (const [key, child] of children) {
    const match = old.get(key);
    const place = places.get(key) ?? -1;
    const same = match?.name === child.name && (match.children === undefined) === (child.children === undefined);
    if (!same || place <= last) break;
    kept.add(key);
    last = place;
  }
  return kept;
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}\\${name}`;
}
