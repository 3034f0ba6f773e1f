import { posix } from 'node:path';
import { browserPart, floors, sideDoors, singleImporters, type Floor } from './house-rules.ts';
import { floorOf, violation, type SourceFile, type Violation } from './source-file.ts';

/** An import or re-export of a file. */
export interface Import {
  readonly specifier: string;
  readonly offset: number;
}

/** Everything a file imports, re-exports or loads, also for its types only. */
export function importsOf(file: SourceFile): readonly Import[] {
  const statement = /(?:^|[;}\n])\s*(?:import|export)\b[^;'"]*?(?=['"])|\bimport\s*\(\s*(?=['"])/g;
  return [...file.code.matchAll(statement)].flatMap((match) => {
    const isImport = /\bfrom\s*$|\bimport\s*\(?\s*$/.test(match[0]);
    const start = match.index + match[0].length;
    const specifier = file.text.slice(start + 1, file.text.indexOf(file.text[start] ?? '', start + 1));
    return isImport ? [{ specifier, offset: start }] : [];
  });
}

/** Imports that the table of floors does not allow, that miss a floor's door, or that cannot be built. */
export function importViolations(file: SourceFile): readonly Violation[] {
  const floor = floors.find(({ name }) => name === floorOf(file.path));
  return importsOf(file).flatMap(({ specifier, offset }) => {
    const complaint = specifier.startsWith('.')
      ? relativeComplaint(file, specifier, floor)
      : packageComplaint(file, specifier, floor);
    return complaint === undefined ? [] : [violation(file, offset, complaint)];
  });
}

function relativeComplaint(file: SourceFile, specifier: string, floor: Floor | undefined): string | undefined {
  if (!/\.(?:tsx?|json|css)$/.test(specifier)) return `imports ${specifier}: write the file's name with .ts`;
  const target = posix.join(posix.dirname(file.path), specifier);
  if (floor === undefined) return undefined;
  const strayed = browserComplaint(file.path, target);
  if (strayed !== undefined) return strayed;
  const targetFloor = floorOf(target);
  if (targetFloor === floor.name) return generationComplaint(file.path, target);
  if (targetFloor === undefined || !floor.mayImport.includes(targetFloor)) {
    const allowed = floor.mayImport.join(', ') || 'no other floor';
    return `${floor.name} imports ${specifier}: it may import ${allowed}; move the code down, or hand the value in`;
  }
  const door = doorBefore(target, targetFloor);
  if (target === door || sideDoors.includes(target)) return undefined;
  return `imports ${specifier}: come in through ${door}`;
}

/** A floor has one door, or one for each of its parts. */
function doorBefore(target: string, floor: string): string {
  const parts = floors.find(({ name }) => name === floor)?.partsHaveDoors === true;
  return parts ? `${target.split('/').slice(0, 3).join('/')}/index.ts` : `src/${floor}/index.ts`;
}

/** The page has no Node and no simulation: it reads films, and nobody reads it. */
function browserComplaint(source: string, target: string): string | undefined {
  const [isPage, meetsPage] = [source, target].map((path) => path.startsWith(browserPart.folder));
  if (isPage && !meetsPage && !target.startsWith(browserPart.mayImport)) {
    return `imports ${target}: the page may import ${browserPart.mayImport} only`;
  }
  return !isPage && meetsPage
    ? `imports ${target}: it runs in a browser; read the file that is built of it`
    : undefined;
}

/** sms12 and sms20 are two products: what they share belongs beside them. */
function generationComplaint(from: string, to: string): string | undefined {
  const [source, target] = [from, to].map((path) => /\/(sms12|sms20)\//.exec(path)?.[1]);
  if (source === undefined || target === undefined || source === target) return undefined;
  return `${source} imports ${target}: move what they share up, beside both`;
}

function packageComplaint(file: SourceFile, specifier: string, floor: Floor | undefined): string | undefined {
  if (floor === undefined) return undefined;
  const name = packageName(specifier);
  if (!floor.packages.includes(name)) {
    const allowed = floor.packages.join(', ') || 'no package';
    return `${floor.name} imports ${specifier}: it may import ${allowed}; have it handed in by a floor that may`;
  }
  const only = singleImporters.find((one) => one.floor === floor.name && one.package === name);
  if (only === undefined || file.path.startsWith(only.only)) return undefined;
  return `imports ${specifier}: on this floor only ${only.only} does`;
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:*';
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
