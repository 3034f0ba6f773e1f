import { Run, type Case, type Performance, type PerformOptions, type RunTools } from '../../runner/index.ts';
import { FilmCamera, type FilmAdditions } from './film-camera.ts';
import type { Film } from './film.ts';

/** As long as a film may get; what comes after is named in `leftOut`. */
export const longestFilm = { turns: 100_000, records: 1_000_000 } as const;

/** One case that is played before a camera, a number of turns at a time. */
export class FilmedRun {
  readonly #run: Run;
  readonly #longest: { readonly turns: number; readonly records: number };
  #camera: FilmCamera | undefined;
  #begun = { turn: 0, record: 0 };
  #seen = 0;

  constructor(
    one: Case,
    tools: RunTools,
    options: Omit<PerformOptions, 'explained'> = {},
    longest: { readonly turns: number; readonly records: number } = longestFilm,
  ) {
    this.#run = new Run(one, tools, { ...options, explained: true });
    this.#longest = longest;
  }

  /** Sets the site up, or takes so many turns more; false when the run is over or has broken off. */
  goOn(turns: number): boolean {
    if (this.#camera === undefined) return this.#begin();
    for (let turn = 0; turn < turns; turn++) {
      const goesOn = this.#run.goOn(1);
      this.#look(this.#camera);
      if (!goesOn) return false;
    }
    return true;
  }

  /** The run as it went. Whoever asks closes it. */
  performance(): Performance {
    return this.#run.performance();
  }

  /** The film; throws where the site could not even be set up. */
  film(performance: Performance, additions: FilmAdditions): Film {
    if (this.#camera === undefined) throw new Error(performance.result.breakdown?.message ?? 'nothing was played');
    return this.#camera.film(performance, additions);
  }

  #begin(): boolean {
    const goesOn = this.#run.goOn(1);
    const { play, records } = this.#run;
    this.#seen = records.length;
    this.#begun = { turn: play?.simulation.turn ?? 0, record: this.#seen };
    if (goesOn && play !== undefined) this.#camera = new FilmCamera(play);
    return goesOn;
  }

  #look(camera: FilmCamera): void {
    const { records } = this.#run;
    if (records.length === this.#seen) return;
    camera.turnTaken(records.slice(this.#seen));
    this.#seen = records.length;
    const { turns, records: most } = this.#longest;
    const turn = this.#run.play?.simulation.turn ?? 0;
    if (turn - this.#begun.turn < turns && this.#seen - this.#begun.record < most) return;
    camera.cut();
    this.#run.stopKeeping();
  }
}
