import { mkdir, truncate, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Content, SavedFiles } from '../world/index.ts';
import { hostNames } from './host-name.ts';

type Entries = SavedFiles['entries'];
type SavedEntry = Entries[number][2];

/** Writes the files of one computer below a folder, drives as folders `C`, `D`; names are escaped for any host. */
export async function exportFiles(entries: Entries, folder: string): Promise<void> {
  const names = namesOnHost(entries);
  for (const [place, , entry] of entries) {
    const target = path.join(folder, ...partsOf(place).map((_part, index) => nameAt(names, place, index)));
    if (entry.isFolder) await mkdir(target, { recursive: true });
    else await exportFile(target, entry);
  }
}

/** Text is written as it is; of other files only the size is known, and that many zero bytes stand for them. */
async function exportFile(target: string, entry: SavedEntry): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, textOf(entry.content), 'latin1');
  if (!('text' in entry.content)) await truncate(target, entry.content.size);
  const seconds = entry.modified / 1000;
  await utimes(target, seconds, seconds);
}

function textOf(content: Content): string {
  return 'text' in content ? content.text : '';
}

/** The host's name for each path, found folder by folder, because names clash only within one folder. */
function namesOnHost(entries: Entries): ReadonlyMap<string, string> {
  const byFolder = new Map<string, string[]>();
  for (const [place] of entries) {
    const parts = partsOf(place);
    const parent = parts.slice(0, -1).join('\\');
    byFolder.set(parent, [...(byFolder.get(parent) ?? []), parts.at(-1) ?? '']);
  }
  const names = new Map<string, string>();
  for (const [parent, children] of byFolder) {
    const escaped = hostNames(children.map((child) => (parent === '' ? child.replace(/:$/, '') : child)));
    for (const [index, child] of children.entries()) names.set(joined(parent, child), escaped[index] ?? child);
  }
  return names;
}

function nameAt(names: ReadonlyMap<string, string>, place: string, index: number): string {
  const parts = partsOf(place);
  return names.get(parts.slice(0, index + 1).join('\\')) ?? 'unnamed';
}

function partsOf(place: string): readonly string[] {
  return place.split('\\').filter((part) => part !== '');
}

function joined(parent: string, child: string): string {
  return parent === '' ? child : `${parent}\\${child}`;
}
