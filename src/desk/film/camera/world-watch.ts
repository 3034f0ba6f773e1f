import type { TraceRecord } from '../../../kernel/index.ts';
import type { ScenarioPlay } from '../../../scenario/index.ts';
import type { FilmComputer, FilmProcess, Frame, RowChange, WorldAtStart } from '../film.ts';
import { FileWatch } from './file-watch.ts';
import { laneOf, lanesOf } from './lanes.ts';
import { ProcessWatch } from './process-watch.ts';
import { RegistryWatch } from './registry-watch.ts';
import { TableWatch } from './table-watch.ts';
import type { Texts } from './texts.ts';

interface ComputerWatch {
  readonly files: FileWatch;
  readonly registry: RegistryWatch;
}

/** Of more computers than these a film has the lanes only. */
const mostComputers = 250;

/** Watches everything in the world of a play that a film shows. Looking changes nothing in the play. */
export class WorldWatch {
  readonly #play: ScenarioPlay;
  readonly #texts: Texts;
  readonly #lanes: FilmComputer[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #computers: ComputerWatch[] = [];
  readonly #tables = new Map<string, TableWatch>();
  readonly #processes: ProcessWatch;

  constructor(play: ScenarioPlay, texts: Texts) {
    this.#play = play;
    this.#texts = texts;
    const { world, simulation, variant } = play;
    for (const lane of lanesOf(world, variant.site, simulation.product.version)) this.#add(lane);
    this.#processes = new ProcessWatch(simulation, texts, (name) => this.laneNumber(name) ?? 0);
    this.#listen();
    this.#watchDatabases();
  }

  get lanes(): readonly FilmComputer[] {
    return this.#lanes;
  }

  get processes(): readonly FilmProcess[] {
    return this.#processes.all();
  }

  /** The lane of a computer; undefined for what is none. */
  laneNumber(name: string): number | undefined {
    return this.#numbers.get(name.toUpperCase());
  }

  /** What a film of so many computers does not hold. */
  get leftOut(): readonly string[] {
    const more = this.#lanes.length - mostComputers;
    if (more <= 0) return [];
    return [`files and registries of ${more} of the ${this.#lanes.length} computers: a page holds ${mostComputers}`];
  }

  /** Everything as it is now. */
  facts(): WorldAtStart {
    return {
      files: this.#computers.flatMap(({ files }) => files.facts()),
      registry: this.#computers.flatMap(({ registry }) => registry.facts()),
      tables: [...this.#tables.values()].flatMap((watch) => watch.facts()),
      states: this.#processes.facts(),
    };
  }

  /** What has changed since the last look; `again`: the film has a frame of this turn already. */
  changes(records: readonly TraceRecord[], again: boolean): Omit<Frame, 'turn'> {
    this.#addNewComputers();
    const files = this.#computers.flatMap((one) => one.files.changes(again));
    const registry = this.#computers.flatMap((one) => one.registry.changes());
    const rows = this.#rowChanges();
    const states = this.#processes.changes(records);
    return {
      ...(files.length > 0 ? { files } : {}),
      ...(registry.length > 0 ? { registry } : {}),
      ...(rows.length > 0 ? { rows } : {}),
      ...(states.length > 0 ? { states } : {}),
    };
  }

  #add(lane: FilmComputer): void {
    const [number, texts] = [this.#lanes.push(lane) - 1, this.#texts];
    const computer = this.#play.world.mustHave(lane.name);
    this.#numbers.set(lane.name.toUpperCase(), number);
    if (number >= mostComputers) return;
    const [files, registry] = [new FileWatch(computer, number, texts), new RegistryWatch(computer, number, texts)];
    this.#computers.push({ files, registry });
  }

  /** A computer that a step brings has its lane below the others. */
  #addNewComputers(): void {
    const { world, variant, simulation } = this.#play;
    if (world.computers.size === this.#lanes.length) return;
    for (const computer of world.computers.values()) {
      if (this.#numbers.has(computer.name.toUpperCase())) continue;
      this.#add(laneOf(computer, world, variant.site, simulation.product.version));
    }
  }

  #rowChanges(): readonly RowChange[] {
    const gone = [...this.#tables].flatMap(([code, watch]) => {
      if (this.#play.world.databases.get(code) === watch.database) return [];
      this.#tables.delete(code);
      return watch.gone();
    });
    this.#watchDatabases();
    return [...gone, ...[...this.#tables.values()].flatMap((watch) => watch.changes())];
  }

  /** A database tells its statements to whoever the world names; one that no program has used yet tells nobody. */
  #watchDatabases(): void {
    for (const [code, database] of this.#play.world.databases) {
      if (this.#tables.has(code)) continue;
      database.listener = this.#play.world.onStatement;
      this.#tables.set(code, new TableWatch(database));
    }
  }

  #listen(): void {
    const { world } = this.#play;
    const heard = world.onStatement;
    world.onStatement = (code, sql, parameters) => {
      heard?.(code, sql, parameters);
      this.#tables.get(code.toUpperCase())?.hear(sql);
    };
  }
}
