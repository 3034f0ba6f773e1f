import path from 'node:path';
import { filmOfSession, LiveDesk, serve, type DeskServer, type Shelf } from '../desk/server/index.ts';
import { Session } from '../desk/session/index.ts';
import { Seat, type Keeper } from '../desk/shell/index.ts';
import { findScenarioFiles, type RunTools } from '../runner/index.ts';
import type { Context } from './context.ts';
import { readDeskFiles } from './desk-files.ts';
import { keeperIn, liveCase, realTime, type ShellOptions } from './open-shell.ts';
import { chooseCase } from './selection.ts';
import { UsageError } from './surroundings.ts';
import { runTools } from './workshop.ts';

export interface ServeDeskOptions extends ShellOptions {
  readonly port: number;
}

/** Serves a session until Ctrl-C. */
export async function serveDesk(context: Context, file: string | undefined, options: ServeDeskOptions): Promise<void> {
  const { viewer, layoutOf } = await readDeskFiles(context);
  const tools = await runTools();
  const keeper = ownFolder(keeperIn(context.workingFolder));
  const desk = new LiveDesk({
    seat: new Seat(new Session(await liveCase(context, file, options), tools), keeper),
    shelf: shelfOf(context, tools, keeper, file),
    film: ({ session }) => {
      const { description } = session.case.loaded.scenario;
      return filmOfSession(session, { smsim: context.version, layoutOf, description });
    },
    time: realTime(context),
    pace: options.pace,
  });
  const server = await listening(desk, viewer, options.port);
  context.write(`${server.address} shows the session; Ctrl-C ends it\n`);
  await new Promise<void>((resolve) => {
    if (context.interrupted.aborted) return resolve();
    context.interrupted.addEventListener('abort', () => resolve(), { once: true });
    return undefined;
  });
  await server.close();
}

async function listening(desk: LiveDesk, page: string, port: number): Promise<DeskServer> {
  try {
    return await serve({ desk, page, port });
  } catch (error) {
    desk.close();
    throw new UsageError(`cannot listen on port ${port}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** What can be opened: the library, and what lies beside the file that one began with. Nothing else is ever read. */
function shelfOf(context: Context, tools: RunTools, keeper: Keeper, file: string | undefined): Shelf {
  const list = async (): Promise<readonly string[]> => {
    const shipped = await findScenarioFiles([path.basename(context.library)], path.dirname(context.library));
    const beside =
      file === undefined ? [] : (await findScenarioFiles([path.dirname(file)], context.workingFolder)).files;
    return [...new Set([...beside, ...shipped.files])];
  };
  return {
    list,
    open: async (wanted) => {
      if (!(await list()).includes(wanted)) return undefined;
      const one = await chooseCase(context, wanted, { release: [], variant: [] });
      return new Seat(new Session(one, tools), keeper);
    },
  };
}

/** From a browser only plain names are saved, into the folder that the server was started in. */
function ownFolder(keeper: Keeper): Keeper {
  return {
    keep: async (name, text, overwrite) => {
      if (/^\w[\w -]{0,80}\.ya?ml$/.test(name)) return keeper.keep(name, text, overwrite);
      return { ok: false, reason: `"${name}" is no plain name of a file: save my-class.yaml` };
    },
  };
}
