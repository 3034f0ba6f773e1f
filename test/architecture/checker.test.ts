import { describe, expect, it } from 'vitest';
import { floors } from './house-rules.ts';
import { importViolations, importsOf } from './imports.ts';
import { withoutComments, withoutTexts } from './masking.ts';
import { lockViolations, packageViolations } from './packages.ts';
import { functionsOf, sizeViolations } from './sizes.ts';
import { projectFiles, readSource, sourceFile } from './source-file.ts';
import { bannedTextViolations, impurities, nameViolations, readmeViolations, releaseTests } from './texts.ts';

/** Spelled in pieces where the project's own files are checked for the same words. */
const shared = '../shar' + 'ed/reference';

describe('the import check', () => {
  it.each([
    ['src/kernel/a.ts', "import { x } from '../world/index.ts';", 'kernel imports ../world/index.ts'],
    ['src/world/formats/a.ts', "export * from '../../simulation/index.ts';", 'world imports ../../simulation'],
    ['src/components/a.ts', "import type { T } from '../world/site.ts';", 'come in through src/world/index.ts'],
    ['src/components/a.ts', "import { T } from '../world/formats/index.ts';", 'come in through src/world/index.ts'],
    ['src/scenario/a.ts', "import {\n  a,\n  b,\n} from '../runner/index.ts';", 'scenario imports ../runner/index.ts'],
    ['src/reporters/a.ts', "import x from '../kernel/index.ts';", 'it may import runner, analysis'],
    ['src/kernel/a.ts', "import './b.js';", "write the file's name with .ts"],
    ['src/world/a.ts', "import { createMachine } from 'xstate';", 'it may import no package'],
    ['src/simulation/a.ts', "import { z } from 'zod';", 'it may import xstate'],
    ['src/simulation/process.ts', "import { createMachine } from 'xstate';", 'only src/simulation/machine-host.ts'],
    ['src/scenario/a.ts', "import { readFileSync } from 'node:fs';", 'it may import yaml, zod, node-cron'],
    ['src/analysis/a.ts', "const x = await import('pino');", 'it may import no package'],
    ['src/cli/a.ts', "import x from '@scope/name/part';", 'cli imports @scope/name/part'],
    ['src/components/sms20/a.ts', "import { x } from '../sms12/b.ts';", 'sms20 imports sms12'],
    ['src/cli/a.ts', "import { x } from '../desk/film/film.ts';", 'come in through src/desk/film/index.ts'],
    ['src/desk/shell/a.ts', "import { Hono } from 'hono';", 'only src/desk/server/'],
    ['src/desk/viewer/a.tsx', "import { x } from '../../analysis/index.ts';", 'may import src/desk/film/ only'],
    ['src/desk/report/a.ts', "import { x } from '../viewer/clock.ts';", 'it runs in a browser'],
  ])('finds in %s: %s', (path, text, complaint) => {
    expect(importViolations(sourceFile(path, `\n${text}\n`)).join()).toContain(complaint);
  });

  it.each([
    ['src/world/a.ts', "import { day } from '../kernel/index.ts';\nimport { b } from './formats/b.ts';"],
    ['src/kernel/a.ts', "import { x } from 'pure-rand/generator/xoroshiro128plus';"],
    ['src/simulation/machine-host.ts', "import type { AnyStateMachine } from 'xstate';"],
    ['src/cli/a.ts', "import { join } from 'node:path';\nimport { x } from '../world/index.ts';"],
    ['src/kernel/a.ts', "// import { x } from '../cli/index.ts';\nconst text = `import y from '../cli/index.ts'`;"],
    ['src/kernel/a.ts', "export const from = 'xstate';"],
    ['src/desk/viewer/a.tsx', "import { h } from 'preact';\nimport { FilmReader } from '../film/film-reader.ts';"],
    ['src/cli/a.ts', "import { x } from '../desk/film/index.ts';"],
    ['src/desk/film/a.ts', "import { x } from '../../analysis/why.ts';"],
    ['test/kernel/a.test.ts', "import { x } from '../../src/kernel/time.ts';"],
  ])('allows in %s: %s', (path, text) => {
    expect(importViolations(sourceFile(path, text))).toEqual([]);
  });

  it('names the line', () => {
    const [found] = importViolations(sourceFile('src/kernel/a.ts', "/* two\nlines */\nimport { x } from 'xstate';\n"));
    expect(found).toMatch(/^src\/kernel\/a\.ts:3 /);
  });

  it('finds every import of a file', () => {
    const text =
      "import a from 'a';\nimport 'b';\nexport { c } from 'c';\nexport * from 'd';\nconst e = import('e');\n";
    expect(importsOf(sourceFile('x.ts', text)).map(({ specifier }) => specifier)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('the check for impurities', () => {
  it.each([
    ['const now = Date.now();', 'Date'],
    ['const t = performance.now();', 'performance'],
    ['const r = Math.random();', 'Math.random'],
    ['const { random } = Math;', 'Math.random'],
    ['setTimeout(tick, 5);', 'a timer'],
    ['async function f() {}', 'async'],
    ['function f(): Promise<void> {}', 'Promise'],
    ['const zone = process.env.TZ;', 'process'],
    ['names.sort((a, b) => a.localeCompare(b));', 'localeCompare'],
    ['const text = amount.toLocaleString();', 'toLocale…'],
    ["const f = new Intl.NumberFormat('en');", 'Intl'],
    ['for (const key in record) use(key);', 'for-in'],
    ['const text = `${`${Date.now()}`}`;', 'Date'],
    ['const all = globalThis;', 'globalThis'],
    ['const id = crypto.randomUUID();', 'crypto'],
    ['const half = Math.pow(2, -1);', 'inexact mathematics'],
  ])('finds: %s', (text, name) => {
    expect(impurities(sourceFile('src/world/a.ts', text)).join()).toContain(`uses ${name}:`);
  });

  it.each([
    "const text = 'Date.now() of a Promise';",
    '// async, Math.random and Date\nconst x = 1;',
    'const pattern = /Date|Intl/;',
    'const InstallDate = process.computer;',
    'for (const [key, value] of Object.entries(record)) use(key, value);',
    'const text = `Date ${name} Date`;',
  ])('allows: %s', (text) => {
    expect(impurities(sourceFile('src/world/a.ts', text))).toEqual([]);
  });

  it('holds for every pure floor and for no other', () => {
    const found = floors.filter(({ name }) => impurities(sourceFile(`src/${name}/a.ts`, 'new Date()')).length > 0);
    expect(found.map(({ name }) => name)).toEqual(floors.filter(({ pure }) => pure).map(({ name }) => name));
  });
});

describe('the masking', () => {
  it.each([
    ["a('it\\'s // no comment')", "a('                   ')"],
    ['a / b / c // d', 'a / b / c     '],
    ['x = /[/\'"]/g;', 'x =         ;'],
    ['`a${b + `c${d}`}e` + f', '    b +     d      + f'],
    ['`${ {a: 1}.a }` // x', '    {a: 1}.a        '],
    ['/* a\n b */ c', '    \n      c'],
  ])('keeps the code of %s', (text, expected) => {
    expect(withoutTexts(text).replaceAll(/[`]/g, ' ')).toBe(expected);
  });

  it('of comments keeps texts', () => {
    expect(withoutComments("a = '// b'; // c")).toBe("a = '// b';     ");
  });

  it('leaves balanced brackets and every line in its place in each file of the project', () => {
    for (const file of projectFiles()
      .filter((path) => path.endsWith('.ts'))
      .map(readSource)) {
      const count = (bracket: string): number => file.code.split(bracket).length;
      expect(file.code.length, file.path).toBe(file.text.length);
      expect([count('{'), count('('), count('[')], file.path).toEqual([count('}'), count(')'), count(']')]);
    }
  });
});

describe('the size check', () => {
  const body = (lines: number, indent: string): string => `${indent}  act();\n`.repeat(lines);

  it.each([
    ['a function', `export function f(): void {\n${body(49, '')}}\n`],
    ['a function with long parameters', `function f(\n  a: string,\n): void {\n${body(47, '')}}\n`],
    ['an arrow function', `const f = (a: string) => {\n${body(49, '')}};\n`],
    ['a method', `class A {\n  private m(a: string): void {\n${body(49, '  ')}  }\n}\n`],
    ['a private method', `class A {\n  #m(\n    a: string,\n  ): void {\n${body(47, '  ')}  }\n}\n`],
    ['a named effect', `const effects = {\n  'take file'(self) {\n${body(49, '  ')}  },\n};\n`],
    ['a callback', `test('a', () => {\n${body(49, '')}});\n`],
    ['an expression', `const f = () => [\n${body(49, '')}];\n`],
  ])('finds %s that is too long', (_, text) => {
    expect(sizeViolations(sourceFile('src/world/a.ts', text)).join()).toContain('a function of 51 lines');
  });

  it.each([
    ['a function of fifty lines', `function f(): void {\n${body(48, '')}}\n`],
    ['a chapter of tests', `describe('a', () => {\n${body(99, '')}});\n`],
    ['a table', `const table = {\n${body(99, '')}};\n`],
    ['a call with many arguments', `use(\n${body(99, '')});\n`],
    ['a loop', `for (const a of b) {\n${body(99, '')}}\n`],
  ])('allows %s', (_, text) => {
    expect(sizeViolations(sourceFile('test/a.test.ts', text))).toEqual([]);
  });

  it('measures a function inside another one by itself', () => {
    const text = 'function f(): void {\n  const g = () => {\n    act();\n  };\n  g();\n}\n';
    expect(functionsOf(text)).toEqual([
      { line: 1, length: 6 },
      { line: 2, length: 3 },
    ]);
  });

  it('finds long files and lines, except in data', () => {
    const file = `const a = 1;\n`.repeat(301) + `const b = ${'1'.repeat(120)};\n`;
    const found = sizeViolations(sourceFile('src/world/a.ts', file)).join('\n');
    expect(found).toContain('src/world/a.ts:1 has 302 lines');
    expect(found).toContain('src/world/a.ts:302 has 131 columns');
    expect(sizeViolations(sourceFile('src/catalogue/sms20/files.ts', file))).toEqual([]);
  });
});

describe('the checks of names and words', () => {
  it.each([
    'src/world/utils.ts',
    'src/world/string-helpers.ts',
    'src/common/a.ts',
    'src/world/types.ts',
    'src/world/fileAccess.ts',
  ])('find the name %s', (path) => {
    expect(nameViolations(path)).toHaveLength(1);
  });

  it.each(['src/world/file-access.ts', 'test/world/a.property.test.ts', 'src/cli/sql-js.d.ts'])(
    'allow the name %s',
    (path) => {
      expect(nameViolations(path)).toEqual([]);
    },
  );

  it.each(['// TO' + 'DO: later', 'FIX' + 'ME', `see ${shared}`, 'at /wor' + 'k/main'])(
    'find the words: %s',
    (text) => {
      expect(bannedTextViolations(sourceFile('docs/a.md', `first\n${text}`)).join()).toMatch(/^docs\/a\.md:2 /);
    },
  );

  it('find a component that asks for its release, but not one that cites it', () => {
    const file = (text: string): string => releaseTests(sourceFile('src/components/a.ts', text)).join();
    expect(file("if (release === '2.0 SP2') act();")).toContain('src/components/a.ts:1 names a release');
    expect(file("// Corrected in '2.0 SP2' (Q280515).")).toBe('');
  });

  it('find a README that is missing or long', () => {
    expect(readmeViolations('src/kernel/README.md', undefined).join()).toContain('is missing');
    expect(readmeViolations('src/kernel/README.md', 'line\n'.repeat(31)).join()).toContain('has 31 lines');
    expect(readmeViolations('src/kernel/README.md', 'line\n'.repeat(30))).toEqual([]);
  });
});

describe('the package checks', () => {
  it('find a binary that the lock file lacks', () => {
    const lock = {
      packages: {
        'node_modules/tool': { optionalDependencies: { 'tool-linux': '1.0.0', 'tool-windows': '1.0.0' } },
        'node_modules/tool/node_modules/tool-linux': {},
      },
    };
    expect(lockViolations(lock)).toHaveLength(1);
    expect(lockViolations(lock).join()).toContain('node_modules/tool lacks tool-windows');
  });

  it.each(['rm -rf dist', 'NODE_ENV=test vitest', "vitest 'a b'", 'build; test', 'tsc && rm x', 'cat a | wc'])(
    'find the script: %s',
    (script) => {
      const found = packageViolations({ scripts: { script }, dependencies: {}, devDependencies: {} });
      expect(found).toHaveLength(1);
    },
  );

  it('find a version that can change by itself', () => {
    const found = packageViolations({ scripts: {}, dependencies: { a: '^1.0.0' }, devDependencies: { b: '1.0.0' } });
    expect(found.join()).toContain('a ^1.0.0');
  });
});
