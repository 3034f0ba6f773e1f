import { findRecord, story, why, type Zoom } from '../../analysis/index.ts';
import type { Instant } from '../../kernel/index.ts';
import { Refusal, said } from './answer.ts';
import { fromNow, shown } from './clock.ts';
import type { ShellCommand } from './command.ts';
import { computerNamed } from './site-commands.ts';
import { tableText } from './table-text.ts';
import { turnsText } from './turn-text.ts';

const who: ShellCommand = {
  name: 'who',
  group: 'looking',
  syntax: 'who [computer]',
  summary: 'What each program waits for, and until when',
  examples: [
    ['who', 'on every computer'],
    ['who SMSNTCLI8', 'on one'],
  ],
  takes: ['computer'],
  run(seat, { words }) {
    const { session } = seat;
    const { simulation } = session.play;
    const only = words[0] === undefined ? undefined : computerNamed(seat, words[0]).name;
    const waiting = simulation.queue.waiting();
    const rows: (readonly [due: Instant, row: readonly string[]])[] = [];
    for (const process of simulation.processes.values()) {
      if (only !== undefined && process.computer.name !== only) continue;
      const own = waiting.filter(({ receiver }) => receiver === process.id);
      const heading = [process.computer.name, process.component.name, process.state.name];
      if (own.length === 0) rows.push([Infinity, [...heading, 'something to come', '']]);
      for (const { due, message } of own) {
        rows.push([due, [...heading, messageWords(message.type), `${shown(session, due)}, ${fromNow(session, due)}`]]);
      }
    }
    for (const { receiver, message, due, sender } of waiting) {
      if (simulation.processes.has(receiver) || (only !== undefined && sender !== only)) continue;
      const what = receiver === 'scenario' ? `a step: ${message.type}` : messageWords(message.type);
      rows.push([due, [receiver, '', '', what, `${shown(session, due)}, ${fromNow(session, due)}`]]);
    }
    rows.sort(([a], [b]) => (a === b ? 0 : a - b));
    if (rows.length === 0) throw new Refusal(only === undefined ? 'nothing runs' : `nothing runs on ${only}`);
    return said(
      tableText(
        ['Computer', 'Program', 'State', 'Waits for', 'Until'],
        rows.map(([, row]) => row),
      ),
    );
  },
};

const whyCommand: ShellCommand = {
  name: 'why',
  group: 'looking',
  syntax: 'why [turn | text]',
  summary: 'The chain of causes of a turn, or of the last thing that a text names',
  examples: [
    ['why Hinvdat.hic', 'why this file is there'],
    ['why 512', 'why turn 512 came about'],
    ['why', 'why the latest turn did'],
  ],
  takes: ['none'],
  run({ session }, { rest }) {
    const { records, looks, writes } = session;
    const asked = rest.trim() === '' ? String(session.turn) : rest.trim().replaceAll('"', '');
    const record = findRecord(records, asked);
    if (record === undefined) throw new Refusal(`nothing recorded so far has the text "${asked}"`);
    const { start } = session.case.variant.site;
    const links = why({ records, looks, writes, start }, record);
    const lines = links.map((link, index) => {
      const read = link.readBy === undefined ? '' : `, which ${link.readBy.process} reads in turn ${link.readBy.turn}`;
      const times = link.times > 1 ? `  (${link.times} times)` : '';
      const turn = `turn ${String(link.turn).padStart(5)}`;
      const lead = index === 0 ? 'because' : '     so';
      return `${lead}  ${shown(session, link.time)}  ${turn}  ${link.text}${times}${read}`;
    });
    return said(lines.join('\n'));
  },
};

const trace: ShellCommand = {
  name: 'trace',
  group: 'looking',
  syntax: 'trace [turns] | trace story | trace outline',
  summary: 'What happened: the latest turns, five without a number, or the whole in few lines',
  examples: [
    ['trace', 'the latest five turns'],
    ['trace 20', 'the latest twenty'],
    ['trace outline', 'everything so far, in about thirty lines'],
  ],
  takes: ['none'],
  run({ session }, { words: [zoom = '5'] }) {
    if (/^\d+$/.test(zoom)) return said(turnsText(session, session.turn - Number(zoom) + 1, session.turn));
    if (zoom !== 'story' && zoom !== 'outline')
      throw new Refusal(`trace takes a number, story or outline, not "${zoom}"`);
    const { records, looks, writes } = session;
    const { start } = session.case.variant.site;
    const lines = story({ records, looks, writes, start }, zoom satisfies Zoom);
    if (lines.length === 0) return said('nothing has happened yet that would make a story');
    return said(
      lines
        .map(({ time, turn, text, times }) => {
          const repeats = times > 1 ? `  (${times} times)` : '';
          return `${shown(session, time)}  turn ${String(turn).padStart(5)}  ${text}${repeats}`;
        })
        .join('\n'),
    );
  },
};

export const runCommands: readonly ShellCommand[] = [who, whyCommand, trace];

/** A timer is what a machine called it; a message stands for itself. */
function messageWords(type: string): string {
  const [, timer] = /^xstate\.after\.([^.]+)/.exec(type) ?? [];
  return timer ?? type;
}
