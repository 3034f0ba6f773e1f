import { afterEach, describe, expect, it } from 'vitest';
import {
  branchDifference,
  eventGoal,
  readLiveEvent,
  Running,
  sessionScenario,
  Session,
  textGoal,
} from '../../src/desk/session/index.ts';
import { perform } from '../../src/runner/index.ts';
import { caseOf, live, playTo, shippedCase, tools } from './live.ts';

const opened: Session[] = [];
const open = (session: Session): Session => {
  opened.push(session);
  return session;
};
afterEach(() => {
  for (const session of opened.splice(0)) session.close();
});

const headOf = (session: Session): string => session.play.simulation.trace.head();

/** The world as far as a checkpoint holds it; of databases only their names, because images hold counters. */
const worldOf = (play: Session['play']): unknown => {
  const { databases, ...rest } = play.save().checkpoint.world;
  return { ...rest, databases: databases.map(([code, , state]) => [code, state]) };
};

const act = (session: Session, text: string): void => {
  expect(session.act(text)).toMatchObject({ ok: true, mismatches: [] });
};

describe('a session', () => {
  it('does what a scenario does, and goes on where that ends', async () => {
    const one = await shippedCase('scenarios/tour/01-hardware-resync-waits-for-ccim.yaml');
    const whole = perform(one, tools, {});
    const session = open(new Session(one, tools));
    playTo(session, 'day 2 09:00');
    expect(headOf(session)).toBe(whole.result.head);
    const turns = session.turn;
    playTo(session, 'day 3 09:00');
    expect(session.turn).toBeGreaterThan(turns);
    whole.close();
  });

  it('steps one turn at a time and tells what each recorded', () => {
    const session = open(live());
    const before = session.turn;
    const records = session.step() ?? [];
    expect(session.turn).toBe(before + 1);
    expect(records[0]).toMatchObject({ turn: before + 1, kind: 'delivery' });
    expect(session.records.at(-1)).toEqual(records.at(-1));
  });

  it('runs until an event, and until a text', () => {
    const session = open(live());
    act(session, 'invsync: hw SMSNTCLI8');
    const read = readLiveEvent(session, "file: { on: SMSSRV1, path: 'C:\\CAP_ABC\\clidata.box\\*.cfg' }");
    if (!read.ok) throw new Error('a good event');
    const running = new Running(session, eventGoal(session, read.event, session.play.instant('day 2')));
    while (running.goOn(100));
    expect(running.found?.subject).toContain('clidata.box');
    const text = new Running(session, textGoal('cycle started', session.play.instant('day 3')));
    while (text.goOn(100));
    expect(text.found).toMatchObject({ kind: 'log', detail: expect.stringContaining('cycle started') });
  });

  it('goes back to any turn and forward again, deeds and all', () => {
    const session = open(live());
    const heads = new Map<number, string>();
    const play = (time: string): void => {
      const until = session.play.instant(time);
      while ((session.nextDue ?? Infinity) <= until) {
        session.step();
        heads.set(session.turn, headOf(session));
      }
      session.waitUntil(until);
    };
    play('09:00');
    act(session, 'invsync: hw SMSNTCLI8');
    heads.set(session.turn, headOf(session));
    play('09:05');
    act(session, 'setevnt: { on: SMSNTCLI8, arguments: /q }');
    heads.set(session.turn, headOf(session));
    play('day 20 09:00');
    const last = session.turn;
    for (const turn of [last - 1, session.firstTurn + 3, last - 300, last, session.firstTurn + 40, last - 7]) {
      session.goTo(turn);
      expect([session.turn, headOf(session)]).toEqual([turn, heads.get(turn)]);
    }
    expect(session.lastTurn).toBe(last);
    while (session.turn < last) session.step();
    expect(headOf(session)).toBe(heads.get(last));
    expect(session.records.map((record) => record.record)).toEqual(session.records.map((_, index) => index + 1));
  });

  it('forgets what lay ahead once something else is done', () => {
    const session = open(live());
    playTo(session, '09:00');
    const turn = session.turn;
    act(session, 'invsync: hw SMSNTCLI8');
    playTo(session, '09:10');
    session.goTo(turn);
    expect(session.act('invsync: sw SMSNTCLI8')).toMatchObject({ ok: true, dropped: 1 });
    expect(session.lastTurn).toBe(session.turn);
    expect(session.deeds.map((deed) => deed.text)).toEqual(['invsync: sw SMSNTCLI8']);
  });

  it.each([
    ['setevnt: { on: SMSNTCL8, arguments: /q }', 'did you mean "SMSNTCLI8"?'],
    ['setevent: { on: SMSNTCLI8 }', 'did you mean "setevnt"?'],
    ['run for: 2h', 'type run, with a span, a time or an event'],
    ['invsync: [', ''],
    ['{ at: 1999-11-14 09:00, invsync: hw SMSNTCLI8 }', 'go back to it first'],
  ])('tells what is wrong with %s, and nothing has happened', (text, hint) => {
    const session = open(live());
    playTo(session, '09:00');
    const before = [session.turn, session.now, headOf(session)];
    const acted = session.act(text);
    expect(acted.ok).toBe(false);
    if (!acted.ok) expect(acted.diagnostics.map((one) => one.hint ?? '').join()).toContain(hint);
    expect([session.turn, session.now, headOf(session)]).toEqual(before);
    expect(session.deeds).toEqual([]);
  });

  it('tells of a deed that could not be done', () => {
    const session = open(live());
    const acted = session.act('service: { on: SMSNTCLI8, name: No Such Service, do: start }');
    expect(acted).toMatchObject({ ok: true, mismatches: [{ message: expect.stringContaining('could not be done') }] });
  });

  it('has branches, and says where they part', () => {
    const session = open(live());
    playTo(session, '09:00');
    session.fork('with the request');
    act(session, 'invsync: hw SMSNTCLI8');
    playTo(session, '09:10');
    const head = headOf(session);
    expect(session.switchTo('main')).toBe(true);
    playTo(session, '09:10');
    const difference = branchDifference(session, 'with the request');
    expect(difference?.first.there).toMatchObject({ kind: 'delivery', process: 'scenario' });
    expect(difference?.files.map((one) => one.name).join()).toContain('clidata.box');
    expect(session.branch).toBe('main');
    session.switchTo('with the request');
    expect(headOf(session)).toBe(head);
    expect(session.switchTo('another')).toBe(false);
  });
});

