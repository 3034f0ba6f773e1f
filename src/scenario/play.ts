import type { Instant, TraceRecord } from '../kernel/index.ts';
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
  /** Tools that were run, in order. */
  readonly toolRuns: ToolRun[];
  /** Names given by `as:` to holds, handles and the like, with what undoes them. */
  readonly held: Map<string, () => void>;
  /** Reads a time of the scenario (`09:00`, `day 2 09:00`, `1999-11-16 10:00`) in the site server's zone. */
  instant(text: string): Instant;
  /** Runs something later, as a step of the scenario would; `what` names it in the trace. */
  later(delay: number, what: string, act: () => void): void;
}
