import type { MofClass, MofProperty, SmsDefMof } from './sms-def-mof.ts';
import { endOfFile, parsed, syntaxError } from './text-document.ts';
import type { FormatError, Parsed } from './text-document.ts';

/**
 * Reads `SMS_def.mof`. An error is what makes Mofcomp fail (Q237495), with its line and token. Qualifiers that SMS
 * does not know are skipped; comments are dropped.
 */
export function parseSmsDefMof(text: string): Parsed<SmsDefMof> {
  try {
    return parsed(new MofParser(text).mof());
  } catch (thrown) {
    if (thrown instanceof Misfit) return thrown.answer;
    throw thrown;
  }
}

interface MofToken {
  readonly source: string;
  readonly line: number;
}

/** Leaves the parser from any depth; never leaves this file. */
class Misfit extends Error {
  readonly answer: FormatError;

  constructor({ source, line }: MofToken) {
    super(source);
    this.answer = source === '' ? endOfFile(line) : syntaxError(line, source);
  }
}

const tokenPattern = /\s+|\/\/[^\r\n]*|\/\*[^]*?\*\/|#pragma[^\r\n]*|"(?:[^"\\\r\n]|\\.)*"|[A-Za-z_]\w*|-?\d+|[^]/gy;
const types =
  'string boolean datetime char16 real32 real64 uint8 uint16 uint32 uint64 sint8 sint16 sint32 sint64'.split(' ');
const known = { report: 'sms_report', groupName: 'sms_group_name', classId: 'sms_class_id' } as const;

class MofParser {
  readonly #tokens: readonly MofToken[];
  #position = 0;

  constructor(text: string) {
    this.#tokens = mofTokens(text);
  }

  mof(): SmsDefMof {
    const pragmas: string[] = [];
    const classes: MofClass[] = [];
    while (this.#next.source !== '') {
      if (this.#next.source.startsWith('#pragma')) pragmas.push(this.#take().source.trimEnd());
      else classes.push(this.#class());
    }
    return { pragmas, classes };
  }

  #class(): MofClass {
    const qualifiers = this.#qualifiers();
    this.#word('class');
    const name = this.#name();
    const base = this.#skip(':') ? this.#name() : undefined;
    this.#word('{');
    const properties: MofProperty[] = [];
    while (!this.#skip('}')) properties.push(this.#property());
    this.#word(';');
    const classId = qualifiers.get(known.classId);
    return {
      name,
      ...(base === undefined ? {} : { base }),
      report: qualifiers.get(known.report) === 'true',
      groupName: qualifiers.get(known.groupName) ?? name,
      ...(classId === undefined ? {} : { classId }),
      properties,
    };
  }

  #property(): MofProperty {
    const qualifiers = this.#qualifiers();
    const type = this.#take();
    if (!types.includes(type.source.toLowerCase())) throw new Misfit(type);
    const name = this.#name();
    const array = this.#skip('[');
    if (array) this.#word(']');
    this.#word(';');
    const report = qualifiers.get(known.report) === 'true';
    return { name, type: type.source.toLowerCase(), array, key: qualifiers.has('key'), report };
  }

  /** Names in lower case with their values: texts as they are, words in lower case, `true` where none is given. */
  #qualifiers(): ReadonlyMap<string, string> {
    const qualifiers = new Map<string, string>();
    if (!this.#skip('[')) return qualifiers;
    do {
      const name = this.#name().toLowerCase();
      const value = this.#skip('(') ? this.#value() : 'true';
      while (this.#skip(':')) this.#name();
      qualifiers.set(name, value);
    } while (this.#skip(','));
    this.#word(']');
    return qualifiers;
  }

  #value(): string {
    const token = this.#take();
    const { source } = token;
    const text = source.length > 1 && source.startsWith('"');
    const flag = /^(?:true|false)$/i.test(source);
    if (!text && !flag && !/^-?\d+$/.test(source)) throw new Misfit(token);
    this.#word(')');
    return text ? source.slice(1, -1).replace(/\\(["\\])/g, '$1') : source.toLowerCase();
  }

  #name(): string {
    const token = this.#take();
    if (!/^[A-Za-z_]/.test(token.source)) throw new Misfit(token);
    return token.source;
  }

  #word(expected: string): void {
    const token = this.#take();
    if (token.source.toLowerCase() !== expected) throw new Misfit(token);
  }

  #skip(sign: string): boolean {
    const found = this.#next.source === sign;
    if (found) this.#position++;
    return found;
  }

  get #next(): MofToken {
    return this.#tokens[this.#position] ?? { source: '', line: this.#tokens.at(-1)?.line ?? 1 };
  }

  #take(): MofToken {
    const token = this.#next;
    this.#position++;
    return token;
  }
}

function mofTokens(text: string): readonly MofToken[] {
  const tokens: MofToken[] = [];
  let line = 1;
  for (const [source] of text.matchAll(tokenPattern)) {
    const skipped = source.trim() === '' || source.startsWith('//') || source.startsWith('/*');
    if (!skipped) tokens.push({ source, line });
    line += source.split('\n').length - 1;
  }
  return tokens;
}
