import { linksOf, story, type History } from '../../analysis/index.ts';
import type { Component } from '../../components/index.ts';
import { isoTime, type Instant, type TraceRecord } from '../../kernel/index.ts';
import type { Performance } from '../../runner/index.ts';
import type { ScenarioPlay } from '../../scenario/index.ts';
import { toLocal } from '../../world/index.ts';
import { arrowsOf } from './camera/arrows.ts';
import { offsetsBetween } from './camera/film-clock.ts';
import { recordColumns } from './camera/record-columns.ts';
import { Texts } from './camera/texts.ts';
import { WorldWatch } from './camera/world-watch.ts';
import type { Film, FilmBookmark, FilmComponent, FilmQuestion, FilmScenario, Frame, MachineLayout } from './film.ts';

/** A run that has come to its end, as the runner answers it. */
export type Footage = Omit<Performance, 'play' | 'close'>;

/** What a film needs besides the run. */
export interface FilmAdditions {
  /** Version of smsim. */
  readonly smsim: string;
  readonly description?: string | undefined;
  /** The drawing of a component's machine; undefined where there is none. */
  readonly layoutOf: (component: Component) => MachineLayout | undefined;
  readonly bookmarks?: readonly FilmBookmark[];
  readonly exam?: readonly FilmQuestion[];
}

/**
 * Follows a play turn by turn and makes the film of it. It begins with the world as it finds it, so it is put up when
 * the scenario starts. It only looks: the play has the same head with and without it.
 */
export class FilmCamera {
  readonly #play: ScenarioPlay;
  readonly #texts = new Texts();
  readonly #watch: WorldWatch;
  readonly #world: Film['world'];
  readonly #firstTurn: number;
  readonly #firstRecord: number;
  readonly #frames: Frame[] = [];
  /** What was looked at last. */
  #last: Place;
  /** Where the film ends, if before the end of the run. */
  #cut: Place | undefined;

  constructor(play: ScenarioPlay) {
    this.#play = play;
    this.#firstTurn = play.simulation.turn;
    this.#firstRecord = play.simulation.trace.count + 1;
    this.#watch = new WorldWatch(play, this.#texts);
    this.#world = this.#watch.facts();
    this.#last = placeOf(play);
  }

  /** Ends the film with what was looked at last; the run may go on. */
  cut(): void {
    this.#cut ??= this.#last;
  }

  /** A turn was taken, or something was done between two turns; these are the records of it. */
  turnTaken(records: readonly TraceRecord[]): void {
    if (this.#cut !== undefined) return;
    this.#last = placeOf(this.#play);
    const { turn } = this.#last;
    const before = this.#frames.at(-1);
    const again = before?.turn === turn;
    const changes = this.#watch.changes(records, again);
    if (Object.keys(changes).length === 0) return;
    if (again) this.#frames[this.#frames.length - 1] = { turn, ...merged(before, changes) };
    else this.#frames.push({ turn, ...changes });
  }

  /** The film as far as the run has come. */
  film(footage: Footage, additions: FilmAdditions): Film {
    const { zone, start, result } = footage;
    const end = this.#cut?.time ?? this.#play.simulation.now;
    const texts = this.#texts;
    const history = { ...footage, records: footage.records.slice(0, this.#cut?.record) };
    const shown = history.records.slice(this.#firstRecord - 1);
    const laneOf = (name: string): number | undefined => this.#watch.laneNumber(name);
    const film = {
      format: 1 as const,
      smsim: additions.smsim,
      scenario: scenarioOf(footage, additions),
      clock: {
        ...{ zone, start, end, offsets: offsetsBetween(zone, start, end) },
        ...{ firstTurn: this.#firstTurn, lastTurn: this.#cut?.turn ?? result.turns },
      },
      computers: this.#watch.lanes,
      records: recordColumns(shown, texts),
      links: readLinks(history, shown),
      arrows: arrowsOf({ ...history, first: this.#firstRecord, texts, laneOf }),
      world: this.#world,
      frames: this.#frames,
      components: this.#components(additions),
      processes: this.#watch.processes,
      story: { story: story(history, 'story'), outline: story(history, 'outline') },
      sources: sourcesOf(footage),
      bookmarks: additions.bookmarks ?? [],
      exam: additions.exam ?? [],
      leftOut: [...this.#watch.leftOut, ...this.#turnsLeftOut(footage)],
    };
    return { ...film, strings: texts.all() };
  }

  #turnsLeftOut({ result, zone }: Footage): readonly string[] {
    if (this.#cut === undefined || this.#cut.turn === result.turns) return [];
    const { turn, time } = this.#cut;
    const from = isoTime(toLocal(zone, time)).slice(0, 19);
    return [`turns ${turn + 1} to ${result.turns}, after ${from}: the run is too long for one page`];
  }

  #components({ layoutOf }: FilmAdditions): readonly FilmComponent[] {
    const names = [...new Set(this.#watch.processes.map(({ component }) => component))].toSorted();
    const { product, options } = this.#play.simulation;
    const all = [product, ...(options.otherProducts ?? [])].flatMap(({ components }) => components);
    return names.flatMap((name) => {
      const component = all.find((one) => one.name === name);
      const layout = component && layoutOf(component);
      return layout === undefined ? [] : [{ name, layout }];
    });
  }
}

/** A place in a run: between two turns. */
interface Place {
  readonly turn: number;
  readonly time: Instant;
  /** The last record before it. */
  readonly record: number;
}

function placeOf({ simulation }: ScenarioPlay): Place {
  return { turn: simulation.turn, time: simulation.now, record: simulation.trace.count };
}

function scenarioOf({ result }: Footage, { description }: FilmAdditions): FilmScenario {
  const { scenario, file, kb, release, variant, seed, turns, head, verdict, mismatches } = result;
  return {
    title: scenario,
    ...{ file, kb, description: description ?? null, release, variant, seed, turns, head, verdict },
    mismatches: mismatches.map(({ expectation, actual, turn, line }) => ({ expectation, actual, turn, line })),
  };
}

/** What was read or written earlier and led on, beside the cause that each record has itself. */
function readLinks(history: History, shown: readonly TraceRecord[]): Film['links'] {
  const links = linksOf(history);
  const first = shown[0]?.record ?? 0;
  return shown.flatMap((record) =>
    links(record)
      .filter((earlier) => earlier.record !== record.cause && earlier.record >= first)
      .map((earlier) => [record.record, earlier.record] as const),
  );
}

function sourcesOf({ result }: Footage): Film['sources'] {
  return result.foundations.map(([name, { standing, source, note }]) => {
    return { name, kind: standing, source: note === undefined ? source : `${source}. ${note}` };
  });
}

/** Two looks at one turn as one frame: what the later one says of a thing holds. */
function merged(before: Frame, now: Omit<Frame, 'turn'>): Omit<Frame, 'turn'> {
  return {
    files: [...(before.files ?? []), ...(now.files ?? [])],
    registry: [...(before.registry ?? []), ...(now.registry ?? [])],
    rows: [...(before.rows ?? []), ...(now.rows ?? [])],
    states: [...(before.states ?? []), ...(now.states ?? [])],
  };
}
