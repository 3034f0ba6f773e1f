import { zoomBy, zoomToFit } from './diagram/zoom.ts';
import { helpIsOpen, pause, shown, stride, view, views } from './desk-state.ts';
import { goToEnd, showFilm, step, togglePlaying } from './moving.ts';
import { toggleTheme, toggleType } from './preferences.ts';
import { goToCause } from './causes.ts';
import { addOwnBookmark, goToBookmark } from './bookmark-notes.ts';
import { findAgain, focusSearch } from './searching.ts';
import { nextPane, showAsList } from './panes.ts';
import type { Stride } from './stops.ts';

/** A key of the page, what it does in words, and the deed. */
export interface KeyBinding {
  /** As `KeyboardEvent.key` says it. */
  readonly keys: readonly string[];
  /** As the help shows them. */
  readonly label: string;
  readonly does: string;
  readonly deed: () => void;
}

const strides: readonly Stride[] = ['changes', 'outline', 'story', 'turns'];

/** Every key of the page; lists, trees and tabs take the arrow keys while they have the focus. */
export const bindings: readonly KeyBinding[] = [
  { keys: ['ArrowRight'], label: 'Right', does: 'Step forward', deed: () => step(1) },
  { keys: ['ArrowLeft'], label: 'Left', does: 'Step back', deed: () => step(-1) },
  { keys: ['Home'], label: 'Home', does: 'To the start', deed: () => goToEnd('first') },
  { keys: ['End'], label: 'End', does: 'To the end', deed: () => goToEnd('last') },
  { keys: [' '], label: 'Space', does: 'Play or pause', deed: togglePlaying },
  { keys: [']'], label: ']', does: 'Play faster', deed: () => changePause(0.5) },
  { keys: ['['], label: '[', does: 'Play slower', deed: () => changePause(2) },
  {
    keys: ['s'],
    label: 'S',
    does: 'Step by changes, by lines of the outline or the story, or by turns',
    deed: changeStride,
  },
  { keys: ['c'], label: 'C', does: 'Back to the cause of this turn', deed: goToCause },
  { keys: ['/'], label: '/', does: 'Search', deed: focusSearch },
  { keys: ['n'], label: 'N', does: 'Next place found', deed: () => findAgain(1) },
  { keys: ['N'], label: 'Shift+N', does: 'Place found before', deed: () => findAgain(-1) },
  { keys: ['+', '='], label: '+', does: 'Zoom in', deed: () => zoomBy(1.25) },
  { keys: ['-'], label: '-', does: 'Zoom out', deed: () => zoomBy(0.8) },
  { keys: ['w'], label: 'W', does: 'The whole run in the diagram', deed: zoomToFit },
  { keys: ['t'], label: 'T', does: 'Diagram as a list, and back', deed: showAsList },
  { keys: ['m'], label: 'M', does: 'Diagram alone, view alone, both', deed: nextPane },
  { keys: ['b'], label: 'B', does: 'Bookmark this turn', deed: addOwnBookmark },
  { keys: ['.'], label: '.', does: 'Next bookmark', deed: () => goToBookmark(1) },
  { keys: [','], label: ',', does: 'Bookmark before', deed: () => goToBookmark(-1) },
  { keys: ['x'], label: 'X', does: 'The other run', deed: () => showFilm(shown.value === 0 ? 1 : 0) },
  { keys: ['l'], label: 'L', does: 'Large type', deed: toggleType },
  { keys: ['d'], label: 'D', does: 'Light or dark', deed: toggleTheme },
  { keys: ['?', 'h'], label: '?', does: 'This help', deed: () => (helpIsOpen.value = true) },
];

/** Takes the keys of the page, except where a person is typing or a list takes them. */
export function followKeyboard(page: Document): void {
  page.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event) || helpIsOpen.value) return;
    const deed = bindings.find(({ keys }) => keys.includes(event.key))?.deed ?? tabKey(event.key);
    if (deed === undefined) return;
    event.preventDefault();
    deed();
  });
}

/** A button answers to the space bar by itself. */
function isTyping({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (key === ' ' && target.closest('button, [role=tab], summary, a') !== null) return true;
  return target.closest('input, textarea, select') !== null;
}

/** 1 to 9 and 0 are the tabs in their order. */
function tabKey(key: string): (() => void) | undefined {
  if (!/^\d$/.test(key)) return undefined;
  const name = views.value[(Number(key) + 9) % 10]?.[0];
  return name === undefined ? undefined : () => (view.value = name);
}

function changePause(factor: number): void {
  pause.value = Math.min(8, Math.max(0.25, pause.value * factor));
}

function changeStride(): void {
  const next = strides[(strides.indexOf(stride.value) + 1) % strides.length];
  if (next !== undefined) stride.value = next;
}
