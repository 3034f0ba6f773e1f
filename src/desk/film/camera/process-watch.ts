import type { Process, Simulation } from '../../../simulation/index.ts';
import type { TraceRecord } from '../../../kernel/index.ts';
import type { FilmProcess, Frame } from '../film.ts';
import type { Texts } from './texts.ts';

type StateChange = NonNullable<Frame['states']>[number];

/** Watches which programs run, of which build, and in which state the machine of each is. */
export class ProcessWatch {
  readonly #simulation: Simulation;
  readonly #texts: Texts;
  readonly #computers: (name: string) => number;
  readonly #processes: FilmProcess[] = [];
  /** By name, version and traits: a program that comes back as another build is another line of the film. */
  readonly #numbers = new Map<string, number>();
  /** The programs that run, by their names in records. */
  readonly #running = new Map<string, { readonly number: number; readonly process: Process; readonly state: string }>();

  constructor(simulation: Simulation, texts: Texts, computers: (name: string) => number) {
    this.#simulation = simulation;
    this.#texts = texts;
    this.#computers = computers;
  }

  /** Every program that ran since the beginning. */
  all(): readonly FilmProcess[] {
    return this.#processes;
  }

  /** The state of everything that runs now. */
  facts(): readonly (readonly [process: number, state: number])[] {
    return [...this.#simulation.processes.keys()].flatMap((id) => {
      return this.#look(id).flatMap(([process, state]) => (state === null ? [] : [[process, state] as const]));
    });
  }

  /** The states that some records have changed. */
  changes(records: readonly TraceRecord[]): readonly StateChange[] {
    const moved = records.filter(({ kind }) => kind === 'transition' || kind === 'process');
    return [...new Set(moved.map(({ process }) => process))].flatMap((id) => this.#look(id));
  }

  #look(id: string): readonly StateChange[] {
    const before = this.#running.get(id);
    const process = this.#simulation.processes.get(id);
    if (process === undefined) {
      this.#running.delete(id);
      return before === undefined ? [] : [[before.number, null]];
    }
    const state = process.state.name;
    const number = before?.process === process ? before.number : this.#numberOf(process);
    this.#running.set(id, { number, process, state });
    const ended: StateChange[] = before === undefined || before.number === number ? [] : [[before.number, null]];
    if (before?.number === number && before.state === state) return ended;
    return [...ended, [number, this.#texts.number(state)]];
  }

  #numberOf(process: Process): number {
    const shown = this.#described(process);
    const key = JSON.stringify(shown);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#processes.length);
    return this.#processes.push(shown) - 1;
  }

  #described(process: Process): FilmProcess {
    const { component, computer, id } = process;
    return {
      computer: this.#computers(computer.name),
      component: component.name,
      id,
      file: component.file,
      version: this.#simulation.versionOf(computer, component) ?? '',
      traits: Object.entries(process.traits).map(([name, value]) => ({
        name,
        value: String(value),
        right: value === component.traits[name]?.default ? null : String(component.traits[name]?.default),
        source: this.#texts.number(this.#sourceOf(process, name)),
      })),
    };
  }

  #sourceOf(process: Process, trait: string): string {
    const { standing, source, note } = this.#simulation.traitSource(process, trait);
    return `${standing}: ${source}${note === undefined ? '' : `. ${note}`}`;
  }
}
