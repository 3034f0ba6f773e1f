import { assumed, parseCopyList, type CopyList } from '../../../world/index.ts';
import { clientProgramFolder } from '../folders.ts';
import { clientPath } from './client-files.ts';
import type { ClientPlatform } from './client-platform.ts';
import type { SetUpSelf } from './set-up-memory.ts';

const copyLists = assumed('Where a logon server has no copy list yet, client set-up copies nothing.', 'Q166771');

/** The copy list of the logon server for a platform. */
export function copyListOf(self: SetUpSelf, platform: ClientPlatform): CopyList {
  const text = self.files.readText(`${self.memory.share}\\${platform.copyList}`);
  self.restsOn('copy lists', copyLists);
  return parseCopyList(text.ok ? text.value : '');
}

/** The files of a copy list that the client lacks, or has with another size or time stamp (Q166771). */
export function filesToCopy(self: SetUpSelf, files: readonly string[]): string[] {
  return files.filter((file) => {
    const [theirs, ours] = [self.files.stat(sourceOf(self, file)), self.files.stat(clientPath('BIN', file))];
    return !(
      theirs.ok &&
      ours.ok &&
      theirs.value.size === ours.value.size &&
      theirs.value.modified === ours.value.modified
    );
  });
}

/** Where a client program lies on the logon server. */
export function sourceOf(self: SetUpSelf, file: string): string {
  return `${self.memory.share}\\${clientProgramFolder}\\${file}`;
}
