import {
  LineCounter,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Alias,
  type Document,
} from 'yaml';
import type { Diagnostic, DiagnosticCode } from './diagnostics.ts';
import { didYouMean } from './did-you-mean.ts';

/** The way to a value in a file: keys of mappings and indices of lists. */
export type Path = readonly (string | number)[];

/** A place in a file, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

const deepest = 60;
const largest = 5_000_000;
/** One missing bracket can make hundreds; the first ones tell it. */
const mostSyntaxErrors = 20;

/**
 * A YAML file as read: its plain value, its mistakes so far, and the places of its parts. Whatever is wrong with the
 * text becomes a diagnostic; `value` is undefined where there is no use in looking further.
 */
export class Source {
  readonly file: string;
  readonly value: unknown;
  readonly diagnostics: Diagnostic[] = [];
  readonly #lines: readonly string[];
  readonly #counter = new LineCounter();
  readonly #document: Document | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.#lines = text.split(/\r\n|\r|\n/);
    this.#document = text.length > largest ? this.#tooLarge() : this.#parse(text);
    this.value = this.#plainValue();
  }

  /** Notes a mistake at a value, or at the key of an entry. */
  report(
    code: DiagnosticCode,
    message: string,
    path: Path,
    more: { at?: 'key' | 'value'; hint?: string | undefined } = {},
  ): void {
    const place = this.placeOf(path, more.at ?? 'value');
    this.#note(code, message, place, more.hint);
  }

  /** Where a value stands, or its key; the nearest thing around it where it does not exist. */
  placeOf(path: Path, at: 'key' | 'value' = 'value'): Place {
    let node: unknown = this.#document?.contents;
    let range = rangeOf(node);
    for (const [index, part] of path.entries()) {
      const entry = entryOf(resolved(node, this.#document), part);
      if (entry === undefined) break;
      const last = index === path.length - 1;
      range = rangeOf(last && at === 'key' ? entry.key : entry.value) ?? rangeOf(entry.key) ?? range;
      node = entry.value;
    }
    return this.#place(range ?? [0, 1]);
  }

  #parse(text: string): Document | undefined {
    const document = this.#tried(() =>
      parseDocument(text, {
        version: '1.2',
        lineCounter: this.#counter,
        prettyErrors: false,
        stringKeys: true,
        logLevel: 'silent',
      }),
    );
    for (const problem of [...(document?.errors ?? []), ...(document?.warnings ?? [])].slice(0, mostSyntaxErrors)) {
      this.#note('SM001', problem.message.split('\n', 1)[0] ?? '', this.#place(problem.pos));
    }
    return document;
  }

  #plainValue(): unknown {
    const document = this.#document;
    if (document === undefined || !this.#aliasesResolve(document)) return undefined;
    if (document.errors.length > 0) return undefined;
    const value = this.#tried(() => document.toJS({ maxAliasCount: 1000 }) as unknown);
    if (this.diagnostics.length === 0 && !isMapping(value)) {
      this.#note('SM003', 'this file must hold a mapping of keys and values', { line: 1, column: 1, length: 1 });
    }
    return isMapping(value) ? value : undefined;
  }

  #aliasesResolve(document: Document): boolean {
    const before = this.diagnostics.length;
    const anchors: string[] = [];
    const note = (node: Alias, hint?: string): void =>
      this.#note(
        'SM002',
        `there is no anchor "${node.source}" before this alias`,
        this.#place(node.range ?? [0, 1]),
        hint,
      );
    this.#tried(() =>
      visit(document, (_key, node, ancestors) => {
        if (isNode(node) && 'anchor' in node && typeof node.anchor === 'string') anchors.push(node.anchor);
        if (ancestors.length > deepest) throw new RangeError('this file is nested too deeply');
        if (!isAlias(node)) return undefined;
        const target = node.resolve(document);
        if (target === undefined) note(node, didYouMean(node.source, anchors));
        else if (ancestors.includes(target)) note(node, 'an anchor cannot hold an alias of itself');
        return undefined;
      }),
    );
    return this.diagnostics.length === before;
  }

  /** The YAML library throws on texts that exhaust it: too many aliases, nesting beyond the stack. */
  #tried<T>(body: () => T): T | undefined {
    try {
      return body();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#note('SM001', message.split('\n', 1)[0] ?? '', { line: 1, column: 1, length: 1 });
      return undefined;
    }
  }

  #tooLarge(): undefined {
    this.#note('SM001', 'this file is larger than 5 MB', { line: 1, column: 1, length: 1 });
    return undefined;
  }

  #place([start, end]: readonly number[]): Place {
    const { line, col } = this.#counter.linePos(start ?? 0);
    const length = Math.max(1, (end ?? 0) - (start ?? 0));
    return { line: Math.max(1, line), column: Math.max(1, col), length };
  }

  #note(code: DiagnosticCode, message: string, place: Place, hint?: string): void {
    const sourceLine = this.#lines[place.line - 1] ?? '';
    const diagnostic = { code, message, file: this.file, ...place, sourceLine };
    this.diagnostics.push(hint === undefined ? diagnostic : { ...diagnostic, hint });
  }
}

/** Whether a value is a mapping of keys and values. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path, undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const part of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Object.hasOwn(current, part) ? (current as Record<string | number, unknown>)[part] : undefined;
  }
  return current;
}

function resolved(node: unknown, document: Document | undefined): unknown {
  return isAlias(node) && document !== undefined ? node.resolve(document) : node;
}

function entryOf(node: unknown, part: string | number): { key: unknown; value: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part));
    return pair === undefined ? undefined : { key: pair.key, value: pair.value };
  }
  if (!isSeq(node) || typeof part !== 'number') return undefined;
  const item: unknown = node.items[part];
  return item === undefined ? undefined : { key: item, value: item };
}

/** A scalar or key by its own extent; a mapping or list by its first line only, for a caret that fits. */
function rangeOf(node: unknown): readonly [number, number] | undefined {
  if (!isNode(node) || node.range === undefined || node.range === null) return undefined;
  const [start, end] = node.range;
  return isScalar(node) || isAlias(node) ? [start, end] : [start, start + 1];
}
