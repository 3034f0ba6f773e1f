import { civilTime, padded, type Instant } from '../../kernel/index.ts';
import type { FileFacts } from '../../world/index.ts';

/** A folder as cmd.exe of Windows NT 4.0 lists it; the two entries that lead out of it are left out at a root. */
export function dirText(folder: string, entries: readonly FileFacts[], free: number, own?: FileFacts): string {
  const dots = own === undefined ? [] : ['.', '..'].map((name) => dirLine({ ...own, name, isFolder: true }));
  const lines = [...dots, ...entries.map(dirLine)];
  const bytes = entries.reduce((sum, entry) => sum + entry.size, 0);
  const volume = folder.startsWith('\\\\') ? folder.split('\\').slice(0, 4).join('\\') : folder.charAt(0);
  return [
    ` Volume in drive ${volume} has no label.`,
    '',
    ` Directory of ${folder.length === 2 ? `${folder}\\` : folder}`,
    '',
    ...lines,
    `${String(lines.length).padStart(16)} File(s) ${grouped(bytes).padStart(14)} bytes`,
    `${grouped(free).padStart(38)} bytes free`,
  ].join('\n');
}

function dirLine({
  name,
  isFolder,
  size,
  modified,
}: Pick<FileFacts, 'name' | 'isFolder' | 'size' | 'modified'>): string {
  const middle = isFolder ? '        <DIR>          ' : `${grouped(size).padStart(22)} `;
  return `${stamp(modified)}${middle}${name}`;
}

/** `11/15/99  09:05a` */
function stamp(time: Instant): string {
  const t = civilTime(time);
  const date = `${padded(t.month)}/${padded(t.day)}/${padded(t.year % 100)}`;
  return `${date}  ${padded(t.hour % 12 === 0 ? 12 : t.hour % 12)}:${padded(t.minute)}${t.hour < 12 ? 'a' : 'p'}`;
}

/** `1,234,567` */
function grouped(value: number): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
