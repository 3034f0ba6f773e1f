import { afterAll, describe, expect, it } from 'vitest';
import { registryText } from '../../../src/desk/film/camera/registry-watch.ts';
import type { Film } from '../../../src/desk/film/film.ts';
import { FilmReader } from '../../../src/desk/film/film-reader.ts';
import type { WorldAt } from '../../../src/desk/film/world-at.ts';
import { perform, type Performance } from '../../../src/runner/index.ts';
import type { World } from '../../../src/world/index.ts';
import { filmed, shippedCase, tools } from './filmed.ts';

const scenarios = [
  'scenarios/tour/01-hardware-resync-waits-for-ccim.yaml',
  'scenarios/tour/14-sms12-a-resync.yaml',
  'scenarios/sms20/Q242951-orphaned-software-records.yaml',
  'scenarios/sms20/Q252717-remote-installation-over-a-later-release.yaml',
  'scenarios/sms12/Q121386-client-moves-at-the-third-logon.yaml',
];

const open: Performance[] = [];
afterAll(() => open.forEach((performance) => performance.close()));

function kept<T extends { readonly performance: Performance }>(one: T): T {
  open.push(one.performance);
  return one;
}

function worldOf({ play }: Performance): World {
  if (play === undefined) throw new Error('nothing was played');
  return play.world;
}

/** Files with their texts, sizes and times, as Windows has them. */
function filesInWorld(world: World): readonly string[] {
  return [...world.computers.values()].flatMap(({ name, files }) =>
    files.save().entries.map(([path, , { isFolder, content, modified }]) => {
      const text = !isFolder && 'text' in content ? content.text : null;
      return JSON.stringify([name, path, isFolder, content.size, modified, text]);
    }),
  );
}

function filesInFilm({ computers }: Film, at: WorldAt): readonly string[] {
  return computers.flatMap(({ name }, computer) =>
    at.files(computer).map(({ path, folder, size, written }) => {
      return JSON.stringify([name, path, folder, size, written, at.content(computer, path)]);
    }),
  );
}

function registryInWorld(world: World): readonly string[] {
  return [...world.computers.values()].flatMap(({ name, registry }) =>
    registry.save().flatMap(([key, values]) => {
      const shown =
        values.length === 0 ? [['', null] as const] : values.map(([of, value]) => [of, registryText(value)]);
      return shown.map(([of, value]) => JSON.stringify([name, key, of, value]));
    }),
  );
}

function registryInFilm({ computers }: Film, at: WorldAt): readonly string[] {
  return computers.flatMap(({ name: computer }, number) =>
    at.registry(number).map(({ key, name, value }) => JSON.stringify([computer, key, name, value])),
  );
}

/** The rows of all tables that hold any. */
function rowsInWorld(world: World): readonly string[] {
  return [...world.databases].flatMap(([site, database]) => {
    const tables = database.query("select name from sqlite_schema where type = 'table' and name not like 'sqlite%'");
    if (!tables.ok) throw new Error(tables.failure.message);
    return tables.value.rows.flatMap(([table]) => {
      const rows = database.query(`select * from "${String(table)}"`);
      return rows.ok ? rows.value.rows.map((row) => JSON.stringify([site, table, row])) : [];
    });
  });
}

function rowsInFilm(at: WorldAt): readonly string[] {
  return at
    .tables()
    .flatMap(({ site, table }) => at.rows(site, table).map(({ values }) => JSON.stringify([site, table, values])));
}

function statesInFilm({ processes }: Film, at: WorldAt): readonly string[] {
  return processes.flatMap(({ id }, number) => {
    const state = at.state(number);
    return state === null ? [] : [`${id} ${state}`];
  });
}

describe.each(scenarios)('the film of %s', async (file) => {
  const one = await shippedCase(file);
  const { film, performance } = kept(filmed(one));
  const reader = new FilmReader(JSON.parse(JSON.stringify(film)) as Film);
  const world = worldOf(performance);
  const end = reader.worldAt(film.clock.lastTurn);

  it('has the same head as the run without a camera', () => {
    const plain = perform(one, tools, {});
    expect(performance.result.head).toBe(plain.result.head);
    plain.close();
  });

  it('ends with every file, its text, size and time, as the run left it', () => {
    expect(filesInFilm(film, end).toSorted()).toEqual(filesInWorld(world).toSorted());
  });

  it('ends with every registry value', () => {
    expect(registryInFilm(film, end).toSorted()).toEqual(registryInWorld(world).toSorted());
  });

  it('ends with every row of the site databases', () => {
    expect(rowsInFilm(end).toSorted()).toEqual(rowsInWorld(world).toSorted());
  });

  it('ends with the state of every program that still runs', () => {
    const running = [...(performance.play?.simulation.processes.values() ?? [])];
    expect(statesInFilm(film, end).toSorted()).toEqual(
      running.map(({ id, state }) => `${id} ${state.name}`).toSorted(),
    );
  });

  it('holds every record since the start, as it was written', () => {
    const records = performance.records.filter(({ turn }) => turn > film.clock.firstTurn);
    expect(reader.records()).toEqual(records);
  });

  it('goes back to any turn: half of it shows the world that a run stopped there has', () => {
    const turns = reader.turns();
    const turn = turns[Math.floor(turns.length / 2)] ?? 0;
    const half = new FilmReader({ ...film, frames: film.frames.filter((frame) => frame.turn <= turn) });
    const [now, then] = [reader.worldAt(turn), half.worldAt(film.clock.lastTurn)];
    expect(filesInFilm(film, now)).toEqual(filesInFilm(film, then));
    expect(registryInFilm(film, now)).toEqual(registryInFilm(film, then));
    expect(rowsInFilm(now)).toEqual(rowsInFilm(then));
    expect(statesInFilm(film, now)).toEqual(statesInFilm(film, then));
  });
});
