import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printDiagnostic } from '../../src/scenario/index.ts';
import { readWhole } from './fixture.ts';

const text = `# yaml-language-server: $schema=../scenario.schema.json
scenario: An old client.lkp on the CAP keeps a client from resynchronising
kb: Q280515
site: small
claims: { '2.0': present, '2.0 SP2': corrected }
parameters: [{ client: CLIENT1, kind: hw }, { client: CLIENT2, kind: sw }]
computers: [{ name: 'PC{n}', count: 3, user: someone }]
traits: [{ component: SMS_INVENTORY_DATA_LOADER, trait: asks for a resync, value: false }]
steps:
  - at: 09:00
    write: { on: SERVER, path: 'C:\\SMS\\a.txt', text: &text 'for \${client} at \${now - 61d | hh:mm}' }
    name: one
  - repeat: { times: 2, steps: [{ note: *text, after: 5m }] }
  - for each: { in: clients, as: pc, steps: [{ note: "\${pc}", cron: '0 9 * * *', until: day 2 }] }
  - { note: seen, when: { file: { on: SERVER, path: 'C:\\SMS\\*', change: half copied } }, delay: 5s }
  - run until: { event: { log line: { text: /done \\d+/ } }, at most: 3d }
expect:
  - { file: { on: SERVER, path: 'C:\\SMS\\a.txt', has: for }, by: day 2 09:00 }
  - share: { of: { in: [CLIENT1, CLIENT2], as: pc, expect: { log: { on: "\${pc}", has: x } } }, at least: 80% }
    never: true
variants:
  symptom: { expect: [{ in order: [{ step: one }, { record: { kind: log } }] }] }
  without cause: { drop: [one] }
  half of it: { replace: { one: { note: x } }, roles: { site: '2.0', clients: SP1 } }
`;

const pieces = [
  '*',
  '&',
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
  '}',
  '|',
  '!',
  '<<',
  '0',
  '.inf',
  '~',
  '__proto__',
  'é',
  '\t',
  '#',
];

type Mutation = readonly ['cut' | 'double' | 'insert' | 'swap', number, number, string];

const mutation: fc.Arbitrary<Mutation> = fc.tuple(
  fc.constantFrom('cut' as const, 'double' as const, 'insert' as const, 'swap' as const),
  fc.nat(text.length),
  fc.nat(40),
  fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })),
);

function mutated(original: string, [how, at, length, piece]: Mutation): string {
  const [before, middle, after] = [original.slice(0, at), original.slice(at, at + length), original.slice(at + length)];
  if (how === 'cut') return before + after;
  if (how === 'double') return before + middle + middle + after;
  return how === 'insert' ? before + piece + middle + after : before + piece + after;
}

it('reads the scenario that is mutated below', () => {
  const parsed = readWhole(text);
  expect(parsed.ok ? '' : parsed.diagnostics.map(printDiagnostic).join('\n')).toBe('');
});

it('never throws, and points at a place inside the file, however a scenario is mutilated', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const broken = mutations.reduce(mutated, text);
      const parsed = readWhole(broken);
      if (parsed.ok) return;
      expect(parsed.diagnostics.length).toBeGreaterThan(0);
      const lines = broken.split(/\r\n|\r|\n/);
      for (const diagnostic of parsed.diagnostics) {
        if (diagnostic.file.startsWith('scenarios/')) expect(lines[diagnostic.line - 1]).toBe(diagnostic.sourceLine);
        expect(printDiagnostic(diagnostic)).toContain(diagnostic.code);
      }
    }),
    { numRuns: 2000, seed: 1 },
  );
});
