import readline from 'node:readline';
import repl from 'node:repl';
import type { Readable, Writable } from 'node:stream';
import { shown } from './clock.ts';
import { complete } from './complete.ts';
import { interpret } from './interpret.ts';
import type { Seat } from './seat.ts';

/** The terminal that somebody sits at. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  /** Whether keys are seen one by one: history, completion and Ctrl-C need that. */
  readonly interactive: boolean;
  /** Set off by a signal from outside, where keys are not seen. */
  readonly interrupted?: AbortSignal;
}

/** What a shell tells whoever opened it. */
export interface ShellEvents {
  /** A line is being done, or has been: a pace rests meanwhile. */
  readonly busy?: (isBusy: boolean) => void;
  /** The shell is open; `say` prints something above the line that is being typed. */
  readonly opened?: (say: (text: string) => void) => void;
}

/**
 * Lets somebody type lines until `exit` or the end of the input; true where every line did what it was to do. Ctrl-C
 * stops a run, or empties a line that has been begun, and never ends the shell.
 */
export function runShell(seat: Seat, terminal: Terminal, events: ShellEvents = {}): Promise<boolean> {
  return terminal.interactive ? typedByHand(seat, terminal, events) : readToTheEnd(seat, terminal, events);
}

async function readToTheEnd(seat: Seat, terminal: Terminal, { busy, opened }: ShellEvents): Promise<boolean> {
  const { input, output, interrupted } = terminal;
  let allDone = true;
  opened?.((text) => void output.write(`${text}\n`));
  for await (const line of readline.createInterface({ input })) {
    output.write(`${promptOf(seat)}${line}\n`);
    busy?.(true);
    const { text, ok, ends } = await interpret(seat, line, interrupted);
    busy?.(false);
    allDone &&= ok;
    if (text !== '') output.write(`${text}\n`);
    if (ends === true || interrupted?.aborted === true) break;
  }
  return allDone;
}

function typedByHand(seat: Seat, { input, output }: Terminal, { busy, opened }: ShellEvents): Promise<boolean> {
  let allDone = true;
  let stopping: AbortController | undefined;
  /** Lines are done one after another, also those that are typed while one is being done. */
  let lines: Promise<void> = Promise.resolve();
  const doLine = async (server: repl.REPLServer, line: string): Promise<void> => {
    stopping = new AbortController();
    busy?.(true);
    const { text, ok, ends } = await interpret(seat, line, stopping.signal);
    busy?.(false);
    stopping = undefined;
    allDone &&= ok;
    if (text !== '') output.write(`${text}\n`);
    server.setPrompt(promptOf(seat));
    if (ends === true) server.close();
  };
  return new Promise((resolve, reject) => {
    const server = repl.start({
      ...{ input, output, terminal: true, prompt: promptOf(seat), ignoreUndefined: true, preview: false },
      eval: (text, _context, _file, done) => {
        lines = lines.then(() => doLine(server, text)).then(() => done(null, undefined));
        lines.catch(reject);
      },
      completer: (line: string) => {
        const [candidates, end] = complete(seat, line);
        return [[...candidates], end];
      },
    });
    server.removeAllListeners('SIGINT');
    server.on('SIGINT', () => {
      if (stopping !== undefined) return stopping.abort();
      output.write('^C\n');
      server.write('', { ctrl: true, name: 'e' });
      server.write('', { ctrl: true, name: 'u' });
      server.displayPrompt();
      return undefined;
    });
    opened?.((text) => {
      output.write(`\r\u001B[K${text}\n`);
      server.setPrompt(promptOf(seat));
      server.displayPrompt(true);
    });
    server.on('exit', () => void lines.then(() => resolve(allDone)));
  });
}

function promptOf(seat: Seat): string {
  const { session } = seat;
  const branch = session.branch === 'main' ? '' : ` [${session.branch}]`;
  return `${shown(session, session.now)}${branch} \\\\${seat.computer.name} ${seat.prompt}>`;
}
