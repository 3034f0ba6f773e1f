import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { projectFolder } from './desk.ts';

/** The program as it is built for these tests: a folder of its own, so that no other build is disturbed. */
export const builtProgram = path.join(projectFolder, '.smsim', 'cli', 'main.js');

/** Compiles smsim as `npm run build` does, into a folder of the project. */
export async function build(folder = '.smsim'): Promise<void> {
  const compiler = path.join(projectFolder, 'node_modules', 'typescript', 'bin', 'tsc');
  const given = [compiler, '-p', 'tsconfig.build.json', '--outDir', folder];
  await promisify(execFile)(process.execPath, given, { cwd: projectFolder });
}

/** How a process ended and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly complaints: string;
}

/** What goes with a process beside its words. */
export interface Company {
  /** May send it a signal when it complains of something. */
  readonly heard?: (complaint: string, signal: (name: NodeJS.Signals) => void) => void;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Types a command line into a process of its own. */
export function smsimProcess(given: readonly string[], { heard, environment }: Company = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...environment };
    const child = spawn(process.execPath, [builtProgram, ...given], { cwd: projectFolder, env });
    let output = '';
    let complaints = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => {
      complaints += text.toString();
      heard?.(text.toString(), (name) => void child.kill(name));
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output, complaints }));
  });
}
