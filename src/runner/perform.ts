import type { Product } from '../catalogue/index.ts';
import { isoTime, type Digest, type Instant, type TraceRecord } from '../kernel/index.ts';
import { ScenarioPlay, type Mismatch as FoundMismatch, type PlayOptions, type SavedPlay } from '../scenario/index.ts';
import { rowsTouched, toLocal, type SqlEngine } from '../world/index.ts';
import { breakdownOf } from './breakdown.ts';
import type { Case } from './cases.ts';
import { checkpointText, readCheckpoint } from './checkpoint-text.ts';
import { exemptEngine } from './exempt-engine.ts';
import type { Breakdown, CaseResult, Mismatch } from './result.ts';
import type { SettledSites } from './settled-sites.ts';
import { Tripwires } from './tripwire.ts';
import { verdictOf } from './verdict.ts';

/** What every run needs and no run changes; the engine and the digest come from the real machine. */
export interface RunTools {
  /** Everything that is emulated; a scenario's own product is among them. */
  readonly products: readonly Product[];
  readonly sqlEngine: SqlEngine;
  readonly digest: Digest;
  /** Sites that runs may share until their scenarios start; without it, every run sets its own up. */
  readonly settled?: SettledSites;
}

/** How one run differs from the plain one. */
export interface PerformOptions {
  /** Permutes what happens at one instant. */
  readonly shuffleTies?: number;
  /** Real time and real chance throw during the run. */
  readonly strict?: boolean;
  /** After this turn the run is saved as text and goes on in a new simulation that was restored from the text. */
  readonly saveAt?: number;
  /** Notes what programs read, so that the run can be explained; a run takes longer with it. */
  readonly explained?: boolean;
  /** Plays everything up to this time of the scenario only; `end` or undefined: to the end. */
  readonly until?: string;
}

/** Something that was read or written, and the record that was the latest then. */
export interface Touch {
  readonly record: number;
  readonly subject: string;
}

/** A run that was made, with everything to look back at. */
export interface Performance {
  readonly result: CaseResult;
  /** Every record, those before the scenario's start included. */
  readonly records: readonly TraceRecord[];
  /** What was read since the scenario's start, in a run to be explained. */
  readonly looks: readonly Touch[];
  /** Rows of site databases that were written since then, likewise. */
  readonly writes: readonly Touch[];
  readonly start: Instant;
  /** Of the site server. */
  readonly zone: string;
  /** The last turn before the scenario's start. */
  readonly firstTurn: number;
  /** The world as the run left it; undefined when not even the play could be made. */
  readonly play: ScenarioPlay | undefined;
  /** Frees the site databases. */
  close(): void;
}

/** Plays one case from its beginning, synchronously. Limits and faults become verdicts, never exceptions. */
export function perform(one: Case, tools: RunTools, options: PerformOptions): Performance {
  const run = new Run(one, tools, options);
  while (run.goOn(Infinity));
  return run.performance();
}

/** A case being played, a number of turns at a time. */
export class Run {
  readonly #case: Case;
  readonly #tools: RunTools;
  readonly #options: PerformOptions;
  readonly #tripwires: Tripwires | undefined;
  readonly #records: TraceRecord[] = [];
  readonly #looks: Touch[] = [];
  readonly #writes: Touch[] = [];
  #play: ScenarioPlay | undefined;
  #firstTurn = 0;
  #saved = false;
  #keeps = true;
  #breakdown: Breakdown | undefined;

  constructor(one: Case, tools: RunTools, options: PerformOptions) {
    const tripwires = options.strict === true ? new Tripwires() : undefined;
    this.#case = one;
    this.#tripwires = tripwires;
    this.#tools = tripwires === undefined ? tools : { ...tools, sqlEngine: exemptEngine(tools.sqlEngine, tripwires) };
    this.#options = options;
  }

  /** What is being played; undefined until the site has been set up. */
  get play(): ScenarioPlay | undefined {
    return this.#play;
  }

  /** Every record so far. */
  get records(): readonly TraceRecord[] {
    return this.#records;
  }

  /** From now on nothing is kept to look back at, because nobody will: a very long run goes on in little memory. */
  stopKeeping(): void {
    this.#keeps = false;
  }

  /** Sets the site up, or takes so many turns more; false when the run is over or has broken off. */
  goOn(turns: number): boolean {
    const body = (): boolean => this.#goOn(turns);
    try {
      return this.#tripwires === undefined ? body() : this.#tripwires.during(body);
    } catch (error) {
      this.#breakdown = breakdownOf(error, this.#play);
      return false;
    }
  }

