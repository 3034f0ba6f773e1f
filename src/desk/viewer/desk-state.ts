import { batch, computed, signal } from '@preact/signals';
import type { FilmPage } from '../film/film.ts';
import { FilmReader } from '../film/film-reader.ts';
import { stopsOf, type Stride } from './stops.ts';

/** The views beside the diagram, in the order of their tabs. */
export const viewNames = [
  ['shell', 'Shell'],
  ['story', 'Story'],
  ['step', 'This turn'],
  ['states', 'States'],
  ['folders', 'Folders'],
  ['registry', 'Registry'],
  ['database', 'Database'],
  ['logs', 'Logs'],
  ['status', 'Status'],
  ['events', 'NT events'],
  ['bookmarks', 'Bookmarks'],
  ['exam', 'Exam'],
  ['compare', 'Compare'],
] as const;

export type ViewName = (typeof viewNames)[number][0];

/** The films of the page; one, or two that are shown side by side. */
export const readers = signal<readonly FilmReader[]>([]);
/** Of two films: which turns answer to each other. */
export const alignment = signal<FilmPage['alignment']>([]);
/** Which of them the views show. */
export const shown = signal<0 | 1>(0);
/** The turn after which each film stands. */
export const turnsAt = signal<readonly number[]>([0, 0]);
export const view = signal<ViewName>('story');
export const stride = signal<Stride>('changes');
export const playing = signal(false);
/** Seconds between two steps while the page plays. */
export const pause = signal(2);
/** Number of the computer that folders, registry, logs and state diagrams are about. */
export const computer = signal(0);
/** Whether a session of `smsim serve` stands behind the page. */
export const isLive = signal(false);
/** Which of the two panes has the whole width; null where they share it. */
export const alone = signal<'diagram' | 'view' | null>(null);
export const helpIsOpen = signal(false);

/** The film that the views show. */
export const reader = computed(() => readers.value[shown.value] as FilmReader);
export const turn = computed(() => turnsAt.value[shown.value] ?? 0);
export const stops = computed(() => stopsOf(reader.value, stride.value));
/** Everything as it stands after the turn. */
export const world = computed(() => reader.value.worldAt(turn.value));
/** What happened in the turn, record by record. */
export const records = computed(() => reader.value.recordsOfTurn(turn.value));

/** Takes over the films of a page and stands before the start of each. */
export function openPage(page: FilmPage): void {
  batch(() => {
    readers.value = page.films.map((film) => new FilmReader(film));
    alignment.value = page.alignment;
    turnsAt.value = page.films.map(({ clock }) => clock.firstTurn);
  });
}

/** Tabs that this page needs: no shell in a file, no exam without questions, nothing to compare with one film. */
export const views = computed(() =>
  viewNames.filter(([name]) => {
    if (name === 'shell') return isLive.value;
    if (name === 'exam') return reader.value.film.exam.length > 0;
    return name !== 'compare' || readers.value.length > 1;
  }),
);
