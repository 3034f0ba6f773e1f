/** Whether a text is a pattern rather than a plain path. */
export function isGlob(text: string): boolean {
  return /[*?]/.test(text);
}

/**
 * A pattern over paths with forward slashes: `*` and `?` stay within one folder, `**` goes through any number of them.
 */
export function globPattern(glob: string): RegExp {
  const source = glob
    .replaceAll('\\', '/')
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map(translated)
    .join('');
  return new RegExp(`^${source}$`);
}

/** The folder that a pattern starts from: everything before the first part with a wildcard. */
export function globRoot(glob: string): string {
  const parts = glob.replaceAll('\\', '/').split('/');
  const first = parts.findIndex(isGlob);
  const root = parts.slice(0, first).join('/');
  if (root === '') return glob.startsWith('/') ? '/' : '.';
  // `C:` alone would be the folder of that drive that a shell was in last.
  return /^[a-z]:$/i.test(root) ? `${root}/` : root;
}

function translated(part: string): string {
  if (part === '**/') return '(?:[^/]+/)*';
  if (part === '**') return '.*';
  if (part === '*') return '[^/]*';
  if (part === '?') return '[^/]';
  return part.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
}
