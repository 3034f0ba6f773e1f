const compiled = new Map<string, RegExp>();

/** Whether a name fits a DOS pattern; `*.*` fits every name, with or without an extension. */
export function matchesPattern(name: string, pattern: string): boolean {
  if (pattern === '*.*' || pattern === '*') return true;
  const known = compiled.get(pattern);
  if (known !== undefined) return known.test(name);
  const source = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.');
  const made = new RegExp(`^${source}$`, 'i');
  compiled.set(pattern, made);
  return made.test(name);
}
