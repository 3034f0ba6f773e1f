import type { TraceKind, TraceRecord } from '../kernel/index.ts';
import { readsHistory } from './conditions.ts';
import type { Condition, Variant } from './scenario.ts';

/** The records of a play that its expectations will look at; the others are not kept, because there are millions. */
export class PlayHistory {
  readonly #kinds: ReadonlySet<TraceKind> | undefined;
  readonly #byKind = new Map<TraceKind, TraceRecord[]>();
  #records: TraceRecord[] = [];

  constructor(variant: Variant) {
    const all = conditionsOf(variant).map(readsHistory);
    this.#kinds = all.includes(undefined) ? undefined : new Set(all.flatMap((kinds) => [...(kinds ?? [])]));
  }

  get records(): readonly TraceRecord[] {
    return this.#records;
  }

  ofKind(kind: TraceKind): readonly TraceRecord[] {
    return this.#byKind.get(kind) ?? [];
  }

  add(record: TraceRecord): void {
    if (this.#kinds !== undefined && !this.#kinds.has(record.kind)) return;
    this.#records.push(record);
    const known = this.#byKind.get(record.kind);
    if (known === undefined) this.#byKind.set(record.kind, [record]);
    else known.push(record);
  }

  /** Puts saved records in the place of those kept so far. */
  restore(saved: readonly TraceRecord[]): void {
    this.#records = [];
    this.#byKind.clear();
    for (const record of saved) this.add(record);
  }
}

/** Its expectations, and those that stand among its steps. */
function conditionsOf({ expectations, steps, added }: Variant): readonly Condition[] {
  const inSteps = [...steps, ...added].flatMap((step) => step.expected);
  return [...expectations, ...inSteps].map((one) => one.condition);
}
