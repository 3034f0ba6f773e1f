/** What a floor may import. The order of `floors` is the order of the house, from the ground up. */
export interface Floor {
  readonly name: string;
  readonly mayImport: readonly string[];
  /** Packages, or `node:*` for the Node API. */
  readonly packages: readonly string[];
  /** Synchronous, deterministic, free of Node: it also runs in a browser. */
  readonly pure: boolean;
  /** Each folder of it is a door of its own, so that a command loads only what it needs. */
  readonly partsHaveDoors?: boolean;
}

const belowScenario = ['kernel', 'world', 'components', 'catalogue', 'simulation'];
const belowRunner = [...belowScenario, 'scenario'];
const belowAnalysis = [...belowRunner, 'runner'];
const node = ['node:*'];

/** The table of floors. A floor that needs more than its row is a decision: change the row, and say why in docs. */
export const floors: readonly Floor[] = [
  { name: 'kernel', mayImport: [], packages: ['pure-rand'], pure: true },
  { name: 'world', mayImport: ['kernel'], packages: [], pure: true },
  { name: 'components', mayImport: ['kernel', 'world'], packages: ['xstate'], pure: true },
  // World, because each claim and each change of a build carries its provenance.
  { name: 'catalogue', mayImport: ['world', 'components'], packages: [], pure: true },
  {
    name: 'simulation',
    mayImport: ['kernel', 'world', 'components', 'catalogue'],
    packages: ['xstate'],
    pure: true,
  },
  { name: 'scenario', mayImport: belowScenario, packages: ['yaml', 'zod', 'node-cron'], pure: true },
  { name: 'runner', mayImport: belowRunner, packages: node, pure: false },
  { name: 'analysis', mayImport: belowAnalysis, packages: [], pure: false },
  { name: 'reporters', mayImport: ['runner', 'analysis'], packages: [], pure: false },
  // Which part of the desk may have which package stands in `singleImporters`; its pages run in a browser.
  {
    name: 'desk',
    mayImport: [...belowAnalysis, 'analysis'],
    packages: [...node, 'hono', '@hono/node-server', 'elkjs', 'preact', '@preact/signals', '@tanstack/virtual-core'],
    pure: false,
    partsHaveDoors: true,
  },
  {
    name: 'cli',
    mayImport: [...belowAnalysis, 'analysis', 'reporters', 'desk'],
    packages: [...node, 'commander', 'node-cron', 'picocolors', 'pino', 'sql.js'],
    pure: false,
  },
];

/**
 * Files that may be imported past their floor's door: a page in a browser needs them, and the door beside them leads on
 * to Node. They import nothing but types and each other.
 */
export const sideDoors: readonly string[] = ['src/analysis/history.ts', 'src/analysis/why.ts', 'src/analysis/words.ts'];

/** A package that only one file or folder of a floor may import, so that it can be replaced there. */
export const singleImporters: readonly { readonly floor: string; readonly package: string; readonly only: string }[] = [
  { floor: 'simulation', package: 'xstate', only: 'src/simulation/machine-host.ts' },
  { floor: 'desk', package: 'hono', only: 'src/desk/server/' },
  { floor: 'desk', package: '@hono/node-server', only: 'src/desk/server/' },
  { floor: 'desk', package: 'preact', only: 'src/desk/viewer/' },
  { floor: 'desk', package: '@preact/signals', only: 'src/desk/viewer/' },
  { floor: 'desk', package: 'elkjs', only: 'src/desk/layouts/' },
  { floor: 'desk', package: '@tanstack/virtual-core', only: 'src/desk/viewer/' },
];

/** The part of the house that runs in a browser: what it may import of the project beside itself. */
export const browserPart = { folder: 'src/desk/viewer/', mayImport: 'src/desk/film/' } as const;

/** Something that pure floors must not say, and what to say instead. Patterns see code without texts and comments. */
export interface Ban {
  readonly name: string;
  readonly pattern: RegExp;
  readonly instead: string;
}

