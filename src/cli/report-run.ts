import path from 'node:path';
import { FilmReader, type Film } from '../desk/film/index.ts';
import { alignmentOf, reportPage } from '../desk/report/index.ts';
import type { RunTools } from '../runner/index.ts';
import type { Context } from './context.ts';
import { readDeskFiles, type DeskFiles } from './desk-files.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { filmCase } from './film-case.ts';
import { writeWhole } from './output-file.ts';
import { counterpart, reportedCase, type ReportedCase, type ReportOptions } from './reported-case.ts';
import { firstOtherLine } from './trace-of-file.ts';
import { runTools } from './workshop.ts';

interface Studio {
  readonly tools: RunTools;
  readonly desk: DeskFiles;
}

/** Plays what a scenario file or a trace file says, and writes a page that shows it. */
export async function reportRun(context: Context, file: string, options: ReportOptions): Promise<void> {
  const studio = { desk: await readDeskFiles(context), tools: await runTools() };
  const first = await reportedCase(context, file, options);
  const second = options.against === undefined ? undefined : await counterpart(context, first, options.against);
  const films: Film[] = [];
  for (const reported of second === undefined ? [first] : [first, second]) {
    const film = await filmOf(context, reported, studio);
    if (film === undefined) return;
    films.push(film);
  }
  const [left, right] = films.map((film) => new FilmReader(film));
  const alignment = left === undefined || right === undefined ? [] : alignmentOf(left, right);
  const page = reportPage(studio.desk.viewer, { films, alignment });
  await writeWhole(path.resolve(context.workingFolder, options.out), page);
  tell(context, options.out, page, films);
}

/** The film of a case; undefined where the run is not that of its trace file, which has been told then. */
async function filmOf(context: Context, reported: ReportedCase, { tools, desk }: Studio): Promise<Film | undefined> {
  const { one, options, trace } = reported;
  const { film, performance } = await filmCase(context, one, tools, desk, options);
  const { result, records } = performance;
  performance.close();
  if (result.breakdown !== undefined) {
    context.complain(`${result.breakdown.message}; the page shows how far it came\n`);
    context.exitWith(exitCodeOf([result.verdict]));
  }
  if (trace === undefined || trace.head === result.head) return film;
  const line = await firstOtherLine(trace.file, trace.path, records);
  const place = line === undefined ? 'what follows the records of the page' : `line ${line}`;
  const whose = trace.version === context.version ? '' : `, which smsim ${trace.version} wrote`;
  context.write(`this smsim runs otherwise than ${trace.file} says${whose}: ${place} differs; nothing was written\n`);
  context.write(`smsim replay ${trace.file} shows the first record that differs\n`);
  context.exitWith(exitCodes.notDeterministic);
  return undefined;
}

function tell(context: Context, out: string, page: string, films: readonly Film[]): void {
  context.write(`${out}: ${Math.ceil(Buffer.byteLength(page) / 1024)} KB\n`);
  for (const { scenario, clock, leftOut } of films) {
    const { title, variant, release, seed, verdict } = scenario;
    context.write(`  ${title}\n    ${variant} on ${release}, seed ${seed}: ${verdict}, ${clock.lastTurn} turns\n`);
    for (const one of leftOut) context.write(`    left out: ${one}\n`);
  }
}
