import { documented } from '../provenance.ts';
import { textDocument, textLines } from './text-document.ts';

/** INI files are Windows' own; only what SMS keeps in them may be assumed. */
export const iniProvenance = documented('Q199747, Q266130', 'Windows profile files with sections and key=value lines.');

/** One line inside a section: a key with its value, or a text kept as it is (comment, blank line). */
export type IniLine =
  | { readonly kind: 'entry'; readonly key: string; readonly value: string }
  | { readonly kind: 'text'; readonly text: string };

/** A section; the lines above the first header form a section with an empty name. */
export interface IniSection {
  readonly name: string;
  readonly lines: readonly IniLine[];
}

/** A profile file in its own order. Section and key names compare without regard to case. */
export interface Ini {
  readonly sections: readonly IniSection[];
}

/** Reads any text: what is neither header nor entry is kept as text. White space around keys and values goes. */
export function parseIni(text: string): Ini {
  const sections: { name: string; lines: IniLine[] }[] = [];
  for (const line of textLines(text)) {
    const header = /^\s*\[(.*)\]\s*$/.exec(line);
    if (header !== null) sections.push({ name: header[1] ?? '', lines: [] });
    else {
      if (sections.length === 0) sections.push({ name: '', lines: [] });
      sections.at(-1)?.lines.push(iniLine(line));
    }
  }
  return { sections };
}

/** The file's text, lines ending with CR LF. */
export function printIni(ini: Ini): string {
  const lines = ini.sections.flatMap((section, index) => [
    ...(index === 0 && section.name === '' ? [] : [`[${section.name}]`]),
    ...section.lines.map((line) => (line.kind === 'entry' ? `${line.key}=${line.value}` : line.text)),
  ]);
  return textDocument(lines);
}

/** A file from plain sections, each a name and its keys with values. */
export function iniOf(sections: readonly (readonly [string, readonly (readonly [string, string])[]])[]): Ini {
  return {
    sections: sections.map(([name, entries]) => ({
      name,
      lines: entries.map(([key, value]) => ({ kind: 'entry', key, value })),
    })),
  };
}

/** The value of a key, as Windows finds it: the first match in the first section of that name. */
export function iniValue(ini: Ini, section: string, key: string): string | undefined {
  const lines = ini.sections.find(({ name }) => sameName(name, section))?.lines ?? [];
  for (const line of lines) if (line.kind === 'entry' && sameName(line.key, key)) return line.value;
  return undefined;
}

/** Keys and values of a section in file order; empty where there is no such section. */
export function iniEntries(ini: Ini, section: string): readonly (readonly [string, string])[] {
  const found = ini.sections.find(({ name }) => sameName(name, section));
  return found?.lines.flatMap((line) => (line.kind === 'entry' ? [[line.key, line.value] as const] : [])) ?? [];
}

/** The file with one value set: in its place if the key is there, else at the end of its section, made if missing. */
export function withIniValue(ini: Ini, section: string, key: string, value: string): Ini {
  const entry: IniLine = { kind: 'entry', key, value };
  const index = ini.sections.findIndex(({ name }) => sameName(name, section));
  const found = ini.sections[index];
  if (found === undefined) return { sections: [...ini.sections, { name: section, lines: [entry] }] };
  const at = found.lines.findIndex((line) => line.kind === 'entry' && sameName(line.key, key));
  const old = found.lines[at];
  const set: IniLine = old?.kind === 'entry' ? { ...old, value } : entry;
  const lines = old === undefined ? [...found.lines, set] : found.lines.with(at, set);
  return { sections: ini.sections.with(index, { ...found, lines }) };
}

/** The file without a key, or without the whole section where no key is given. */
export function withoutIniValue(ini: Ini, section: string, key?: string): Ini {
  if (key === undefined) return { sections: ini.sections.filter(({ name }) => !sameName(name, section)) };
  const stays = (line: IniLine) => line.kind !== 'entry' || !sameName(line.key, key);
  return {
    sections: ini.sections.map((one) =>
      sameName(one.name, section) ? { ...one, lines: one.lines.filter(stays) } : one,
    ),
  };
}

function iniLine(line: string): IniLine {
  const entry = /^\s*([^;=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line);
  if (entry === null) return { kind: 'text', text: line };
  return { kind: 'entry', key: entry[1] ?? '', value: entry[2] ?? '' };
}

function sameName(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}
