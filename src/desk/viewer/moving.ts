import { batch } from '@preact/signals';
import { pairedTurn } from './alignment.ts';
import { alignment, computer, playing, reader, readers, shown, stops, turn, turnsAt, view } from './desk-state.ts';
import { examIsOn, lastShown } from './exam-paper.ts';
import { stopBeside } from './stops.ts';

/** Stands after a turn of the film that is shown; the other film follows to the turn with the same cause. */
export function goTo(wanted: number): void {
  const at = Math.min(Math.max(wanted, reader.value.film.clock.firstTurn), lastShown.value);
  batch(() => {
    turnsAt.value = turnsAt.value.map((other, index) => {
      if (index === shown.value) return at;
      return pairedTurn(alignment.value, shown.value, at) ?? other;
    });
    followComputer();
  });
}

/** One step forward or back; at the last step the page stops playing. */
export function step(direction: 1 | -1): void {
  goTo(stopBeside(stops.value, turn.value, direction));
  if (turn.value >= Math.min(stops.value.at(-1) ?? 0, lastShown.value)) playing.value = false;
  if (examIsOn.value && turn.value === lastShown.value) view.value = 'exam';
}

/** Before the scenario's start, or after the last turn. */
export function goToEnd(end: 'first' | 'last'): void {
  playing.value = false;
  const { firstTurn, lastTurn } = reader.value.film.clock;
  goTo(end === 'first' ? firstTurn : lastTurn);
}

/** Plays from here, or from the start where the run is at its end. */
export function togglePlaying(): void {
  if (!playing.value && turn.value >= (stops.value.at(-1) ?? 0)) goToEnd('first');
  playing.value = !playing.value;
}

/** Shows the other film of two. */
export function showFilm(index: 0 | 1): void {
  if (readers.value[index] !== undefined) shown.value = index;
}

/** The views turn to the computer on which something happens. */
function followComputer(): void {
  const { film } = reader.value;
  const [record] = reader.value.recordsOfTurn(turn.value).filter(({ process }) => process !== 'scenario');
  const name = record?.process.split('/', 1)[0];
  const index = film.computers.findIndex((one) => one.name === name);
  if (index >= 0) computer.value = index;
}
