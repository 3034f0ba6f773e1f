import type { FileFacts } from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { clientFolder, clientFolders } from './client-folders.ts';
import { differingFiles, placeFiles } from './component-files.ts';

/** What a program remembers of the files it fetches from an access point or a logon point. */
export interface Bundle {
  source: string;
  target: string;
  /** Names of the files that have not been fetched yet. */
  waiting: string[];
}

/** The memory of a program that fetches bundles. */
export interface BundleMemory {
  bundle: Bundle;
}

/** Nothing to fetch. */
export function noBundle(): Bundle {
  return { source: '', target: '', waiting: [] };
}

/** One step of fetching: `copied` or `copy failed` follows as a message when a copy was started. */
export function copyNextFile<Memory extends BundleMemory>(): Effect<Memory> {
  return {
    answers: ['all copied', 'cannot copy'],
    run: (self) => {
      const { bundle } = self.memory;
      const file = bundle.waiting.shift();
      if (file === undefined) return 'all copied';
      const started = self.copy(`${bundle.source}\\${file}`, `${staging(self)}\\${file}`);
      return started.ok ? undefined : 'cannot copy';
    },
  };
}

/** Lists what is to be fetched. A bundle comes whole, even where its files are there already (Q246040). */
export function planBundle(
  self: Self<BundleMemory>,
  source: string,
  target: string,
  wanted: (file: FileFacts) => boolean = () => true,
): void {
  const listed = self.files.list(source);
  const files = (listed.ok ? listed.value : []).filter(wanted);
  self.files.createFolder(staging(self));
  self.memory.bundle = { source, target, waiting: files.map(({ name }) => name) };
}

/**
 * Puts what was fetched where it belongs: everything, or only what differs from what is there (Q277783). The value is
 * whether any file was placed.
 */
export function placeBundle(self: Self<BundleMemory>, leavesEqual: boolean): boolean {
  const folder = staging(self);
  const { target } = self.memory.bundle;
  const files = leavesEqual ? differingFiles(self, folder, target) : filesIn(self, folder);
  const placed = placeFiles(self, folder, target, files);
  dropBundle(self);
  return placed;
}

/** Whether anything was fetched of which the client has no equal. */
export function bundleDiffers(self: Self<BundleMemory>): boolean {
  return differingFiles(self, staging(self), self.memory.bundle.target).length > 0;
}

/** What was fetched, with the paths where it lies. */
export function stagedFiles(self: Self): readonly { readonly name: string; readonly path: string }[] {
  const folder = staging(self);
  return filesIn(self, folder).map(({ name }) => ({ name, path: `${folder}\\${name}` }));
}

/** Forgets what was fetched. */
export function dropBundle(self: Self): void {
  for (const { path } of stagedFiles(self)) self.files.delete(path);
}

/** Each program unpacks in a folder of its own. */
function staging(self: Self): string {
  return clientFolder(self.computer, `${clientFolders.unpacked}\\${self.id.split('/')[1] ?? ''}`);
}

function filesIn(self: Self, folder: string): readonly FileFacts[] {
  const listed = self.files.list(folder);
  return listed.ok ? listed.value : [];
}
