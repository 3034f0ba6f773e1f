import type { TraceRecord } from '../kernel/index.ts';
import type { SavedPlay, ScenarioPlay } from '../scenario/index.ts';
import type { Case } from './cases.ts';

type SavedDatabases = SavedPlay['checkpoint']['world']['databases'];

/** A site as it stood at the start of a scenario, and everything that was recorded until then. */
interface SettledSite {
  readonly text: string;
  /** The images of its databases, which are copied when they are opened. */
  readonly databases: SavedDatabases;
  readonly records: readonly TraceRecord[];
}

/** How many sites are kept: the variants of one scenario on all releases follow one another. */
const most = 24;

/**
 * Sites that have been set up already. The hours before a scenario's start depend on the site, the releases, the
 * trait overrides and the variant's own seed alone, so that variants with the same ones, and all seeds of a variant,
 * can begin where the first of them began. What is kept is text: no run can change what another one starts from.
 */
export class SettledSites {
  readonly #kept = new Map<string, SettledSite>();

  /** Brings a fresh play to the start of its scenario; `records` is what its sink has filled so far. */
  settle(one: Case, shuffleTies: number | undefined, play: ScenarioPlay, records: TraceRecord[]): void {
    const { variant, run } = one;
    const ties = shuffleTies ?? variant.shuffleTies ?? null;
    const key = JSON.stringify([variant.site, run.roles, variant.traits, variant.seed, ties]);
    const known = this.#kept.get(key);
    if (known === undefined) {
      play.settle();
      this.#keep(key, { ...withoutDatabases(play.save()), records: [...records] });
    } else {
      records.push(...known.records);
      play.restore(withDatabases(known));
    }
    play.begin();
  }

  #keep(key: string, settled: SettledSite): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= most && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, settled);
  }
}

/** Databases are most of what is saved and nearly all of what it would cost to read it back as text. */
function withoutDatabases(saved: SavedPlay): Omit<SettledSite, 'records'> {
  const { databases } = saved.checkpoint.world;
  return { text: JSON.stringify(replaced(saved, [])), databases };
}

function withDatabases({ text, databases }: SettledSite): SavedPlay {
  return replaced(JSON.parse(text) as SavedPlay, databases);
}

function replaced(saved: SavedPlay, databases: SavedDatabases): SavedPlay {
  const { checkpoint } = saved;
  return { ...saved, checkpoint: { ...checkpoint, world: { ...checkpoint.world, databases } } };
}
