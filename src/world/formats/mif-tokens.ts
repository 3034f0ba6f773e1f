/** A word, number, sign or quoted text of a MIF, with the line it stands on (from 1). */
export interface MifToken {
  readonly kind: 'word' | 'sign' | 'text' | 'unfinished text' | 'header' | 'end';
  /** As written in the file, quotes included; empty at the end of the file. */
  readonly source: string;
  readonly line: number;
}

const tokenPattern = /\s+|\/\/[^\r\n]*|"(?:[^"\\\r\n]|\\.)*"|"[^\r\n]*|[=,()]|(?:(?!\/\/)[^\s"=,()])+/y;

/** Splits a MIF; the last token is always of kind `end`. Comments come as `header`, for the parser to judge. */
export function mifTokens(text: string): readonly MifToken[] {
  const tokens: MifToken[] = [];
  let line = 1;
  tokenPattern.lastIndex = 0;
  for (let match = tokenPattern.exec(text); match !== null; match = tokenPattern.exec(text)) {
    const [source] = match;
    const kind = tokenKind(source);
    if (kind === undefined) line += source === ' ' ? 0 : source.split('\n').length - 1;
    else tokens.push({ kind, source, line });
  }
  const lastLine = text.endsWith('\n') && line > 1 ? line - 1 : line;
  return [...tokens, { kind: 'end', source: '', line: lastLine }];
}

/** The text between the quotes: `\"` and `\\` stand for the sign itself, `\x0a` for a character by its code. */
export function unquoted(source: string): string {
  return source.slice(1, -1).replace(/\\(?:x([0-9a-fA-F]{2})|(["\\]))/g, (_, code?: string, sign?: string) => {
    return sign ?? String.fromCharCode(Number.parseInt(code ?? '', 16));
  });
}

const signs = '=,()';

function tokenKind(source: string): MifToken['kind'] | undefined {
  const first = source.charAt(0);
  if (first === '"') return /^"(?:[^"\\]|\\.)*"$/.test(source) ? 'text' : 'unfinished text';
  if (signs.includes(first)) return 'sign';
  if (source.startsWith('//')) return 'header';
  return first.trim() === '' ? undefined : 'word';
}
