import type { Mif, MifAttribute, MifGroup, MifHeader, MifType } from './mif.ts';
import { mifHeaderKeywords } from './mif.ts';
import { mifTokens, unquoted } from './mif-tokens.ts';
import type { MifToken } from './mif-tokens.ts';
import { endOfFile, parsed, syntaxError, textLines } from './text-document.ts';
import type { FormatError, Parsed } from './text-document.ts';

/**
 * Reads a MIF. Keywords compare without regard to case; `Description` and `Language` are accepted and dropped,
 * as SMS stores neither. A file that stops before `End Component` answers `unexpected end of file`.
 */
export function parseMif(text: string): Parsed<Mif> {
  try {
    return parsed(mifByGroups(text) ?? new MifParser(mifTokens(text)).mif());
  } catch (thrown) {
    if (thrown instanceof Misfit) return cutOff(text, thrown.answer);
    throw thrown;
  }
}

const groupStart = '\r\n    Start Group\r\n';
const groupEnd = '\r\n    End Group\r\n';
const fileEnd = 'End Component\r\n';
const knownGroups = new Map<string, MifGroup>();
const knownLimit = 2000;

/**
 * A file as `printMif` writes it, read group by group: computers of one model report the same groups again and again.
 * Undefined for files in other layouts and for faulty ones, which are read token by token.
 */
function mifByGroups(text: string): Mif | undefined {
  const first = text.indexOf(groupStart);
  if (first === -1) return undefined;
  const groups: MifGroup[] = [];
  let at = first;
  while (text.startsWith(groupStart, at)) {
    const end = text.indexOf(groupEnd, at);
    const group = end === -1 ? undefined : groupOf(text.slice(at, end + groupEnd.length), groups.length > 0);
    if (group === undefined) return undefined;
    groups.push(group);
    at = end + groupEnd.length - 2;
  }
  if (text.length !== at + 2 + fileEnd.length || !text.endsWith(fileEnd)) return undefined;
  const frame = fitting(`${text.slice(0, first)}\r\n${fileEnd}`, (parser) => parser.mif());
  return frame === undefined || frame.groups.length > 0 ? undefined : { ...frame, groups };
}

/** Undefined for a text that is not just a group. The first group names the computer and the time, so none is kept. */
function groupOf(text: string, keeps: boolean): MifGroup | undefined {
  const known = knownGroups.get(text);
  if (known !== undefined) return known;
  if (!keeps) return fitting(text, (parser) => parser.onlyGroup());
  // A slice, and every name and value cut from it, would keep the whole file in memory.
  const own = JSON.parse(JSON.stringify(text)) as string;
  const group = fitting(own, (parser) => parser.onlyGroup());
  if (group === undefined) return undefined;
  if (knownGroups.size >= knownLimit) knownGroups.clear();
  knownGroups.set(own, group);
  return group;
}

function fitting<T>(text: string, read: (parser: MifParser) => T): T | undefined {
  try {
    return read(new MifParser(mifTokens(text)));
  } catch (thrown) {
    if (thrown instanceof Misfit) return undefined;
    throw thrown;
  }
}

/** A wrong token that the end of the file has cut in two is the end of the file. */
function cutOff(text: string, answer: FormatError): FormatError {
  const cut = answer.token !== '' && text.endsWith(answer.token) && textLines(text).length === answer.line;
  return cut ? endOfFile(answer.line) : answer;
}

/** Leaves the parser from any depth; never leaves this file. */
class Misfit extends Error {
  readonly answer: FormatError;

  constructor(token: MifToken) {
    super(token.source);
    this.answer = token.kind === 'end' ? endOfFile(token.line) : syntaxError(token.line, token.source);
  }
}

type Value = { readonly kind: 'text' | 'word'; readonly text: string; readonly items: readonly string[] };
type Statements = ReadonlyMap<string, Value>;

const componentStatements = ['name', 'description', 'language'];
const groupStatements = ['name', 'id', 'class', 'key', 'pragma', 'description', 'language'];
const attributeStatements = ['name', 'id', 'access', 'storage', 'type', 'value', 'description', 'language'];

class MifParser {
  readonly #headers: MifHeader[] = [];
  readonly #tokens: readonly MifToken[];
  #position = 0;

