import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../../src/cli/command-line.ts';
import type { Surroundings } from '../../src/cli/surroundings.ts';

/** What a command line printed and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
  readonly complaints: string;
}

/** The folder of the project, from which the commands of the documentation are typed. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Types a command line into smsim within this process. */
export async function smsim(given: readonly string[], own: Partial<Surroundings> = {}): Promise<Outcome> {
  const output: string[] = [];
  const complaints: string[] = [];
  const code = await runCommandLine(given, {
    write: (text) => void output.push(text),
    complain: (text) => void complaints.push(text),
    ...{ terminal: false, colours: false, columns: 80, workingFolder: projectFolder, clock: () => 0 },
    ...{ input: () => Readable.from([]), typing: false, today: () => '1999-11-15T09:00:00.000Z' },
    interrupted: new AbortController().signal,
    library: path.join(projectFolder, 'scenarios'),
    program: path.join(projectFolder, 'dist', 'cli', 'main.js'),
    ...own,
  });
  return { code, output: output.join(''), complaints: complaints.join('') };
}
