const compiled = new Map<string, RegExp>();
const compiledLimit = 1000;

/**
 * Whether a name fits a DOS pattern as Windows NT reads it: `*.*` fits every name, `LOG.*` also a name without an
 * extension, `*.` only such names, and `?` any letter or, before a dot or at the end, none.
 */
export function matchesPattern(name: string, pattern: string): boolean {
  if (pattern === '*.*' || pattern === '*') return true;
  let known = compiled.get(pattern);
  if (known === undefined) {
    known = expressionOf(pattern);
    if (compiled.size >= compiledLimit) compiled.clear();
    compiled.set(pattern, known);
  }
  return known.test(name);
}

function expressionOf(pattern: string): RegExp {
  let source = '';
  for (let at = 0; at < pattern.length; at++) source += piece(pattern, at);
  return new RegExp(`^${source}$`, 'i');
}

function piece(pattern: string, at: number): string {
  const character = pattern.charAt(at);
  const rest = pattern.slice(at + 1);
  if (character === '*') return rest === '.' ? '[^.]*' : '.*';
  if (character === '?') return '(?:[^.]|(?=\\.|$))';
  if (character !== '.') return character.replace(/[+^${}()|[\]\\]/, '\\$&');
  if (rest === '' && pattern.charAt(at - 1) === '*') return '';
  return rest.startsWith('*') || rest.startsWith('?') ? '(?:\\.|$)' : '\\.';
}
