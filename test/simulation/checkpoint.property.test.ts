import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute } from '../../src/kernel/index.ts';
import { logOn, restoreCheckpoint, saveCheckpoint, stopService, type Checkpoint } from '../../src/simulation/index.ts';
import { SiteDatabase } from '../../src/world/index.ts';
import { Toy, poster, worker } from './toy-product.ts';

const turns = 260;

function take(made: Toy, count: number): Toy {
  for (let turn = 0; turn < count; turn++) made.simulation.takeTurn();
  return made;
}

/** A simulation of the same product and seed in which something else has been going on. */
function other(): Toy {
  const made = take(Toy.running(), 30);
  logOn(made.simulation, 'PC2', 'eve', false);
  stopService(made.simulation, 'PC2', 'TOY_SERVICE');
  return take(made, 7);
}

function asJson(checkpoint: Checkpoint): Checkpoint {
  return JSON.parse(JSON.stringify(checkpoint)) as Checkpoint;
}

function restored(checkpoint: Checkpoint, made = other()): Toy {
  restoreCheckpoint(made.simulation, checkpoint);
  return made;
}

const whole = take(Toy.running(), turns);
const head = whole.simulation.trace.head();

describe('a run of the toys', () => {
  it('has copies, late messages, cancelled timers and files in it', () => {
    const kinds = new Set(whole.records.map(({ kind }) => kind));
    expect([...kinds]).toEqual(expect.arrayContaining(['answer', 'file', 'delivery', 'log', 'transition']));
    const worked = whole.simulation.processes.get('SRV1/WORKER')?.memory;
    expect(worked).toMatchObject({ greetings: { count: expect.any(Number) } });
    expect((worked as { readonly greetings: { readonly count: number } }).greetings.count).toBeGreaterThan(5);
    expect(whole.told('log').length).toBeGreaterThan(5);
  });

  it('has the same head when it runs again, and another one with another seed', () => {
    expect(take(Toy.running(), turns).simulation.trace.head()).toBe(head);
    expect(take(Toy.running({ seed: 2 }), turns).simulation.trace.head()).not.toBe(head);
  });
});

describe('a checkpoint', () => {
  it('taken at any turn and read from JSON goes on to the same end in another simulation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: turns }), (turn) => {
        const first = take(Toy.running(), turn);
        const second = restored(asJson(saveCheckpoint(first.simulation)));
        expect(saveCheckpoint(second.simulation)).toEqual(saveCheckpoint(first.simulation));
        take(second, turns - turn);
        expect(second.simulation.trace.head()).toBe(head);
        expect(saveCheckpoint(second.simulation)).toEqual(saveCheckpoint(whole.simulation));
      }),
      { numRuns: 25, examples: [[0], [1], [turns]] },
    );
  });

  it('is not touched by the run that goes on, nor by one that was restored from it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: turns }), (turn) => {
        const made = take(Toy.running(), turn);
        const checkpoint = saveCheckpoint(made.simulation);
        const text = JSON.stringify(checkpoint);
        take(made, turns - turn);
        for (let again = 0; again < 2; again++) {
          restoreCheckpoint(made.simulation, checkpoint);
          take(made, turns - turn);
          expect(made.simulation.trace.head()).toBe(head);
        }
        expect(JSON.stringify(checkpoint)).toBe(text);
      }),
      { numRuns: 15 },
    );
  });

  it('brings back foundations and coverage of its time, and goes on with both', () => {
    const made = Toy.running();
    const checkpoint = saveCheckpoint(made.simulation);
    const before = new Map(made.simulation.covered.counts());
    take(made, turns);
    restoreCheckpoint(made.simulation, checkpoint);
    expect(made.simulation.covered.counts()).toEqual(before);
    take(made, turns);
    expect(made.simulation.covered.counts()).toEqual(whole.simulation.covered.counts());
    expect(made.simulation.foundations).toEqual(whole.simulation.foundations);
  });

  it('taken after the outside world has acted keeps the cause of what follows', () => {
    const act = (made: Toy): string => {
      stopService(made.simulation, 'PC2', 'TOY_SERVICE');
      logOn(made.simulation, 'PC1', 'bert', false);
      return made.pass(minute).simulation.trace.head();
    };
    const made = take(Toy.running(), 40);
    logOn(made.simulation, 'PC1', 'anna', true);
    const second = restored(asJson(saveCheckpoint(made.simulation)));
    expect(act(second)).toBe(act(made));
  });

  it('holds the site databases, and makes them in a simulation that has none', () => {
    const made = Toy.running();
    made.simulation.world.databases.set('ABC', new SiteDatabase(made.simulation.options.sqlEngine, 'ABC'));
    const second = restored(saveCheckpoint(made.simulation));
    const tables = "select count(*) from sqlite_master where type = 'table'";
    expect(second.simulation.world.database('abc')?.query(tables)).toEqual(
      made.simulation.world.database('ABC')?.query(tables),
    );
  });

  it('keeps a database offline whose SQL Server was stopped', () => {
    const made = Toy.running();
    const database = new SiteDatabase(made.simulation.options.sqlEngine, 'ABC');
    made.simulation.world.databases.set('ABC', database);
    database.state = 'offline';
    expect(restored(saveCheckpoint(made.simulation)).simulation.world.database('ABC')?.state).toBe('offline');
  });

  it('of a product with other components is refused', () => {
    const checkpoint = saveCheckpoint(Toy.running().simulation);
    const without = new Toy([poster], { computers: ['SRV1', 'PC1', 'PC2'] });
    expect(() => restoreCheckpoint(without.simulation, checkpoint)).toThrow('unknown component WORKER');
    expect(worker.name).toBe('WORKER');
  });
});
