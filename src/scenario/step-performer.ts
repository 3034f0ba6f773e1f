import { lookAt, type ComputeValues } from './conditions.ts';
import type { FoundMismatches } from './found-mismatches.ts';
import type { Play } from './play.ts';
import type { Step } from './scenario.ts';
import { NoSuchSite } from './site-of-step.ts';
import type { ClockMove } from './verb.ts';

/** A step with its place in its timeline. */
export interface PlacedStep {
  readonly timeline: string;
  readonly index: number;
  readonly step: Step;
}

/** Does the steps of a play, one at a time, and tells of those that could not be done. */
export class StepPerformer {
  readonly #play: Play;
  readonly #found: FoundMismatches;
  readonly #compute: ComputeValues;
  #running: PlacedStep | undefined;

  constructor(play: Play, found: FoundMismatches, compute: ComputeValues) {
    this.#play = play;
    this.#found = found;
    this.#compute = compute;
  }

  /** The step that is running; to ask for it while none is would be a mistake of smsim. */
  get running(): PlacedStep {
    if (this.#running === undefined) throw new Error('no step is running');
    return this.#running;
  }

  /** Does something in the name of a step, which can then go on later or fail. */
  during(placed: PlacedStep, body: () => void): void {
    this.#running = placed;
    body();
    this.#running = undefined;
  }

  /** Writes the step into the trace, does it, and looks at what it expects. */
  perform(step: Step): void {
    const { simulation } = this.#play;
    simulation.record('step', 'scenario', step.name ?? step.label, step.name === undefined ? '' : step.label);
    const read = step.verb.schema.safeParse(this.#compute(step.given));
    if (read.success) this.#unlessNoSite(step, () => step.verb.run(this.#play, read.data));
    else this.failed(step, read.error.issues.map((issue) => issue.message).join('; '));
    for (const { condition, place } of step.expected) {
      const { met, actual } = lookAt(condition, this.#play, this.#compute);
      if (!met) this.#found.unmet(-1, { label: condition.label, place }, actual);
    }
  }

  /** Goes on with a step that asked for it. */
  resume(step: Step, note: unknown): void {
    this.#unlessNoSite(step, () => step.verb.resume?.(this.#play, this.#arguments(step), note));
  }

  /** How a step moves the clock of the scenario, if it does. */
  moveOf(step: Step): ClockMove | undefined {
    return step.verb.clock?.(this.#arguments(step));
  }

  /** A step could not be done: a mismatch, or only a remark where it may fail. */
  failed(step: Step, reason: string): void {
    const label = step.name ?? step.label;
    if (step.mayFail) this.#play.simulation.record('note', 'scenario', label, `failed, as it may: ${reason}`);
    else this.#found.undone({ label, place: step.place }, reason);
  }

  /** Sites come and go with steps, so only the moment shows whether one is there. */
  #unlessNoSite(step: Step, body: () => void): void {
    try {
      body();
    } catch (error) {
      if (!(error instanceof NoSuchSite)) throw error;
      this.failed(step, error.message);
    }
  }

  #arguments(step: Step): unknown {
    return step.verb.schema.parse(this.#compute(step.given));
  }
}
