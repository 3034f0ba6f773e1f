import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestProject } from 'vitest/node';
import { FilmReader, type Film } from '../../src/desk/film/index.ts';
import { alignmentOf, packFilms, reportPage } from '../../src/desk/report/index.ts';
import { caseOf } from '../desk/live.ts';
import { projectFolder } from '../library/shipped.ts';
import { filmOf, shippedCase } from './runs.ts';

/** The pages that the tests open, by their names, as addresses. */
export interface Pages {
  /** The resync tour. */
  readonly resync: string;
  /** The same in two variants. */
  readonly variants: string;
  /** A scenario of an article on the release with the symptom and on the one that cures it. */
  readonly releases: string;
  /** The scenario of an article alone, with its exam. */
  readonly article: string;
  /** A run whose texts look like markup. */
  readonly markup: string;
  readonly wrongCharacter: string;
  readonly cutOff: string;
  readonly noFilm: string;
  readonly otherFormat: string;
  /** A tour of SMS 1.2. */
  readonly sms12: string;
  /** Ten thousand turns. */
  readonly month: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    readonly pages: Pages;
  }
}

const resync = 'scenarios/tour/01-hardware-resync-waits-for-ccim.yaml';
const article = 'scenarios/sms20/Q280515-old-client-lookup.yaml';
const sms12 = 'scenarios/tour/14-sms12-a-resync.yaml';
/** As long as the budget of a page speaks of: SMS 1.2 looks after its logon server every five minutes. */
const month = 'scenario: A month\nsource: a test\nsite: single-1.2\nsteps:\n  - run until: day 30 09:00\n';

/** Builds the viewer, plays the runs, and writes the pages into a folder that is removed at the end. */
export default async function setUp({ provide }: Pick<TestProject, 'provide'>): Promise<() => void> {
  buildViewer();
  const folder = mkdtempSync(path.join(tmpdir(), 'smsim-pages-'));
  provide('pages', writePages(await playRuns(), folder));
  return () => rmSync(folder, { recursive: true, force: true });
}

/** As `npm run build` does it: within the tests' own process it would be built for tests. */
function buildViewer(): void {
  const vite = path.join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, [vite, 'build'], { cwd: projectFolder, env, stdio: 'inherit' });
}

/** The runs that the pages show. */
export async function playRuns() {
  return {
    waiting: filmOf(await shippedCase(resync, 'procedure')),
    woken: filmOf(await shippedCase(resync, 'procedure setevnt')),
    symptom: filmOf(await shippedCase(article, 'symptom', '2.0 SP3')),
    cured: filmOf(await shippedCase(article, 'corrected', '2.0 SP4')),
    sms12: filmOf(await shippedCase(sms12, 'procedure')),
    month: filmOf(caseOf(month)),
  };
}

/** Writes the pages of some runs into a folder, and answers their addresses. */
export function writePages(runs: Awaited<ReturnType<typeof playRuns>>, folder: string): Pages {
  const { waiting, woken, symptom, cured } = runs;
  const write = (name: string, text: string): string => {
    const file = path.join(folder, `${name}.html`);
    writeFileSync(file, text);
    return pathToFileURL(file).href;
  };
  const whole = packFilms({ films: [waiting], alignment: [] });
  return {
    resync: write('resync', pageOf([waiting])),
    variants: write('variants', pageOf([waiting, woken])),
    releases: write('releases', pageOf([symptom, cured])),
    article: write('article', pageOf([symptom])),
    markup: write('markup', pageOf([withMarkup(waiting)])),
    wrongCharacter: write('wrong-character', pageWith(`${whole.slice(0, 99)}%${whole.slice(100)}`)),
    cutOff: write('cut-off', pageWith(whole.slice(0, Math.floor(whole.length / 8) * 4))),
    noFilm: write('no-film', viewer()),
    otherFormat: write('other-format', pageOf([{ ...waiting, format: 2 as 1 }])),
    sms12: write('sms12', pageOf([runs.sms12])),
    month: write('month', pageOf([runs.month])),
  };
}

function pageOf(films: readonly Film[]): string {
  const [first, second] = films;
  const both = first !== undefined && second !== undefined;
  const alignment = both ? alignmentOf(new FilmReader(first), new FilmReader(second)) : [];
  return reportPage(viewer(), { films, alignment });
}

/** A page whose data is not what a report would have put there. */
function pageWith(data: string): string {
  return viewer().replace('<!-- films -->', `<script type="application/octet-stream" id="films">${data}</script>`);
}

function viewer(): string {
  return readFileSync(path.join(projectFolder, 'dist', 'desk', 'viewer.html'), 'utf8');
}

/** Texts that would run, or hang an image into the page, if any of them were taken for markup. */
function withMarkup(film: Film): Film {
  const evil = '<script>document.title = "taken over"</script><img src=x onerror="document.title = \'taken over\'">';
  return {
    ...film,
    scenario: { ...film.scenario, title: evil, variant: evil },
    strings: film.strings.map((text, index) => (index % 3 === 0 ? text : `${text}${evil}`)),
    bookmarks: [{ turn: film.clock.lastTurn, note: evil }],
  };
}
