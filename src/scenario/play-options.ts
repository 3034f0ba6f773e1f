import type { Product } from '../catalogue/index.ts';
import type { Digest, TraceRecord } from '../kernel/index.ts';
import { Simulation, type Limits } from '../simulation/index.ts';
import type { SqlEngine } from '../world/index.ts';
import type { ReleaseRun, Variant } from './scenario.ts';

/** What a scenario is played with. */
export interface PlayOptions {
  readonly variant: Variant;
  readonly run: ReleaseRun;
  /** Instead of the variant's own, from the scenario's start on; the site is set up with the variant's own. */
  readonly seed?: number;
  readonly shuffleTies?: number;
  readonly product: Product;
  /** Other products whose sites may stand beside. */
  readonly otherProducts?: readonly Product[];
  readonly sqlEngine: SqlEngine;
  readonly digest: Digest;
  readonly limits?: Partial<Limits>;
  /** Computers whose log text is kept; undefined: all. */
  readonly logComputers?: ReadonlySet<string>;
  /**
   * The play goes on after its steps, its expectations are not judged, and deeds can be done in it. Whoever plays it
   * keeps every record since the scenario's start, and hands them in here.
   */
  readonly live?: () => readonly TraceRecord[];
  /** Sees every record of the trace, those of the site's set-up included. */
  readonly sink?: (record: TraceRecord) => void;
}

/** The empty simulation of a play, before its site is set up. */
export function makeSimulation(options: PlayOptions, sink: (record: TraceRecord) => void): Simulation {
  const { variant, product, sqlEngine, digest, limits, logComputers } = options;
  const shuffleTies = options.shuffleTies ?? variant.shuffleTies;
  const simulation = new Simulation({
    seed: variant.seed,
    start: variant.site.start,
    product,
    ...(options.otherProducts === undefined ? {} : { otherProducts: options.otherProducts }),
    sqlEngine,
    digest,
    sink,
    ...(limits === undefined ? {} : { limits }),
    ...(logComputers === undefined ? {} : { logComputers }),
    ...(shuffleTies === undefined ? {} : { shuffleTies }),
  });
  simulation.overrides = variant.traits;
  return simulation;
}