  constructor(tokens: readonly MifToken[]) {
    this.#tokens = tokens.filter((token) => {
      if (token.kind !== 'header') return true;
      const header = mifHeaderOf(token.source);
      if (header !== undefined) this.#headers.push(header);
      return false;
    });
  }

  mif(): Mif {
    const groups: MifGroup[] = [];
    this.#words('Start', 'Component');
    const statements = this.#block('Component', componentStatements, (inner) => {
      if (inner !== 'group') return false;
      groups.push(this.#group());
      return true;
    });
    if (this.#next.kind !== 'end') throw new Misfit(this.#next);
    return { headers: this.#headers, name: statements.get('name')?.text ?? '', groups };
  }

  /** The one group that the text is; undefined where header comments stand in it. */
  onlyGroup(): MifGroup | undefined {
    this.#words('Start', 'Group');
    const group = this.#group();
    return this.#next.kind === 'end' && this.#headers.length === 0 ? group : undefined;
  }

  #group(): MifGroup {
    const attributes: MifAttribute[] = [];
    const statements = this.#block('Group', groupStatements, (inner) => {
      if (inner !== 'attribute') return false;
      attributes.push(this.#attribute());
      return true;
    });
    const pragma = statements.get('pragma')?.text;
    return {
      name: statements.get('name')?.text ?? '',
      id: Number(statements.get('id')?.text ?? 0),
      class: statements.get('class')?.text ?? '',
      key: statements.get('key')?.items.map(Number) ?? [],
      ...(pragma === undefined ? {} : { pragma }),
      attributes,
    };
  }

  #attribute(): MifAttribute {
    const statements = this.#block('Attribute', attributeStatements, () => false);
    const value = statements.get('value');
    const [typeName = 'String', length] = statements.get('type')?.items ?? [];
    const type: MifType = { name: typeName, ...(length === undefined ? {} : { length: Number(length) }) };
    return {
      name: statements.get('name')?.text ?? '',
      id: Number(statements.get('id')?.text ?? 0),
      access: statements.get('access')?.text ?? 'READ-ONLY',
      storage: statements.get('storage')?.text ?? 'Specific',
      type,
      value: value?.kind === 'word' ? Number(value.text) : (value?.text ?? ''),
    };
  }

  /** Reads statements and inner blocks up to `End <name>`; `inner` reads a block of the named kind or refuses it. */
  #block(name: string, allowed: readonly string[], inner: (kind: string) => boolean): Statements {
    const statements = new Map<string, Value>();
    for (;;) {
      const token = this.#take('word');
      const word = token.source.toLowerCase();
      if (word === 'end') {
        this.#words(name);
        return statements;
      }
      if (word === 'start') {
        const kind = this.#take('word');
        if (!inner(kind.source.toLowerCase())) throw new Misfit(kind);
      } else if (allowed.includes(word)) statements.set(word, this.#statement(word));
      else throw new Misfit(token);
    }
  }

  #statement(word: string): Value {
    this.#sign('=');
    if (word === 'id') return this.#numbers(1);
    if (word === 'key') return this.#numbers(Number.POSITIVE_INFINITY);
    if (word === 'type') return this.#type();
    const token = this.#next;
    if (token.kind === 'text') {
      this.#position++;
      const text = unquoted(token.source);
      return { kind: 'text', text, items: [text] };
    }
    this.#take('word');
    if (word === 'value' ? !isNumber(token) : word !== 'access' && word !== 'storage') throw new Misfit(token);
    return { kind: 'word', text: token.source, items: [token.source] };
  }

  #numbers(most: number): Value {
    const items: string[] = [];
    do {
      const token = this.#take('word');
      if (!/^\d+$/.test(token.source)) throw new Misfit(token);
      items.push(token.source);
    } while (items.length < most && this.#skip(','));
    return { kind: 'word', text: items[0] ?? '', items };
  }

  #type(): Value {
    const name = this.#take('word').source;
    if (!this.#skip('(')) return { kind: 'word', text: name, items: [name] };
    const length = this.#numbers(1).text;
    this.#sign(')');
    return { kind: 'word', text: name, items: [name, length] };
  }

  get #next(): MifToken {
    return this.#tokens[this.#position] ?? { kind: 'end', source: '', line: 1 };
  }

  #take(kind: MifToken['kind']): MifToken {
    const token = this.#next;
    if (token.kind !== kind) throw new Misfit(token);
    this.#position++;
    return token;
  }

  #words(...expected: readonly string[]): void {
    for (const word of expected) {
      const token = this.#take('word');
      if (token.source.toLowerCase() !== word.toLowerCase()) throw new Misfit(token);
    }
  }

  #sign(sign: string): void {
    if (!this.#skip(sign)) throw new Misfit(this.#next);
  }

  #skip(sign: string): boolean {
    const found = this.#next.kind === 'sign' && this.#next.source === sign;
    if (found) this.#position++;
    return found;
  }
}

function mifHeaderOf(comment: string): MifHeader | undefined {
  const match = /^\/\/\s*(\w+)\s*((?:<[^<>]*>\s*)+)$/.exec(comment);
  const keyword = mifHeaderKeywords.find((known) => known === match?.[1]);
  if (match === null || keyword === undefined) return undefined;
  return { keyword, values: [...(match[2] ?? '').matchAll(/<([^<>]*)>/g)].map(([, value]) => value ?? '') };
}

function isNumber(token: MifToken): boolean {
  return /^-?\d+$/.test(token.source);
}
