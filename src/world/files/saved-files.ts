import type { Tree, TreeNode } from '../tree.ts';
import type { DriveState } from './drives.ts';
import type { Entry } from './file.ts';
import type { Handle } from './handles.ts';
import type { Share } from './shares.ts';

/** The files of one computer in a checkpoint; parents come before what they hold, in the order things were made. */
export interface SavedFiles {
  readonly drives: readonly DriveState[];
  readonly shares: readonly Share[];
  readonly nextHandle: number;
  readonly handles: readonly Handle[];
  readonly entries: readonly (readonly [path: string, name: string, entry: Entry])[];
}

/** Every entry of a tree with its full path. */
export function savedEntries(tree: Tree<Entry>): SavedFiles['entries'] {
  const saved: [string, string, Entry][] = [];
  const visit = (node: TreeNode<Entry>, path: string): void => {
    for (const child of node.children?.values() ?? []) {
      const childPath = path === '' ? child.name : `${path}\\${child.name}`;
      saved.push([childPath, child.name, child.data]);
      visit(child, childPath);
    }
  };
  visit(tree.root, '');
  return saved;
}
