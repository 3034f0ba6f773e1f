import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { treeRows, type TreeEntry, type TreeRow } from './tree.ts';
import { VirtualList } from './virtual-list.tsx';

interface TreeListProps<Leaf> {
  readonly label: string;
  readonly entries: readonly TreeEntry<Leaf>[];
  readonly chosen: string | null;
  readonly onChoose: (row: TreeRow<Leaf>) => void;
  /** What stands behind the name of a leaf. */
  readonly detail: (leaf: Leaf) => ComponentChildren;
  readonly empty: string;
}

/** A tree of folders or keys; branches in which the turn changed something are open by themselves. */
export function TreeList<Leaf>({ label, entries, chosen, onChoose, detail, empty }: TreeListProps<Leaf>) {
  const turned = useSignal<ReadonlyMap<string, boolean>>(new Map());
  const rows = treeRows(entries, (path, changedBelow, level) => {
    return turned.value.get(path.toUpperCase()) ?? (changedBelow || level === 1);
  });
  const turnBranch = ({ path, open, leaf }: TreeRow<Leaf>, wanted: boolean): boolean => {
    if (leaf !== null || open === wanted) return false;
    turned.value = new Map(turned.value).set(path.toUpperCase(), wanted);
    return true;
  };
  return (
    <VirtualList
      label={label}
      role="tree"
      items={rows}
      current={rows.findIndex(({ how }) => how !== null)}
      onChoose={(row) => (row.leaf === null ? void turnBranch(row, !row.open) : onChoose(row))}
      onKey={(key, row) =>
        key === 'ArrowRight' ? turnBranch(row, true) : key === 'ArrowLeft' && turnBranch(row, false)
      }
      attributes={({ level, leaf, open, how, path }) => ({
        ...{ 'aria-level': level, class: `${how ?? ''} ${path === chosen ? 'chosen' : ''}` },
        ...(leaf === null ? { 'aria-expanded': open } : {}),
      })}
      row={({ name, level, leaf, open, how, changedBelow }) => (
        <>
          <span class={leaf === null ? 'branch' : 'leaf'} style={{ paddingInlineStart: `${(level - 1) * 1.1}rem` }}>
            {leaf === null && <i aria-hidden="true">{open ? '▾' : '▸'}</i>}
            {name}
          </span>
          {leaf !== null && <span class="detail">{detail(leaf)}</span>}
          {how !== null && <span class="how">{how}</span>}
          {how === null && changedBelow && !open && <span class="how">changed in it</span>}
        </>
      )}
      empty={empty}
    />
  );
}
