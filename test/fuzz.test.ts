import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sms20 } from '../src/catalogue/index.ts';
import { parseScenario, printDiagnostic } from '../src/scenario/index.ts';
import { projectFolder, shippedScenarios } from './library/shipped.ts';

/** `npm run fuzz` makes 10,000 mutations, the normal run 1,000. */
const mutations = process.env['npm_lifecycle_event'] === 'fuzz' ? 10_000 : 1000;

const originals = (await shippedScenarios('scenarios')).map((one) => one.text);

const pieces = [
  '*',
  '&x',
  '{',
  '}',
  '[',
  ']',
  '- ',
  ': ',
  '\n',
  '  ',
  '"',
  "'",
  '${',
  '|',
  '!',
  '<<',
  '.inf',
  '~',
  '\t',
];

const mutation = fc.record({
  how: fc.constantFrom('cut', 'double', 'insert', 'swap lines'),
  at: fc.nat(10_000),
  length: fc.nat(60),
  piece: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })),
});

function mutated(
  text: string,
  { how, at, length, piece }: typeof mutation extends fc.Arbitrary<infer T> ? T : never,
): string {
  const place = at % (text.length + 1);
  const [before, middle, after] = [text.slice(0, place), text.slice(place, place + length), text.slice(place + length)];
  if (how === 'cut') return before + after;
  if (how === 'double') return before + middle + middle + after;
  if (how === 'insert') return before + piece + middle + after;
  const lines = text.split('\n');
  const line = at % lines.length;
  return lines.with(line, lines[(line + length) % lines.length] ?? '').join('\n');
}

function readSite(name: string): { text: string; file: string } | undefined {
  const file = `scenarios/sites/${name}.yaml`;
  try {
    return { text: readFileSync(path.join(projectFolder, file), 'utf8'), file };
  } catch {
    return undefined;
  }
}

it(`never crashes the parser: ${mutations} mutations of real scenario files`, { timeout: 600_000 }, () => {
  const broken = fc.tuple(fc.constantFrom(...originals), fc.array(mutation, { minLength: 1, maxLength: 3 }));
  fc.assert(
    fc.property(broken, ([original, changes]) => {
      const text = changes.reduce(mutated, original);
      const parsed = parseScenario({ text, file: 'broken.yaml', readSite, products: [sms20] });
      if (parsed.ok) return;
      expect(parsed.diagnostics.length).toBeGreaterThan(0);
      for (const diagnostic of parsed.diagnostics) expect(printDiagnostic(diagnostic)).toContain(diagnostic.code);
    }),
    { numRuns: mutations, seed: 1 },
  );
});
