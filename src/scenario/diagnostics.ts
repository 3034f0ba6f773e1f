/** Every kind of mistake a scenario or site file can have. A code keeps its meaning for ever. */
export const diagnosticCodes = {
  SM001: 'the text is not YAML',
  SM002: 'an alias without its anchor',
  SM003: 'the file does not hold a mapping',
  SM010: 'an unknown key',
  SM011: 'a missing key',
  SM012: 'an unknown argument of a verb',
  SM013: 'an unknown verb',
  SM014: 'no verb, or more than one, in an item',
  SM015: 'a value of the wrong kind',
  SM016: 'a time without a unit',
  SM017: 'a time that cannot be read',
  SM018: 'a cron expression that cannot be read',
  SM019: 'a pattern that cannot be read',
  SM020: 'an unknown computer or Windows NT domain',
  SM021: 'an unknown release',
  SM022: 'an unknown component',
  SM023: 'an unknown trait',
  SM024: 'an unknown site',
  SM025: 'a name used twice',
  SM026: 'an unknown step name',
  SM027: 'an unknown ${name}',
  SM028: 'an unknown site setting',
  SM029: 'a variant without a release to run on',
  SM030: 'an unknown variant name',
  SM031: 'modifiers that exclude each other',
  SM032: 'an unknown stream of chance',
  SM033: 'a claim about an upgrade or a mix that no variant has',
  SM034: 'an unknown state of a component',
  SM035: 'a bookmark or question without its moment',
  SM036: 'a question that asks for nothing, or for several things',
} as const;

export type DiagnosticCode = keyof typeof diagnosticCodes;

const widest = 200;

/** A mistake in a file, with everything a person needs to find and mend it. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly file: string;
  /** Counted from 1, like the column. */
  readonly line: number;
  readonly column: number;
  /** How many characters to underline, at least 1. */
  readonly length: number;
  /** The line itself. */
  readonly sourceLine: string;
  /** What to write instead: `did you mean "read-only"?` */
  readonly hint?: string;
}

/** The diagnostic as a person reads it: message, place, the line, a caret below it and the suggestion. */
export function printDiagnostic(diagnostic: Diagnostic): string {
  const { code, message, file, line, column, hint } = diagnostic;
  const gutter = String(line).padStart(4);
  const { shown, before } = excerpt(diagnostic.sourceLine.replaceAll('\t', ' '), column - 1);
  const room = Math.max(1, shown.length - before);
  const caret = ' '.repeat(before) + '^'.repeat(Math.max(1, Math.min(diagnostic.length, room)));
  const suggestion = hint === undefined ? '' : ` ${hint}`;
  return [
    `${code} ${message}`,
    `  ${file}:${line}:${column}`,
    `${gutter} | ${shown}`,
    `${' '.repeat(gutter.length)} | ${caret}${suggestion}`,
  ].join('\n');
}

/** The line, or of a very long one the part around the place. */
function excerpt(line: string, offset: number): { readonly shown: string; readonly before: number } {
  if (line.length <= widest) return { shown: line, before: offset };
  const from = Math.max(0, offset - widest / 2);
  const cut = line.slice(from, from + widest);
  return from === 0 ? { shown: cut, before: offset } : { shown: `…${cut}`, before: offset - from + 1 };
}

/** Orders diagnostics by their place and drops repetitions, which parameter tables produce. */
export function sortedDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  const unique = diagnostics.filter((d) => {
    const key = JSON.stringify([d.code, d.file, d.line, d.column, d.message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return unique.toSorted((a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
