import { effect } from '@preact/signals';
import { shown, turn, view, views, type ViewName } from './desk-state.ts';
import { goTo, showFilm } from './moving.ts';

/** Goes where the address of the page points, `#turn=262&view=logs`, and keeps the address in step with the page. */
export function followAddress(window: Window): void {
  const read = (): void => {
    const wanted = new URLSearchParams(window.location.hash.slice(1));
    if (wanted.get('run') === '2') showFilm(1);
    const asked = wanted.get('turn');
    if (asked !== null && /^\d+$/.test(asked) && Number(asked) !== turn.value) goTo(Number(asked));
    const name = views.value.find(([one]) => one === wanted.get('view'))?.[0];
    if (name !== undefined) view.value = name;
  };
  read();
  window.addEventListener('hashchange', read);
  effect(() => {
    const address = addressOf(turn.value, view.value, shown.value);
    if (address !== window.location.hash) window.history.replaceState(null, '', address);
  });
}

/** The address of a turn in a view, to be linked or sent. */
export function addressOf(turn: number, view: ViewName, film: 0 | 1): string {
  return `#turn=${turn}&view=${view}${film === 1 ? '&run=2' : ''}`;
}
