import type { FileAttribute, FileRule, PackageRule } from './package-rules.ts';

/** How many values follow each attribute. */
const attributeFields: Readonly<Record<FileAttribute, number>> = {
  BYTE: 2,
  CHECKSUM: 3,
  CRC: 3,
  DATE: 1,
  LONG: 2,
  SIZE: 1,
  STRING: 2,
  TIME: 1,
  WORD: 2,
};

/** Reads a line of PACKAGE.RUL; undefined where it does not compile. */
export function readPackageRule(line: string): PackageRule | undefined {
  const [keyword, id, title, ...rest] = [...line.matchAll(/"([^"]*)"|\S+/g)];
  const alternatives = new FileReader(rest).alternatives();
  if (keyword?.[0].toUpperCase() !== 'PACKAGE' || !/^\d+$/.test(id?.[0] ?? '')) return undefined;
  if (title?.[1] === undefined || alternatives === undefined) return undefined;
  return { id: Number(id?.[0]), title: title[1], alternatives };
}

/** Reads `FILE ... AND FILE ... OR FILE ...` from the words of a line. */
class FileReader {
  readonly #words: readonly RegExpExecArray[];
  #position = 0;

  constructor(words: readonly RegExpExecArray[]) {
    this.#words = words;
  }

  alternatives(): readonly (readonly FileRule[])[] | undefined {
    const alternatives: FileRule[][] = [[]];
    for (;;) {
      const file = this.#file();
      if (file === undefined) return undefined;
      alternatives.at(-1)?.push(file);
      if (this.#position === this.#words.length) return alternatives;
      const joint = this.#take();
      if (joint === 'OR') alternatives.push([]);
      else if (joint !== 'AND') return undefined;
    }
  }

  #file(): FileRule | undefined {
    const keyword = this.#take();
    const name = this.#value();
    const attributes: [FileAttribute, ...string[]][] = [];
    let collect = false;
    if (keyword !== 'FILE' || name === undefined || name === '') return undefined;
    for (let word = this.#next; word !== undefined && word !== 'AND' && word !== 'OR'; word = this.#next) {
      this.#position++;
      if (word === 'COLLECT') collect = true;
      else {
        const attribute = this.#attribute(word);
        if (attribute === undefined) return undefined;
        attributes.push(attribute);
      }
    }
    return { name, collect, attributes };
  }

  #attribute(word: string): [FileAttribute, ...string[]] | undefined {
    const attribute = (Object.keys(attributeFields) as FileAttribute[]).find((one) => one === word);
    if (attribute === undefined) return undefined;
    const values = Array.from({ length: attributeFields[attribute] }, () => this.#value());
    const wrong = values.some((value, index) => {
      const isNumber = attribute !== 'DATE' && attribute !== 'TIME' && !(attribute === 'STRING' && index === 1);
      return value === undefined || (isNumber && !/^(?:\d+|0x[0-9a-f]+)$/i.test(value));
    });
    return wrong ? undefined : [attribute, ...values.map((value) => value ?? '')];
  }

  get #next(): string | undefined {
    return this.#words[this.#position]?.[0].toUpperCase();
  }

  #take(): string | undefined {
    const word = this.#next;
    this.#position++;
    return word;
  }

  #value(): string | undefined {
    const word = this.#words[this.#position++];
    return word?.[1] ?? (word?.[0].includes('"') === true ? undefined : word?.[0]);
  }
}
