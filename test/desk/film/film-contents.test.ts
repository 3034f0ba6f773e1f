import { afterAll, describe, expect, it } from 'vitest';
import { findRecord, linksOf, story, why } from '../../../src/analysis/index.ts';
import { FilmReader } from '../../../src/desk/film/film-reader.ts';
import { FilmedRun } from '../../../src/desk/film/filmed-run.ts';
import type { TraceRecord } from '../../../src/kernel/index.ts';
import { filmed, plainAdditions, shippedCase, tools } from './filmed.ts';

const tour = await shippedCase('scenarios/tour/01-hardware-resync-waits-for-ccim.yaml');
const { film, performance } = filmed(tour);
const reader = new FilmReader(film);
afterAll(() => performance.close());

describe('the film of the resync tour', () => {
  it('has a lane for each computer, the site server first', () => {
    expect(film.computers.map(({ name, role, site }) => [name, role, site])).toEqual([
      ['SMSSRV1', 'site server', 'ABC'],
      ['SMSNTCLI8', 'client', 'ABC'],
      ['SMSWIN95CLI', 'client', 'ABC'],
    ]);
  });

  it('draws the request as it is read and the inventory as it is copied', () => {
    const drawn = reader.arrows().map(({ from, to, kind, label }) => {
      return [film.computers[from]?.name, film.computers[to]?.name, kind, label];
    });
    expect(drawn).toContainEqual(['SMSSRV1', 'SMSNTCLI8', 'file read', 'RESYNC01.cfg']);
    expect(drawn).toContainEqual(['SMSNTCLI8', 'SMSSRV1', 'file copy', expect.stringMatching(/\.nhm$/)]);
  });

  it('lets a copy arrive later than it was sent, as long as the link takes', () => {
    const copy = reader.arrows().find(({ label }) => label.endsWith('.nhm'));
    const bytes = Number(/\d+/.exec(reader.record(copy?.record ?? 0)?.detail ?? '')?.[0]);
    const { bytesPerSecond } = performance.play?.world.network.link('SMSNTCLI8', 'SMSSRV1') ?? { bytesPerSecond: 0 };
    const least = (bytes / bytesPerSecond) * 1000;
    expect((copy?.arrived ?? 0) - (copy?.sent ?? 0)).toBeGreaterThanOrEqual(Math.floor(least));
  });

  it('tells why a thing happened as smsim why does', () => {
    const target = findRecord(performance.records, 'hardware inventory stored') as TraceRecord;
    expect(reader.causeChain(reader.record(target.record) as TraceRecord)).toEqual(why(performance, target));
  });

  it('links what was read to who wrote it, within the scenario', () => {
    const links = linksOf(performance);
    const first = reader.records()[0]?.record ?? 0;
    for (const record of reader.records()) {
      const wanted = links(record).filter((earlier) => earlier.record >= first);
      expect(reader.causesOf(record).map((earlier) => earlier.record)).toEqual(wanted.map((earlier) => earlier.record));
    }
  });

  it('tells the story that smsim trace tells', () => {
    expect(film.story).toEqual({ story: story(performance, 'story'), outline: story(performance, 'outline') });
  });

  it('names the build of each program and what the run rests on', () => {
    expect(film.processes.find(({ id }) => id === 'SMSSRV1/SMS_INBOX_MANAGER')).toMatchObject({
      computer: 0,
      file: 'Inboxmgr.dll',
      version: expect.stringMatching(/^2\.00\.\d+/),
    });
    expect(film.sources).toHaveLength(performance.result.foundations.length);
    expect(film.sources.every(({ kind }) => ['documented', 'inferred', 'assumed'].includes(kind))).toBe(true);
  });

  it('leaves nothing out', () => {
    expect(film.leftOut).toEqual([]);
  });
});

describe('the film of a defect', async () => {
  const one = await shippedCase('scenarios/sms20/Q242951-orphaned-software-records.yaml');
  const { film: defect, performance: run } = filmed(one);
  afterAll(() => run.close());

  it('shows the trait of the build that departs from the right behaviour, with its source', () => {
    const traits = defect.processes.flatMap((process) => process.traits.filter(({ right }) => right !== null));
    expect(traits.length).toBeGreaterThan(0);
    expect(traits.some(({ source }) => defect.strings[source]?.includes('Q242951'))).toBe(true);
  });
});

describe('a run that is too long for one page', () => {
  const run = new FilmedRun(tour, tools, {}, { turns: 20, records: 1_000_000 });
  while (run.goOn(7));
  const whole = run.performance();
  const short = run.film(whole, plainAdditions);
  afterAll(() => whole.close());

  it('is shown as far as the page goes, and the page says what is missing', () => {
    expect(short.clock.lastTurn).toBe(film.clock.firstTurn + 20);
    expect(short.leftOut).toEqual([
      expect.stringMatching(
        new RegExp(`^turns ${short.clock.lastTurn + 1} to ${film.clock.lastTurn}, after 1999-11-1`),
      ),
    ]);
    expect(new FilmReader(short).turns()).toEqual(reader.turns().slice(0, 20));
    expect(short.frames).toEqual(film.frames.filter(({ turn }) => turn <= short.clock.lastTurn));
  });

  it('is played to its end all the same', () => {
    expect(whole.result).toEqual(performance.result);
  });

  it('ends at a number of records likewise', () => {
    const few = new FilmedRun(tour, tools, {}, { turns: 1000, records: 50 });
    while (few.goOn(1000));
    const ended = few.performance();
    const { records, leftOut } = few.film(ended, plainAdditions);
    expect([records.turn.length >= 50, records.turn.length < 100, leftOut.length]).toEqual([true, true, 1]);
    ended.close();
  });
});
