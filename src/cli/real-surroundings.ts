import process from 'node:process';
import { isatty } from 'node:tty';
import { fileURLToPath } from 'node:url';
import type { Surroundings } from './surroundings.ts';

/** Terminal, clock and signals of this process; a second Ctrl-C ends it on the spot. */
export function realSurroundings(): Omit<Surroundings, 'program'> {
  process.stdout.on('error', endQuietly);
  const terminal = process.stderr.isTTY === true && !isSet('CI');
  return {
    write: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    terminal,
    colours: isSet('FORCE_COLOR') || (process.stdout.isTTY === true && !isSet('NO_COLOR') && !isSet('CI')),
    columns: process.stderr.columns ?? 80,
    input: () => process.stdin,
    typing: isatty(0),
    workingFolder: process.cwd(),
    clock: () => performance.now(),
    today: () => new Date().toISOString(),
    interrupted: interruption(),
    library: fileURLToPath(new URL('../../scenarios', import.meta.url)),
  };
}

/** Whoever read the output has closed it, as `head` does. */
function endQuietly(error: { readonly code?: string }): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

function isSet(name: string): boolean {
  return (process.env[name] ?? '') !== '';
}

function interruption(): AbortSignal {
  const controller = new AbortController();
  process.on('SIGINT', () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  });
  return controller.signal;
}
