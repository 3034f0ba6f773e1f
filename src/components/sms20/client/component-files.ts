import { assumed, systemOpener, type FileFacts } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { clientFolder, clientFolders } from './client-folders.ts';

/** The articles name bundles and what they install, not how they are packed. */
export const bundleProvenance = assumed(
  'The files of a component on the access point are those that its bundle installs.',
  'Q246331',
);

/** Where the files of a component go, by its folder on the access point in lower case. */
const folders: Readonly<Record<string, string>> = {
  hinv: clientFolders.hardware,
  sinv: clientFolders.software,
  smsapm32: 'Clicomp\\Apa\\Bin',
  swdist: 'Clicomp\\SWDist32\\Bin',
};

/** The folder of a component below the client's root; one that is not listed has a folder of its own name. */
export function componentFolder(self: Self, directory: string): string {
  return clientFolder(self.computer, folders[directory.toLowerCase()] ?? `Clicomp\\${directory}`);
}

/** The files in a folder of which the client has no equal in another: version and size are compared (Q277783). */
export function differingFiles(self: Self, source: string, target: string): readonly FileFacts[] {
  const listed = self.files.list(source);
  return (listed.ok ? listed.value : []).filter((file) => {
    const own = self.files.stat(`${target}\\${file.name}`);
    return !own.ok || own.value.version !== file.version || own.value.size !== file.size;
  });
}

/** Puts files of a folder into another one of this client; false: none could be written. */
export function placeFiles(self: Self, source: string, target: string, files: readonly FileFacts[]): boolean {
  self.restsOn('files of a component', bundleProvenance);
  self.files.createFolder(target);
  let placed = false;
  for (const { name, modified, version } of files) {
    const content = self.files.read(`${source}\\${name}`);
    if (!content.ok) continue;
    const options = { modified, ...(version === undefined ? {} : { version }) };
    placed = self.files.write(`${target}\\${name}`, content.value, options).ok || placed;
  }
  return placed;
}

/** Takes the folder of a component away. */
export function removeFiles(self: Self, directory: string): void {
  const opener = { ...systemOpener, process: self.id };
  self.computer.files.removeFolder(opener, componentFolder(self, directory), { recursive: true });
}