describe('a saved session', () => {
  it('is a scenario that does the same, record by record', () => {
    const session = open(live());
    playTo(session, '09:00');
    act(session, 'invsync: hw SMSNTCLI8');
    playTo(session, '09:05');
    for (let turn = 0; turn < 3; turn++) session.step();
    act(session, '{ setevnt: { on: SMSNTCLI8, arguments: /q }, after: 2m }');
    act(session, '{ note: woken, when: { log line: { file: Hinv32.log, text: cycle started } } }');
    act(session, "hold open: { path: '\\\\SMSSRV1\\C$\\CAP_ABC\\clidata.box\\client.lkp', on: SMSSRV1, as: backup }");
    playTo(session, 'day 2 10:00:00.250');
    const again = perform(caseOf(sessionScenario(session, ['Played by hand.'])), tools, {});
    expect(again.result).toMatchObject({ head: headOf(session), turns: session.turn, verdict: 'as expected' });
    expect(again.play === undefined ? undefined : worldOf(again.play)).toEqual(worldOf(session.play));
    again.close();
  });

  it('keeps the steps of the scenario it began with, up to where it was left', async () => {
    const one = await shippedCase('scenarios/tour/01-hardware-resync-waits-for-ccim.yaml');
    const session = open(new Session(one, tools));
    playTo(session, '09:05');
    act(session, 'setevnt: { on: SMSNTCLI8, arguments: /q }');
    playTo(session, '10:00');
    const text = sessionScenario(session, []);
    expect(text).toContain('name: the request');
    const again = perform(caseOf(text), tools, {});
    expect(again.result.head).toBe(headOf(session));
    again.close();
  });
});