const takeInstant = 'take an Instant from the simulation';
const takeDelivery = 'put a delivery into the event queue';
const takeStream = 'take a named stream of RandomStreams';
const compareUnits = 'compare code units, or print by hand';

export const bans: readonly Ban[] = [
  { name: 'Date', pattern: /\bDate\b/g, instead: takeInstant },
  { name: 'performance', pattern: /\bperformance\s*\./g, instead: takeInstant },
  { name: 'Math.random', pattern: /\bMath\s*\??\.\s*random\b|=\s*Math\s*(?:;|$)/gm, instead: takeStream },
  { name: 'crypto', pattern: /\bcrypto\s*\./g, instead: `${takeStream}; digests are handed in` },
  { name: 'a timer', pattern: /\b(?:setTimeout|setInterval|setImmediate|queueMicrotask)\b/g, instead: takeDelivery },
  { name: 'Promise', pattern: /\bPromise\b/g, instead: takeDelivery },
  { name: 'async', pattern: /\b(?:async|await)\b/g, instead: takeDelivery },
  {
    name: 'process',
    pattern:
      /\bprocess\s*\.\s*(?:env|argv|cwd|exit|exitCode|hrtime|memoryUsage|nextTick|on|platform|std\w+|version)\b/g,
    instead: 'have the value handed in by runner or cli',
  },
  { name: 'globalThis', pattern: /\bglobalThis\b/g, instead: 'have the value handed in' },
  { name: 'fetch', pattern: /\bfetch\s*\(/g, instead: 'have the value handed in' },
  { name: 'Intl', pattern: /\bIntl\b/g, instead: compareUnits },
  { name: 'localeCompare', pattern: /\.\s*localeCompare\b/g, instead: compareUnits },
  { name: 'toLocale…', pattern: /\.\s*toLocale\w+/g, instead: compareUnits },
  {
    name: 'for-in',
    pattern: /\bfor\s*\(\s*(?:const|let|var)\s+\w+\s+in\b/g,
    instead: 'iterate over Object.keys or a Map, in a decided order',
  },
  { name: 'import()', pattern: /\bimport\s*(?:\(|\.\s*meta\b)/g, instead: 'import at the top' },
  {
    name: 'inexact mathematics',
    pattern: /\bMath\s*\.\s*(?:a?sinh?|a?cosh?|a?tanh?|atan2|cbrt|exp|expm1|log|log1p|log2|log10|pow)\b/g,
    instead: 'use whole numbers: the last bit of these differs between engines',
  },
];

/** The most that a file, a function and a line may hold; aim at half. */
export const limits = { fileLines: 300, functionLines: 50, lineLength: 120, readmeLines: 30 } as const;

/** Files of data, which may be longer than `limits` says. */
export const dataFiles: readonly RegExp[] = [
  /^src\/catalogue\/.*\.ts$/,
  /^src\/.*-table\.ts$/,
  /^src\/.*-data\.ts$/,
  /^test\/.*\/golden\//,
];

/** A thing without a home is a concept without a name. */
export const bannedFileNames: readonly RegExp[] = [/(?:^|-)(?:util|common|helper|misc|shared)s?$/, /^types?$/];

/** Spelled in pieces, because this file is checked too. */
const unfinished = ['TO' + 'DO', 'FIX' + 'ME'];
const foreignPaths = ['\\.\\.\\/shar' + 'ed', '(?<![\\w.])\\/wor' + 'k\\/', '(?<![\\w.])\\/ro' + 'ot\\/'];

export const bannedTexts: readonly Ban[] = [
  {
    name: 'unfinished work',
    pattern: new RegExp(`\\b(?:${unfinished.join('|')})\\b`, 'g'),
    instead: 'do it, or open an issue and say nothing here',
  },
  {
    name: 'a path of one machine',
    pattern: new RegExp(foreignPaths.join('|'), 'g'),
    instead: 'name the source (an article, a guide page), not the place where a copy lies',
  },
];
