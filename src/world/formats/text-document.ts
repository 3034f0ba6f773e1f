/**
 * What a reader of a text file answers. `syntax error` names the first token that does not fit;
 * `unexpected end of file` is a file that stops before its end marker, as a half copied one does.
 * Lines count from 1.
 */
export type Parsed<T> = { readonly ok: true; readonly value: T } | FormatError;

/** Why a file could not be read. */
export interface FormatError {
  readonly ok: false;
  readonly kind: 'syntax error' | 'unexpected end of file';
  readonly line: number;
  readonly token: string;
}

/** A file that was understood. */
export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

/** A token that does not fit. */
export function syntaxError(line: number, token: string): FormatError {
  return { ok: false, kind: 'syntax error', line, token };
}

/** A file that ends too early; the line is its last one. */
export function endOfFile(line: number): FormatError {
  return { ok: false, kind: 'unexpected end of file', line, token: '' };
}

/** The wording of SMS logs: `syntax error on line 42, token '~~'`, as the Data Loader quotes it. */
export function formatErrorText(error: FormatError): string {
  return `${error.kind} on line ${error.line}, token '${error.token}'`;
}

/** Lines without their ends; a text that ends with a line break has no empty last line. */
export function textLines(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Lines as a Windows text file: each ends with CR LF. */
export function textDocument(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${lines.join('\r\n')}\r\n`;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\r': '\\r', '\n': '\\n' };

/** Text that fits into one tab-separated field: backslash, tab and line breaks become backslash pairs. */
export function escapedField(text: string): string {
  return text.replace(/[\\\t\r\n]/g, (character) => escapes[character] ?? character);
}

/** The text that `escapedField` was given. */
export function unescapedField(field: string): string {
  return field.replace(/\\([\\trn])/g, (_, letter: string) =>
    letter === 't' ? '\t' : letter === 'r' ? '\r' : letter === 'n' ? '\n' : '\\',
  );
}
