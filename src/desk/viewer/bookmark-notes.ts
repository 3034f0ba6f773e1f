import { computed, effect, signal } from '@preact/signals';
import type { FilmBookmark } from '../film/film.ts';
import { reader, turn, view } from './desk-state.ts';
import { headline } from './headline.ts';
import { goTo } from './moving.ts';
import { keep, recalled } from './preferences.ts';

/** Bookmarks that the person in front of the page has set in the run that is shown. */
export const ownBookmarks = signal<readonly FilmBookmark[]>([]);

/** Those of the scenario and the person's own, in the order of the run. */
const allBookmarks = computed(() =>
  [...reader.value.film.bookmarks, ...ownBookmarks.value].toSorted((a, b) => a.turn - b.turn),
);

/** The notes of the turn. */
export const notesHere = computed(() =>
  allBookmarks.value.filter((bookmark) => bookmark.turn === turn.value).map(({ note }) => note),
);

/** To the next bookmark, or to the one before. */
export function goToBookmark(direction: 1 | -1): void {
  const turns = allBookmarks.value.map((bookmark) => bookmark.turn);
  const to = direction > 0 ? turns.find((one) => one > turn.value) : turns.findLast((one) => one < turn.value);
  if (to !== undefined) goTo(to);
}

/** Bookmarks of one run are kept under its head: another run has other turns. */
export function followBookmarks(): void {
  effect(() => {
    ownBookmarks.value = readKept(recalled(keptName()));
  });
}

export function addOwnBookmark(): void {
  if (!ownBookmarks.value.some((bookmark) => bookmark.turn === turn.value)) {
    const added = { turn: turn.value, note: headline(reader.value, turn.value) };
    setBookmarks([...ownBookmarks.value, added].toSorted((a, b) => a.turn - b.turn));
  }
  view.value = 'bookmarks';
}

export function removeOwnBookmark(turnOfIt: number): void {
  setBookmarks(ownBookmarks.value.filter((bookmark) => bookmark.turn !== turnOfIt));
}

export function noteOwnBookmark(turnOfIt: number, note: string): void {
  setBookmarks(
    ownBookmarks.value.map((bookmark) => (bookmark.turn === turnOfIt ? { turn: turnOfIt, note } : bookmark)),
  );
}

function setBookmarks(bookmarks: readonly FilmBookmark[]): void {
  ownBookmarks.value = bookmarks;
  keep(keptName(), JSON.stringify(bookmarks));
}

function keptName(): string {
  return `bookmarks ${reader.value.film.scenario.head}`;
}

/** What another program may have left under the name counts for nothing. */
function readKept(text: string | null): readonly FilmBookmark[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(found)) return [];
    return found.filter((one) => Number.isInteger(one?.turn) && typeof one?.note === 'string');
  } catch {
    return [];
  }
}
