import type { Duration, Instant, TraceKind, TraceRecord } from '../kernel/index.ts';
import type { Simulation } from '../simulation/index.ts';
import type { World } from '../world/index.ts';

/** What a tool printed and how it ended, as the person who typed the command saw it. */
export interface ToolRun {
  readonly time: Instant;
  readonly computer: string;
  readonly command: string;
  readonly output: string;
  readonly exitCode: number;
}

/** A scenario being played: what steps act on and expectations look at. */
export interface Play {
  readonly simulation: Simulation;
  readonly world: World;
  /** Every trace record so far. */
  readonly history: readonly TraceRecord[];
  /** The records of one kind so far. */
  recordsOf(kind: TraceKind): readonly TraceRecord[];
  /** Tools that were run, in order. */
  readonly toolRuns: ToolRun[];
  /** Names given by `as:` to holds, handles and the like, with plain data that says how to undo them. */
  readonly held: Map<string, unknown>;
  /** Reads a time of the scenario (`09:00`, `day 2 09:00`, `1999-11-16 10:00`) in the site server's zone. */
  instant(text: string): Instant;
  /**
   * Goes on with the step that is running, later: its verb's `resume` gets the note, which is plain data, so that a
   * run can be saved and restored in between.
   */
  later(delay: Duration, note: unknown): void;
  /** The step that is running could not do what it was told; becomes a mismatch at its line. */
  fail(reason: string): void;
}
