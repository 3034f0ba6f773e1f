import { spelledOut } from './references.ts';
import { z } from 'zod';

/** A text to look for: an exact part of it, or a regular expression between slashes: `/Dataldr: \d+/i`. */
export function patternText(): z.ZodString {
  return spelledOut('pattern', z.string(), (text) => {
    try {
      regularExpression(text);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  });
}

/** Whether a text contains a pattern's exact text or matches its regular expression. */
export function matches(pattern: string, text: string): boolean {
  const expression = known.get(pattern) ?? remember(pattern);
  return expression === undefined ? text.includes(pattern) : expression.test(text);
}

/** Whether a name or path fits `*` and `?`, without case, as Windows compares them; `*` stays within one folder. */
export function fitsWildcard(wildcard: string, path: string): boolean {
  const source = wildcard
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^\\\\]*')
    .replaceAll('?', '[^\\\\]');
  return new RegExp(`^${source}$`, 'i').test(path);
}

const known = new Map<string, RegExp>();

function remember(pattern: string): RegExp | undefined {
  const expression = regularExpression(pattern);
  if (expression !== undefined) known.set(pattern, expression);
  return expression;
}

function regularExpression(pattern: string): RegExp | undefined {
  const [, source, flags] = /^\/(.+)\/([ims]*)$/s.exec(pattern) ?? [];
  return source === undefined ? undefined : new RegExp(source, flags);
}
