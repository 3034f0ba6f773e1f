import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from './surroundings.ts';

/**
 * Writes a file so that it is either whole or not there: beside its place first, then renamed. Folders on the way are
 * made.
 */
export async function writeWhole(file: string, content: string | Uint8Array | Iterable<string>): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(beside, content);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw cannot('write', file, error);
  }
}

/** Fills a new folder beside its place and renames it when it is whole; refuses a folder that holds something. */
export async function writeWholeFolder(folder: string, fill: (beside: string) => Promise<void>): Promise<void> {
  await refuseUnlessFree(folder);
  await mkdir(path.dirname(folder), { recursive: true });
  const beside = await mkdtemp(`${folder}.tmp-`);
  try {
    await fill(beside);
    await rm(folder, { recursive: true, force: true });
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}

async function refuseUnlessFree(folder: string): Promise<void> {
  const facts = await stat(folder).catch(() => undefined);
  if (facts === undefined) return;
  if (!facts.isDirectory()) throw new UsageError(`${folder} is a file, not a folder`);
  if ((await readdir(folder)).length > 0) throw new UsageError(`${folder} is not empty; name a new or empty folder`);
}

function cannot(what: string, file: string, error: unknown): UsageError {
  return new UsageError(`cannot ${what} ${file}: ${error instanceof Error ? error.message : String(error)}`);
}
