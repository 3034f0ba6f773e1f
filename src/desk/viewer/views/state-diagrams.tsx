import { signal } from '@preact/signals';
import { ComputerChoice } from '../computer-choice.tsx';
import { computer, readers, reader, records, shown, turnsAt } from '../desk-state.ts';
import type { FilmProcess } from '../../film/film.ts';
import type { FilmReader } from '../../film/film-reader.ts';
import { runName } from '../header.tsx';
import { moveOf } from '../machine-state.ts';
import { MachineDrawing } from './machine-drawing.tsx';
import { Differences, Traits } from './traits.tsx';

const chosen = signal<string | null>(null);

/** The components of a computer, each with its state after the turn; of two runs both builds side by side. */
export function StateDiagrams() {
  const { film } = reader.value;
  const processes = processesOf(reader.value);
  const busy = processes.find(({ id }) => records.value.some(({ process }) => process === id));
  const process = processes.find(({ component }) => component === chosen.value) ?? busy ?? processes[0];
  if (process === undefined) {
    return (
      <>
        <div class="choices">
          <ComputerChoice />
        </div>
        <p class="empty">No component of SMS runs on {film.computers[computer.value]?.name}.</p>
      </>
    );
  }
  return (
    <>
      <div class="choices">
        <ComputerChoice />
        <label>
          <span>Component </span>
          <select
            value={chosen.value === null ? '' : process.component}
            onChange={(event) => (chosen.value = event.currentTarget.value === '' ? null : event.currentTarget.value)}
          >
            <option value="">the one at work ({(busy ?? process).component})</option>
            {processes.map(({ id, component }) => (
              <option key={id} value={component}>
                {component}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="machines reading" tabIndex={0} role="group" aria-label={`State diagram of ${process.component}`}>
        {readers.value.length > 1 ? (
          <Both component={process.component} />
        ) : (
          <Build of={reader.value} process={process} turn={turnsAt.value[shown.value] ?? 0} other={undefined} />
        )}
      </div>
    </>
  );
}

/** One build of a component: its state, its diagram, its traits. */
function Build(props: {
  readonly of: FilmReader;
  readonly process: FilmProcess;
  readonly turn: number;
  readonly other: FilmProcess | undefined;
}) {
  const { of, process, turn, other } = props;
  const layout = of.film.components.find(({ name }) => name === process.component)?.layout;
  const state = of.worldAt(turn).state(of.film.processes.indexOf(process));
  const moves = of
    .recordsOfTurn(turn)
    .flatMap(({ process: id, kind, subject }) =>
      id === process.id && kind === 'transition' ? (moveOf(subject) ?? []) : [],
    );
  return (
    <article class="build">
      <p class="state-now">
        {state === null ? 'does not run' : <b>{state}</b>}
        <span class="facts mono">
          {process.file} {process.version}
        </span>
      </p>
      {layout === undefined ? (
        <p class="empty">This component has no diagram.</p>
      ) : (
        <MachineDrawing name={process.component} layout={layout} state={state} moves={moves} />
      )}
      <Traits of={of} process={process} other={other} />
    </article>
  );
}

function Both({ component }: { readonly component: string }) {
  const builds = readers.value.map((of) => ({
    of,
    process: processesOf(of).find((one) => one.component === component),
  }));
  return (
    <>
      <Differences names={builds.map((_, index) => runName(index))} processes={builds.map(({ process }) => process)} />
      <div class="side-by-side">
        {builds.map(({ of, process }, index) => (
          <section key={index}>
            <h3>{runName(index)}</h3>
            {process === undefined ? (
              <p class="empty">It does not run there.</p>
            ) : (
              <Build of={of} process={process} turn={turnsAt.value[index] ?? 0} other={builds[1 - index]?.process} />
            )}
          </section>
        ))}
      </div>
    </>
  );
}

function processesOf(of: FilmReader): readonly FilmProcess[] {
  return of.film.processes.filter((process) => process.computer === computer.value);
}
