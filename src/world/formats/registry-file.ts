import { assumed } from '../provenance.ts';
import { textDocument } from './text-document.ts';

/** The export format of the registry editors of Windows NT 4.0 and Windows 95, from general knowledge of it. */
export const registryFileProvenance = assumed('REGEDIT4 text as RegEdit of that time imports it; no article shows it.');

/** One key and its values, for an export. */
export interface RegistryFileKey {
  /** `HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\SMS`. */
  readonly path: string;
  readonly values: readonly RegistryFileValue[];
}

/** A value; an empty name means the default value of the key. */
export type RegistryFileValue = { readonly name: string } & (
  | { readonly type: 'REG_SZ' | 'REG_EXPAND_SZ'; readonly data: string }
  | { readonly type: 'REG_DWORD'; readonly data: number }
  | { readonly type: 'REG_MULTI_SZ'; readonly data: readonly string[] }
  | { readonly type: 'REG_BINARY'; readonly data: readonly number[] }
);

/** The text of a `.reg` file, which RegEdit can import. Characters beyond the ANSI page become question marks. */
export function printRegistryFile(keys: readonly RegistryFileKey[]): string {
  const sections = keys.flatMap(({ path, values }) => [`[${path}]`, ...values.flatMap(valueLines), '']);
  return textDocument(['REGEDIT4', '', ...sections]);
}

function valueLines(value: RegistryFileValue): readonly string[] {
  const name = value.name === '' ? '@' : quoted(value.name);
  switch (value.type) {
    case 'REG_SZ':
      return [`${name}=${quoted(value.data)}`];
    case 'REG_DWORD':
      return [`${name}=dword:${(value.data >>> 0).toString(16).padStart(8, '0')}`];
    case 'REG_EXPAND_SZ':
      return hexLines(`${name}=hex(2):`, ansi(`${value.data}\0`));
    case 'REG_MULTI_SZ':
      return hexLines(`${name}=hex(7):`, ansi(`${value.data.map((text) => `${text}\0`).join('')}\0`));
    case 'REG_BINARY':
      return hexLines(`${name}=hex:`, value.data);
  }
}

/** Bytes in hexadecimal; RegEdit breaks its lines before column 80 and continues them with a backslash. */
function hexLines(head: string, bytes: readonly number[]): readonly string[] {
  const lines: string[] = [];
  let line = head;
  for (const [index, byte] of bytes.entries()) {
    const piece = `${byte.toString(16).padStart(2, '0')}${index < bytes.length - 1 ? ',' : ''}`;
    if (line.length + piece.length > 78) {
      lines.push(`${line}\\`);
      line = '  ';
    }
    line += piece;
  }
  return [...lines, line];
}

function ansi(text: string): readonly number[] {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 256 ? code : 63;
  });
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
