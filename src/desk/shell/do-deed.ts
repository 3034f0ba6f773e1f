import { inWords } from '../../analysis/index.ts';
import type { TraceRecord } from '../../kernel/index.ts';
import { printDiagnostic } from '../../scenario/index.ts';
import type { Session } from '../session/index.ts';
import { Refusal, type Answer } from './answer.ts';
import { shown } from './clock.ts';

/** One step as plain data: a verb with its arguments, and what may stand beside it. */
export type Deed = Readonly<Record<string, unknown>>;

/** Does a step of the scenario language that a command of the shell is short for. */
export function doDeed(session: Session, deed: Deed): Answer {
  const before = session.records.length;
  const acted = session.act(JSON.stringify(deed));
  if (acted.ok) return outcome(session, acted, session.records.slice(before));
  throw new Refusal(acted.diagnostics.map(({ message, hint }) => [message, hint ?? []].flat().join('; ')).join('\n'));
}

/** Does a step as it was typed. */
export function doTyped(session: Session, text: string): Answer {
  const before = session.records.length;
  const acted = session.act(text);
  if (acted.ok) return outcome(session, acted, session.records.slice(before));
  throw new Refusal(acted.diagnostics.map(printDiagnostic).join('\n'));
}

type Done = Extract<ReturnType<Session['act']>, { readonly ok: true }>;

function outcome(session: Session, done: Done, records: readonly TraceRecord[]): Answer {
  const { toolRuns, mismatches, dropped, due } = done;
  const answers = toolRuns.map(({ output }) => output).filter((output) => output !== '');
  const dialogs = records
    .filter(({ kind }) => kind === 'window')
    .map(({ process, subject, detail }) => `${process} shows [${subject}] ${detail}`);
  const told = toolRuns.length > 0 ? [] : changes(records);
  const refused = mismatches.map(({ expectation, message }) => `${expectation}: ${message}`);
  const later = due > session.now ? [`waits for ${shown(session, due)}`] : [];
  const lost = dropped > 0 ? [`${dropped} ${dropped === 1 ? 'deed' : 'deeds'} that lay ahead will not be done`] : [];
  const ok = mismatches.length === 0 && toolRuns.every(({ exitCode }) => exitCode === 0);
  return { text: [...answers, ...dialogs, ...told, ...refused, ...later, ...lost].join('\n'), ok };
}

const mostChanges = 8;

/** What a deed led to in its own turn, in words. */
function changes(records: readonly TraceRecord[]): readonly string[] {
  const quiet: readonly TraceRecord['kind'][] = [
    'delivery',
    'step',
    'transition',
    'answer',
    'window',
    'traffic',
    'note',
  ];
  const worth = records.filter(({ kind }) => !quiet.includes(kind));
  const more = worth.length > mostChanges ? [`and ${worth.length - mostChanges} more`] : [];
  return [...worth.slice(0, mostChanges).map(inWords), ...more];
}
