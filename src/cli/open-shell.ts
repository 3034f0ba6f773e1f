import { access } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { Writable } from 'node:stream';
import { Session } from '../desk/session/index.ts';
import { Pace, passingText, runShell, Seat, type Keeper, type RealTime } from '../desk/shell/index.ts';
import { products } from '../catalogue/index.ts';
import { casesOf, loadScenarioText, type Case } from '../runner/index.ts';
import { printDiagnostic } from '../scenario/index.ts';
import type { Context } from './context.ts';
import type { CaseOptions } from './options.ts';
import { writeWhole } from './output-file.ts';
import { chooseCase, chosenOptions } from './selection.ts';
import { InvalidScenarios, UsageError } from './surroundings.ts';
import { runTools } from './workshop.ts';

export interface ShellOptions extends CaseOptions {
  /** Virtual seconds in a second. */
  readonly pace?: number;
}

/** Lets somebody type into a session until he leaves; lines from a pipe that fail end with exit code 1. */
export async function openShell(context: Context, file: string | undefined, options: ShellOptions): Promise<void> {
  const session = new Session(await liveCase(context, file, options), await runTools());
  const seat = new Seat(session, keeperIn(context.workingFolder));
  const interactive = context.typing;
  if (interactive) context.write(`${greeting(session)}\n`);
  let pace: Pace | undefined;
  const terminal = { input: context.input(), output: outputOf(context), interactive, interrupted: context.interrupted };
  const allDone = await runShell(seat, terminal, {
    busy: (isBusy) => (isBusy ? pace?.rest() : pace?.goOn()),
    opened: (say) => {
      const passed = (before: number): void => {
        const text = passingText(session, before);
        if (text !== '') say(text);
      };
      if (options.pace !== undefined) pace = new Pace(session, options.pace, realTime(context), passed);
    },
  });
  pace?.rest();
  session.close();
  if (!allDone && !interactive) context.exitWith(1);
}

/** The case that a session begins with; without a file a site where nothing is planned. */
export async function liveCase(context: Context, file: string | undefined, options: CaseOptions): Promise<Case> {
  if (file !== undefined) return chooseCase(context, file, options);
  const loaded = loadScenarioText('live.yaml', quietSite, { ...context, products });
  if (!('scenario' in loaded)) throw new InvalidScenarios(loaded.map(printDiagnostic));
  const [first] = casesOf(loaded, { ...chosenOptions(options), seeds: 1 });
  if (first === undefined)
    throw new UsageError('that release is none of SMS 2.0; begin with a scenario of the other product');
  return first;
}

/** The site of the resync tour. */
const quietSite = `scenario: A live session
source: my own
site: single-2.0
steps: []
`;

/** Saves to the disk, as paths are typed in the folder that smsim was started in. */
export function keeperIn(folder: string): Keeper {
  return {
    async keep(name, text, overwrite) {
      const place = path.resolve(folder, name);
      const isThere = await access(place).then(
        () => true,
        () => false,
      );
      if (isThere && !overwrite)
        return { ok: false, reason: `${name} is there already; save ${name} /y writes over it` };
      try {
        await writeWhole(place, text);
        return { ok: true, file: name };
      } catch (error) {
        return { ok: false, reason: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

/** The clock and the timers of this machine. */
export function realTime(context: Context): RealTime {
  return {
    now: () => context.clock(),
    every: (milliseconds, call) => {
      const timer = setInterval(call, milliseconds);
      return () => clearInterval(timer);
    },
  };
}

function greeting(session: Session): string {
  const { scenario } = session.case.loaded;
  return [
    `${scenario.title} (${session.case.variant.name} on ${session.case.run.name})`,
    'help lists what can be typed, help run shows one command with examples, Tab completes, exit leaves.',
    '',
  ].join('\n');
}

/** A terminal is needed whole, for its width and its cursor. */
function outputOf(context: Context): Writable {
  if (context.typing) return process.stdout;
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      context.write(chunk.toString());
      done();
    },
  });
}
