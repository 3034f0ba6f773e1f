import { posix } from 'node:path';
import { floors, singleImporters, type Floor } from './house-rules.ts';
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
  if (!/\.(?:ts|json)$/.test(specifier)) return `imports ${specifier}: write the file's name with .ts`;
  const target = posix.join(posix.dirname(file.path), specifier);
  if (floor === undefined) return undefined;
  const targetFloor = floorOf(target);
  if (targetFloor === floor.name) return generationComplaint(file.path, target);
  if (targetFloor === undefined || !floor.mayImport.includes(targetFloor)) {
    const allowed = floor.mayImport.join(', ') || 'no other floor';
    return `${floor.name} imports ${specifier}: it may import ${allowed}; move the code down, or hand the value in`;
  }
  if (target === `src/${targetFloor}/index.ts`) return undefined;
  return `imports ${specifier}: come in through src/${targetFloor}/index.ts`;
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
  if (only === undefined || only.file === file.path) return undefined;
  return `imports ${specifier}: on this floor only ${only.file} does`;
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:*';
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
