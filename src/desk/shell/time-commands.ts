import { day } from '../../kernel/index.ts';
import { inWords, story } from '../../analysis/index.ts';
import { printDiagnostic } from '../../scenario/index.ts';
import { eventGoal, readLiveEvent, Running, textGoal, type Goal, type Session } from '../session/index.ts';
import { Refusal, said } from './answer.ts';
import { instantOf, shown, spanOf, standing, turnsOf } from './clock.ts';
import type { ShellCommand } from './command.ts';
import { turnText } from './turn-text.ts';

const step: ShellCommand = {
  name: 'step',
  group: 'time',
  syntax: 'step [turns]',
  summary: 'Takes the next turn, or so many, and tells what happens in each',
  examples: [
    ['step', 'the next turn'],
    ['step 5', 'the next five'],
  ],
  takes: ['none'],
  run({ session }, { words, signal }) {
    const texts: string[] = [];
    for (let left = turnsOf(words[0]); left > 0 && signal?.aborted !== true; left--) {
      const records = session.step();
      texts.push(turnText(session, records ?? []));
      if (records === undefined) break;
    }
    return said(texts.join('\n'));
  },
};

const run: ShellCommand = {
  name: 'run',
  group: 'time',
  syntax: 'run <span> | run until <time> | run until <event> | run until "<text>" [at most <span>]',
  summary: 'Lets time pass: for a span, up to a time, or until something happens; Ctrl-C stops it',
  examples: [
    ['run 23h', 'for 23 hours'],
    ['run until 09:00', 'up to the next nine o’clock'],
    ['run until day 3 08:30', 'day 1 is the day on which the run began'],
    ['run until "cycle started"', 'until something with this text is recorded, in 7 days at most'],
    ['run until log line: { file: Dataldr.log, text: Done }', 'until an event of the scenario language'],
    ['run until client.lkp at most 30d', 'waits longer for it'],
  ],
  takes: ['none'],
  async run({ session }, { rest, signal }) {
    const running = new Running(session, goalOf(session, rest));
    const before = session.turn;
    const stopped = await runSlices(running, signal);
    const lines = [...told(session, before), standing(session)];
    if (stopped) return { text: [...lines, 'stopped; run goes on'].join('\n'), ok: false };
    if (running.found !== undefined) return said([inWords(running.found), standing(session)].join('\n'));
    return said(lines.join('\n'));
  },
};

const back: ShellCommand = {
  name: 'back',
  group: 'time',
  syntax: 'back [turns | span] | back to <turn | time>',
  summary: 'Goes back; what was done since lies ahead and happens again, unless something else is done',
  examples: [
    ['back', 'one turn'],
    ['back 2h', 'to what it was like two hours ago'],
    ['back to 512', 'to the end of turn 512; a later one than this too, if it has been played'],
    ['back to day 1 09:00', 'to a time'],
  ],
  takes: ['none'],
  run({ session }, { rest }) {
    const turn = turnMeant(session, rest.trim());
    if (turn < session.firstTurn) throw new Refusal(`the session began after turn ${session.firstTurn}`);
    if (turn > session.lastTurn) throw new Refusal(`turn ${turn} has not been played yet; step and run go on`);
    session.goTo(turn);
    return said(standing(session));
  },
};

export const timeCommands: readonly ShellCommand[] = [step, run, back];

/** Turns between two looks at Ctrl-C. */
const slice = 100;

async function runSlices(running: Running, signal: AbortSignal | undefined): Promise<boolean> {
  while (signal?.aborted !== true) {
    if (!running.goOn(slice)) return false;
    await new Promise((resolve) => void setImmediate(resolve));
  }
  return true;
}

function goalOf(session: Session, rest: string): Goal {
  const [, until = '', most] = /^until:?\s+(.*?)(?:\s+at most\s+(.+))?$/i.exec(rest.trim()) ?? [];
  if (until === '') return { kind: 'instant', until: session.now + spanMeant(rest.replace(/^\s*for:?\s+/i, '')) };
  const instant = instantOf(session, until);
  if (instant !== undefined && instant < session.now) {
    throw new Refusal(`${shown(session, instant)} is over; back goes there`);
  }
  if (instant !== undefined) return { kind: 'instant', until: instant };
  const latest = session.now + (most === undefined ? 7 * day : spanMeant(most));
  if (!/^(?:\{|(?:log line|file|state|status message|record|step):)/.test(until)) {
    return textGoal(until.replaceAll('"', ''), latest);
  }
  const read = readLiveEvent(session, until);
  if (!read.ok) throw new Refusal(read.diagnostics.map(printDiagnostic).join('\n'));
  return eventGoal(session, read.event, latest);
}

function spanMeant(text: string): number {
  const span = spanOf(text);
  if (span !== undefined) return span;
  throw new Refusal(`"${text.trim()}" is no span of time: write 30s, 5m, 23h, 1d or 1h 30m; or run until ...`);
}

function turnMeant(session: Session, rest: string): number {
  const [, to] = /^to\s+(.+)$/i.exec(rest) ?? [];
  if (to === undefined) {
    const span = spanOf(rest);
    return span === undefined
      ? session.turn - turnsOf(rest === '' ? undefined : rest)
      : session.turnAt(session.now - span);
  }
  if (/^\d+$/.test(to)) return Number(to);
  const instant = instantOf(session, to, 'after');
  if (instant === undefined) throw new Refusal(`"${to}" is no turn and no time`);
  return session.turnAt(instant);
}

/** More records than this take longer to tell than to read. */
const mostTold = 200_000;

/** What happened since a turn, in a few lines. */
function told(session: Session, before: number): readonly string[] {
  const { records } = session;
  const first = records.findLast((record) => record.turn <= before + 1 && record.kind === 'delivery');
  if (records.length > mostTold || first === undefined) return [];
  const lines = story({ records, looks: [], start: first.time }, 'story').filter((line) => line.turn > before);
  return lines.map(
    ({ time, text, times }) => `${shown(session, time)}  ${text}${times > 1 ? `  (${times} times)` : ''}`,
  );
}
