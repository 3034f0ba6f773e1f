import path from 'node:path';
import { products } from '../../src/catalogue/index.ts';
import { runTools } from '../../src/cli/workshop.ts';
import { Running, Session } from '../../src/desk/session/index.ts';
import { casesOf, loadScenarios, SettledSites, type Case, type LoadedScenario } from '../../src/runner/index.ts';
import { parseScenario, printDiagnostic } from '../../src/scenario/index.ts';
import { readFileSync } from 'node:fs';
import { projectFolder } from '../cli/desk.ts';

export const tools = { ...(await runTools()), settled: new SettledSites() };

const library = path.join(projectFolder, 'scenarios');

/** The first case of a shipped scenario. */
export async function shippedCase(file: string): Promise<Case> {
  const { scenarios } = await loadScenarios([file], { workingFolder: projectFolder, library, products });
  return firstCase(scenarios[0]);
}

/** The first case of a scenario text. */
export function caseOf(text: string): Case {
  const readSite = (name: string) => ({
    file: name,
    text: readFileSync(path.join(library, 'sites', `${name}.yaml`), 'utf8'),
  });
  const parsed = parseScenario({ text, file: 'live.yaml', readSite, siteNames: () => [], products });
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(printDiagnostic).join('\n'));
  const loaded = { scenario: parsed.scenario, text, place: 'live.yaml', library };
  return firstCase(loaded);
}

function firstCase(loaded: LoadedScenario | undefined): Case {
  const [first] = loaded === undefined ? [] : casesOf(loaded, { releases: [], variants: [], seeds: 1 });
  if (first === undefined) throw new Error('no such case');
  return first;
}

/** A site of three computers and no steps. */
export const quiet = 'scenario: A class\nsource: a test\nsite: single-2.0\nsteps: []\n';

/** A session on it. */
export function live(text = quiet): Session {
  return new Session(caseOf(text), tools);
}

/** Plays to an instant of the scenario. */
export function playTo(session: Session, time: string): void {
  const running = new Running(session, { kind: 'instant', until: session.play.instant(time) });
  while (running.goOn(1000));
}
