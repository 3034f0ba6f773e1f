import { computed, effect, signal } from '@preact/signals';
import type { FilmReader } from '../film/film-reader.ts';
import { playing, readers, shown, turn, turnsAt } from './desk-state.ts';
import { goTo } from './moving.ts';

/** One link of a chain of causes, in words. */
export type CauseLink = ReturnType<FilmReader['causeChain']>[number];

const chains = [signal<readonly CauseLink[]>([]), signal<readonly CauseLink[]>([])] as const;
const litTurns = chains.map((one) => computed<ReadonlySet<number>>(() => new Set(one.value.map((link) => link.turn))));

/** In a longer film than this a chain takes so long that a step would have to wait for it. */
const longFilm = 20_000;
/** How long the page stands still before the chain of a long film is looked for, in milliseconds. */
const stillness = 400;

/** Why the last record of the turn came about: from the steps of the scenario to it. Empty while it is looked for. */
export const chain = computed(() => chains[shown.value].value);

/** The turns of that chain in a film, for lists and the diagram to light. */
export function chainTurns(film: number): ReadonlySet<number> {
  return litTurns[film]?.value ?? new Set();
}

/** Keeps the chains in step with the turns at which the films stand. */
export function followCauses(): void {
  for (const film of [0, 1] as const) {
    const at = computed(() => turnsAt.value[film] ?? 0);
    effect(() => {
      const reader = readers.value[film];
      if (reader === undefined) return undefined;
      const [here, found] = [at.value, chains[film]];
      if (reader.film.records.turn.length <= longFilm) {
        found.value = chainAt(reader, here);
        return undefined;
      }
      found.value = [];
      if (playing.value) return undefined;
      const timer = setTimeout(() => (found.value = chainAt(reader, here)), stillness);
      return () => clearTimeout(timer);
    });
  }
}

/** Back to the link of the chain before this turn. */
export function goToCause(): void {
  const reader = readers.value[shown.value];
  const known = chain.value.length > 0 || reader === undefined ? chain.value : chainAt(reader, turn.value);
  const before = known.findLast((link) => link.turn < turn.value);
  if (before !== undefined) goTo(before.turn);
}

function chainAt(reader: FilmReader, at: number): readonly CauseLink[] {
  const target = reader.recordsOfTurn(at).at(-1);
  return target === undefined ? [] : reader.causeChain(target);
}
