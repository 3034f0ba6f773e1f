import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A 32-bit number from a text (FNV-1a); the same on every platform. */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** One named source of chance. */
export interface RandomStream {
  /** A whole number between `from` and `to`, both included. */
  integer(from: number, to: number): number;
}

/** Marks saved draws that were decided beforehand among the states of generators. */
const fixedPrefix = 'fixed: ';

/** Under this name the seed is saved; streams that are not used yet will be made from it. */
const seedName = '(seed)';

/**
 * All chance of a run, in named streams drawn from one seed: a new draw in one place never shifts another.
 */
export class RandomStreams {
  #seed: number;
  readonly #generators = new Map<string, ReturnType<typeof xoroshiro128plus>>();
  /** Draws that were decided beforehand, by stream. */
  readonly #fixed = new Map<string, readonly number[]>();

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** The stream of this name, made from seed and name at its first use. */
  stream(name: string): RandomStream {
    return { integer: (from, to) => this.#fixedDraw(name, from, to) ?? uniformInt(this.#generator(name), from, to) };
  }

  /** Decides the next draws of a stream; what lies outside the range that is asked for becomes its nearest end. */
  fix(name: string, draws: readonly number[]): void {
    this.#fixed.set(name, [...(this.#fixed.get(name) ?? []), ...draws]);
  }

  /** From now on every stream is drawn from another seed; draws that were decided beforehand stay. */
  reseed(seed: number): void {
    this.#seed = seed;
    this.#generators.clear();
  }

  /** The seed and the states of all streams used so far, by name. */
  save(): Readonly<Record<string, readonly number[]>> {
    const names = [...this.#generators.keys()].toSorted();
    const fixed = [...this.#fixed.keys()].toSorted();
    return Object.fromEntries([
      [seedName, [this.#seed]] as const,
      ...names.map((name) => [name, this.#generator(name).getState()] as const),
      ...fixed.map((name) => [`${fixedPrefix}${name}`, this.#fixed.get(name) ?? []] as const),
    ]);
  }

  restore(saved: Readonly<Record<string, readonly number[]>>): void {
    this.#generators.clear();
    this.#fixed.clear();
    for (const [name, state] of Object.entries(saved)) {
      if (name === seedName) this.#seed = state[0] ?? this.#seed;
      else if (name.startsWith(fixedPrefix)) this.#fixed.set(name.slice(fixedPrefix.length), state);
      else this.#generators.set(name, xoroshiro128plusFromState(state));
    }
  }

  #fixedDraw(name: string, from: number, to: number): number | undefined {
    const [next, ...rest] = this.#fixed.get(name) ?? [];
    if (next === undefined) return undefined;
    if (rest.length === 0) this.#fixed.delete(name);
    else this.#fixed.set(name, rest);
    return Math.min(to, Math.max(from, next));
  }

  #generator(name: string): ReturnType<typeof xoroshiro128plus> {
    const known = this.#generators.get(name);
    if (known !== undefined) return known;
    const made = xoroshiro128plus(hashText(name, this.#seed));
    this.#generators.set(name, made);
    return made;
  }
}
