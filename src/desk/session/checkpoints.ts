import type { SavedPlay } from '../../scenario/index.ts';
import { imageOf, pagesOf, sharing } from './sharing.ts';

/** A play as it was after some turn. */
export interface Checkpoint {
  readonly turn: number;
  /** How many deeds had been done. */
  readonly deeds: number;
  readonly saved: SavedPlay;
  readonly databases: readonly SavedDatabase[];
}

interface SavedDatabase {
  readonly code: string;
  readonly pages: readonly Uint8Array[];
  readonly state: SavedPlay['checkpoint']['world']['databases'][number][2];
}

/** Turns between checkpoints: few enough to be played again while a person waits for nothing. */
const interval = 100;

/** So many are kept; of more, every second of the older half goes. */
const most = 4000;

/** Checkpoints of one branch, by turn; each shares what has not changed with the one before. */
export class Checkpoints {
  #kept: Checkpoint[];

  constructor(kept: readonly Checkpoint[] = []) {
    this.#kept = [...kept];
  }

  get count(): number {
    return this.#kept.length;
  }

  /** Whether it is time for the next one. */
  isDue(turn: number): boolean {
    const last = this.#kept.at(-1);
    return last === undefined || turn >= last.turn + interval;
  }

  add(turn: number, deeds: number, play: SavedPlay): void {
    const last = this.#kept.at(-1);
    const { checkpoint } = play;
    const images = checkpoint.world.databases;
    const bare = { ...play, checkpoint: { ...checkpoint, world: { ...checkpoint.world, databases: [] } } };
    const databases = images.map(([code, image, state]) => {
      const known = last?.databases.find((one) => one.code === code);
      return { code, state, pages: pagesOf(image, known?.pages) };
    });
    this.#kept.push({ turn, deeds, saved: sharing(last?.saved, bare), databases });
    if (this.#kept.length > most) this.#thin();
  }

  /** The latest one at or before a turn; the first stands at the beginning of the session. */
  before(turn: number): Checkpoint {
    const found = this.#kept.findLast((one) => one.turn <= turn) ?? this.#kept[0];
    if (found === undefined) throw new Error('a session begins with a checkpoint');
    return found;
  }

  /** Forgets what came after a turn: it will be another story. */
  cutAfter(turn: number): void {
    this.#kept = this.#kept.filter((one) => one.turn <= turn);
  }

  /** Those of a branch that goes its own way from a turn on. */
  upTo(turn: number): Checkpoints {
    return new Checkpoints(this.#kept.filter((one) => one.turn <= turn));
  }

  #thin(): void {
    this.#kept = this.#kept.filter((_one, index) => index >= most / 2 || index % 2 === 0);
  }
}

/** What `ScenarioPlay.restore` takes. */
export function savedPlay({ saved, databases }: Checkpoint): SavedPlay {
  const { checkpoint } = saved;
  const images = databases.map(({ code, pages, state }) => [code, imageOf(pages), state] as const);
  return { ...saved, checkpoint: { ...checkpoint, world: { ...checkpoint.world, databases: images } } };
}
