import { dataFiles, limits } from './house-rules.ts';
import { violation, type SourceFile, type Violation } from './source-file.ts';

/** Files, functions and lines that are longer than the house allows. */
export function sizeViolations(file: SourceFile): readonly Violation[] {
  const isData = dataFiles.some((pattern) => pattern.test(file.path));
  return isData ? longFunctions(file) : [...longFile(file), ...longLines(file), ...longFunctions(file)];
}

function longFile(file: SourceFile): readonly Violation[] {
  const lines = file.text.trimEnd().split('\n').length;
  if (lines <= limits.fileLines) return [];
  return [violation(file, 0, `has ${lines} lines: split it by concept; ${limits.fileLines} is the limit`)];
}

function longLines(file: SourceFile): readonly Violation[] {
  return file.text.split('\n').flatMap((line, index) => {
    if (line.length <= limits.lineLength) return [];
    return [`${file.path}:${index + 1} has ${line.length} columns: break it; ${limits.lineLength} is the limit`];
  });
}

function longFunctions(file: SourceFile): readonly Violation[] {
  return functionsOf(file.code).flatMap(({ line, length }) => {
    if (length <= limits.functionLines) return [];
    const what = `a function of ${length} lines: give a part of it a name; ${limits.functionLines} is the limit`;
    return [`${file.path}:${line} ${what}`];
  });
}

/** A function: the line of its head, counted from 1, and its lines with head and end. */
export interface FunctionSize {
  readonly line: number;
  readonly length: number;
}

const head = /\bfunction\b|=>\s*[[({]*$|^\s+(?:[a-z]+\s+)*(?:[#\w$]+|'[^']*')(?:<.*>)?\((?:.*\{)?$/;
const noHead = /^\s*(?:\}\s*)?(?:if|else|for|while|switch|catch|return|do|try|throw)\b|\bdescribe\b/;

/**
 * Functions of formatted code, found by their indentation: one ends before the next line that stands no deeper than
 * its head, closing bracket included. Callbacks of `describe` are chapters, not functions.
 */
export function functionsOf(code: string): readonly FunctionSize[] {
  const lines = code.split('\n');
  return lines.flatMap((line, index) => {
    if (!head.test(line) || (noHead.test(line) && !/=>\s*[[({]*$/.test(line)) || /\bdescribe\b/.test(line)) return [];
    const end = endOf(lines, index);
    return end === undefined ? [] : [{ line: index + 1, length: end - index + 1 }];
  });
}

/** Index of the last line of the function whose head is at an index; undefined where it was only a call. */
function endOf(lines: readonly string[], index: number): number | undefined {
  const depth = indentation(lines[index] ?? '');
  for (let at = index + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || indentation(line) > depth) continue;
    if (/^\s*\).*(?:\{|=>)$/.test(line)) continue;
    const opened = lines[index]?.trimEnd() ?? '';
    if (opened.endsWith('(') && !opened.endsWith('=> (') && /^\s*\)[;,)]*$/.test(line)) return undefined;
    return /^\s*[\])}]/.test(line) ? at : at - 1;
  }
  return undefined;
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}