  performance(): Performance {
    const { site } = this.#case.variant;
    const play = this.#play;
    return {
      result: this.#result(),
      records: this.#records,
      looks: this.#looks,
      writes: this.#writes,
      start: site.start,
      zone: site.zone,
      firstTurn: this.#firstTurn,
      play,
      close: () => closeDatabases(play),
    };
  }

  #goOn(turns: number): boolean {
    const { until, saveAt } = this.#options;
    if (this.#play === undefined) {
      this.#begin();
      return true;
    }
    if (saveAt !== undefined && !this.#saved) this.#saveAndRestore(this.#play, saveAt);
    if (until !== undefined && until !== 'end') {
      return this.#play.playUntil(this.#play.instant(until), turns);
    }
    for (let turn = 0; turn < turns; turn++) if (!this.#play.takeTurn()) return false;
    return true;
  }

  #begin(): void {
    this.#play = new ScenarioPlay(this.#playOptions((record) => this.#keeps && this.#records.push(record)));
    const { settled } = this.#tools;
    if (settled === undefined) this.#play.setUp();
    else settled.settle(this.#case, this.#options.shuffleTies, this.#play, this.#records);
    this.#firstTurn = this.#play.simulation.turn;
    this.#listen(this.#play);
  }

  #saveAndRestore(before: ScenarioPlay, turn: number): void {
    while (before.simulation.turn < turn && before.takeTurn());
    const text = checkpointText(before.save());
    closeDatabases(before);
    const after = new ScenarioPlay(
      this.#playOptions((record) => this.#saved && this.#keeps && this.#records.push(record)),
    );
    after.setUp();
    after.restore(readCheckpoint(text) as SavedPlay);
    this.#saved = true;
    this.#play = after;
    this.#listen(after);
  }

  #playOptions(sink: (record: TraceRecord) => void): PlayOptions {
    const { shuffleTies } = this.#options;
    return { ...playOptionsOf(this.#case, this.#tools), sink, ...(shuffleTies === undefined ? {} : { shuffleTies }) };
  }

  #listen(play: ScenarioPlay): void {
    if (this.#options.explained !== true) return;
    const touch = (subject: string): Touch => ({ record: play.simulation.trace.count, subject });
    play.world.onLook = (computer, path) => this.#keeps && this.#looks.push(touch(`${computer}:${path}`));
    play.world.onStatement = (siteCode, sql, parameters) => {
      if (!this.#keeps) return;
      const { writes, rows } = rowsTouched(sql, parameters);
      (writes ? this.#writes : this.#looks).push(...rows.map((row) => touch(`${siteCode}:${row}`)));
    };
  }

  #result(): CaseResult {
    const { loaded, variant, run, seed, claim } = this.#case;
    const { title, file, kb } = loaded.scenario;
    const simulation = this.#play?.simulation;
    const onSite = (time: Instant): string => isoTime(toLocal(variant.site.zone, time));
    const found = (this.#play?.mismatches ?? []).map((mismatch) => told(mismatch, onSite));
    const mismatches = [...found, ...unmarkedIn(this.#play, onSite)];
    const breakdown = this.#breakdown;
    return {
      ...{ scenario: title, file, kb: kb ?? null, release: run.name, variant: variant.name },
      verdict: verdictOf(mismatches, claim, breakdown?.kind),
      ...{ seed, turns: simulation?.turn ?? 0, head: simulation?.trace.head() ?? '', mismatches },
      end: onSite(simulation?.now ?? variant.site.start),
      foundations: [...(simulation?.foundations ?? [])],
      edges: simulation?.covered.edges() ?? [],
      ...(breakdown === undefined ? {} : { breakdown }),
    };
  }
}

/** What a case is played with. */
export function playOptionsOf({ loaded, variant, run, seed }: Case, { products, ...tools }: RunTools): PlayOptions {
  const product = products.find(({ version }) => version === loaded.scenario.product);
  if (product === undefined) throw new Error(`no product of version ${loaded.scenario.product}`);
  const otherProducts = products.filter((other) => other !== product);
  return { variant, run, seed, ...tools, product, otherProducts };
}

function closeDatabases(play: ScenarioPlay | undefined): void {
  for (const database of play?.world.databases.values() ?? []) database.close();
}

/** What a run that came to its end promised and never came to: bookmarks and questions. */
function unmarkedIn(play: ScenarioPlay | undefined, onSite: (time: Instant) => string): readonly Mismatch[] {
  if (play?.ended !== true) return [];
  const { turn, now } = play.simulation;
  return play.marks.missing.map(({ label, place: { line, column }, reason }) => {
    return { expectation: label, actual: reason, line, column, turn, time: onSite(now), unmarked: true };
  });
}

function told(found: FoundMismatch, onSite: (time: Instant) => string): Mismatch {
  const { expectation, actual, line, column, turn, time } = found;
  return { expectation, actual, line, column, turn, time: onSite(time) };
}
