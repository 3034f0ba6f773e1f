import { readFileSync } from 'node:fs';
import { products, sms20 } from '../../src/catalogue/index.ts';
import { sha256 } from '../../src/cli/digest.ts';
import { loadSqlEngine } from '../../src/cli/sql-engine.ts';
import { parseScenario, printDiagnostic, ScenarioPlay } from '../../src/scenario/index.ts';

const sqlEngine = await loadSqlEngine();

/**
 * Plays a scenario given as text in a settled site; the answer lists the expectations that failed. What is given
 * besides is added to the end of the site's file, the list of its computers.
 */
export function mismatchesOf(text: string, more = ''): readonly string[] {
  const siteNames = () => ['single-2.0'];
  const readSite = (name: string): { readonly text: string; readonly file: string } => {
    const file = `scenarios/sites/${name}.yaml`;
    return { text: readFileSync(file, 'utf8') + more, file };
  };
  const parsed = parseScenario({ text, file: 'scenarios/x.yaml', readSite, siteNames, products });
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(printDiagnostic).join('\n'));
  const product = products.find(({ version }) => version === parsed.scenario.product) ?? sms20;
  return parsed.scenario.variants.flatMap((variant) =>
    variant.runs.flatMap((run) => {
      const play = new ScenarioPlay({
        variant,
        run,
        product,
        otherProducts: products.filter((other) => other !== product),
        sqlEngine,
        digest: sha256,
      });
      play.playToEnd();
      return play.mismatches.map(({ line, actual }) => `line ${line}: ${actual}`);
    }),
  );
}
