import type { ComponentChildren, HTMLAttributes } from 'preact';
import { useEffect, useId, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from '@tanstack/virtual-core';

type RowAttributes = HTMLAttributes<HTMLDivElement>;

/** A list of which only the rows in sight exist. One row has the keyboard; Enter or a click chooses it. */
export interface VirtualListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly row: (item: Item, index: number) => ComponentChildren;
  /** Class and other attributes of a row. */
  readonly attributes?: (item: Item, index: number) => RowAttributes;
  /** The row that is brought into sight when it changes; -1 for none. */
  readonly current?: number;
  readonly onChoose?: ((item: Item, index: number) => void) | undefined;
  /** Takes further keys of the row that has the keyboard; answers whether it did. */
  readonly onKey?: (key: string, item: Item, index: number) => boolean;
  readonly role?: 'listbox' | 'tree';
  /** What stands there while there are no items. */
  readonly empty?: string;
}

export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { items, label, current = -1, role = 'listbox' } = props;
  const name = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer(scroller, items.length);
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, Math.max(0, items.length - 1));
  useEffect(() => {
    if (current < 0) return;
    setActive(current);
    list.scrollToIndex(current, { align: 'center' });
  }, [current, items]);
  const move = (to: number): void => {
    const index = Math.min(Math.max(to, 0), items.length - 1);
    setActive(index);
    list.scrollToIndex(index, { align: 'auto' });
  };
  if (items.length === 0) return <p class="empty">{props.empty ?? 'Nothing.'}</p>;
  return (
    <div
      ref={scroller}
      class="list"
      role={role}
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={`${name}-${active}`}
      onKeyDown={(event) => takeKey(event, props, active, move)}
    >
      <div role="presentation" style={{ height: `${list.getTotalSize()}px`, position: 'relative' }}>
        {list.getVirtualItems().map(({ index, start }) => (
          <Row key={index} list={props} {...{ name, index, start, active, setActive }} measure={list.measureElement} />
        ))}
      </div>
    </div>
  );
}

interface RowProps<Item> {
  readonly list: VirtualListProps<Item>;
  readonly name: string;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly start: number;
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly measure: (element: HTMLDivElement | null) => void;
}

function Row<Item>({ list, name, index, start, active, setActive, measure }: RowProps<Item>) {
  const { items, current = -1, role } = list;
  const item = items[index] as Item;
  const { class: own = '', ...others } = list.attributes?.(item, index) ?? {};
  return (
    <div
      id={`${name}-${index}`}
      ref={measure}
      data-index={index}
      role={role === 'tree' ? 'treeitem' : 'option'}
      aria-selected={index === current}
      aria-setsize={items.length}
      aria-posinset={index + 1}
      {...others}
      class={`row ${String(own)} ${index === active ? 'active' : ''} ${index === current ? 'current' : ''}`}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => {
        setActive(index);
        list.onChoose?.(item, index);
      }}
    >
      {list.row(item, index)}
    </div>
  );
}

function takeKey<Item>(
  event: KeyboardEvent,
  { items, onChoose, onKey }: VirtualListProps<Item>,
  active: number,
  move: (to: number) => void,
): void {
  const item = items[active];
  if (item === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
  const by = steps[event.key];
  if (by !== undefined) move(active + by);
  else if (event.key === 'Enter' && onChoose !== undefined) onChoose(item, active);
  else if (onKey?.(event.key, item, active) !== true) return;
  event.preventDefault();
}

/** The library's virtualizer, kept over renders; rows are measured, because texts wrap. */
function useVirtualizer(scroller: { readonly current: HTMLDivElement | null }, count: number) {
  const [, render] = useReducer((renders: number) => renders + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => 28,
    overscan: 8,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => render(undefined),
  };
  const [list] = useState(() => new Virtualizer<HTMLDivElement, HTMLDivElement>(options));
  list.setOptions(options);
  useLayoutEffect(() => list._didMount(), []);
  useLayoutEffect(() => list._willUpdate());
  return list;
}
