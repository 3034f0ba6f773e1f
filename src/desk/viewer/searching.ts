import { computed, signal } from '@preact/signals';
import { reader, turn } from './desk-state.ts';
import { lastShown } from './exam-paper.ts';
import { goTo } from './moving.ts';

/** What the person looks for. */
export const sought = signal('');

/** Turns in which it was found, ascending. */
export const foundTurns = computed<readonly number[]>(() =>
  [...new Set(reader.value.search(sought.value).map((record) => record.turn))].filter(
    (found) => found <= lastShown.value,
  ),
);

/** To the next turn with the text, or the one before; beyond the last one it begins again. */
export function findAgain(direction: 1 | -1): void {
  const found = foundTurns.value;
  const beside =
    direction > 0
      ? (found.find((one) => one > turn.value) ?? found[0])
      : (found.findLast((one) => one < turn.value) ?? found.at(-1));
  if (beside !== undefined) goTo(beside);
}

export function focusSearch(): void {
  document.querySelector<HTMLInputElement>('#search')?.focus();
}
