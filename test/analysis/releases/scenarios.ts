import path from 'node:path';
import { rowsOf, type Row } from '../../../src/analysis/index.ts';
import { sms20 } from '../../../src/catalogue/index.ts';
import type { LoadedScenario } from '../../../src/runner/index.ts';
import { parseScenario, printDiagnostic } from '../../../src/scenario/index.ts';

const site = `site:
  site: ABC
  server: SRV1
  boundaries: [10.1.1.0]
  computers:
    - { name: SRV1, role: site server, operating system: Windows NT 4.0, address: 10.1.1.1, subnet: 10.1.1.0 }
    - { name: PC1, role: client, operating system: Windows NT 4.0, address: 10.1.1.9, subnet: 10.1.1.0 }
`;

/** The expectation that the site server has a version that fits an expression. */
export function fullVersion(expression: string): string {
  const key = String.raw`'HKLM\Software\Microsoft\SMS\Setup'`;
  return `[{ registry: { on: SRV1, key: ${key}, value: Full Version, has: '/${expression}/' } }]`;
}

/** The expectation that a client's base components have a version that fits an expression. */
export function clientVersion(expression: string): string {
  const key = String.raw`'HKLM\Software\Microsoft\SMS\Client\Client Components\SMS Client Base Components'`;
  return `[{ registry: { on: PC1, key: ${key}, value: Version, has: '/${expression}/' } }]`;
}

/** A scenario of one server and one client from the rest of its text. */
export function loaded(body: string): LoadedScenario {
  const text = `scenario: A test\nkb: Q123456\n${site}${body}`;
  const file = 'scenarios/x.yaml';
  const parsed = parseScenario({ file, text, readSite: () => undefined, products: [sms20] });
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(printDiagnostic).join('\n'));
  return { scenario: parsed.scenario, text, place: path.resolve(file), library: path.resolve('scenarios') };
}

/** The rows of such a scenario on the releases of SMS 2.0. */
export function rows(body: string): readonly Row[] {
  return rowsOf(loaded(body), [sms20]);
}

/** Its only row. */
export function onlyRow(body: string): Row {
  const [row, ...others] = rows(body);
  if (row === undefined || others.length > 0) throw new Error(`${others.length + 1} rows`);
  return row;
}

/** Claims of the releases in the order of shipping: `p` present, `c` corrected, `a` feature absent, `-` not stated. */
export function claims(letters: string): string {
  const words = { p: 'present', c: 'corrected', a: 'feature absent', '-': 'not stated' };
  const lines = sms20.releases.map(({ name }, index) => {
    return `  ${name}: ${words[(letters[index] ?? '-') as keyof typeof words]}`;
  });
  return `claims:\n${lines.join('\n')}\n`;
}
