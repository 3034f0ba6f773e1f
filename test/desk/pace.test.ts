import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../src/desk/session/index.ts';
import { Pace, passingText, type RealTime } from '../../src/desk/shell/index.ts';
import { live } from './live.ts';

/** A clock on the wall that goes on when it is told to. */
class Wall implements RealTime {
  #now = 0;
  readonly #calls = new Set<() => void>();

  now(): number {
    return this.#now;
  }

  every(_milliseconds: number, call: () => void): () => void {
    this.#calls.add(call);
    return () => void this.#calls.delete(call);
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const call of this.#calls) call();
  }
}

let session: Session;
let wall: Wall;

beforeEach(() => {
  session = live();
  wall = new Wall();
});
afterEach(() => session.close());

describe('a pace', () => {
  it('ties virtual time to the clock on the wall', () => {
    const start = session.now;
    const pace = new Pace(session, 3600, wall, () => undefined);
    wall.pass(1000);
    expect(session.now - start).toBe(3_600_000);
    wall.pass(500);
    expect(session.now - start).toBe(5_400_000);
    pace.rest();
  });

  it('tells what happened in each beat', () => {
    const told: string[] = [];
    const pace = new Pace(session, 3600, wall, (before) => told.push(passingText(session, before)));
    for (let hour = 0; hour < 24; hour++) wall.pass(1000);
    expect(told.join('\n')).toMatch(/1999-11-1\d \d\d:\d\d:\d\d {2}\S/);
    pace.rest();
  });

  it('does not make up for the time of a rest', () => {
    const pace = new Pace(session, 60, wall, () => undefined);
    wall.pass(1000);
    const now = session.now;
    pace.rest();
    wall.pass(100_000);
    expect(session.now).toBe(now);
    pace.goOn();
    wall.pass(1000);
    expect(session.now).toBe(now + 60_000);
    pace.rest();
  });
});
