import type { Computer } from './computer.ts';
import type { Opener } from './files/index.ts';
import { iniEntries, parseIni } from './formats/index.ts';
import { inferred } from './provenance.ts';

/** Files in use can only be replaced while Windows 9x starts: what Wininit.ini lists is moved then. */
export const pendingRenamesProvenance = inferred(
  'Q264969',
  'Windows 9x needs a restart for files in use; [rename] of Wininit.ini, target=source in order, is how it does that.',
);

/** `C:\WINDOWS\WININIT.INI`. */
export function pendingRenamesPath(computer: Pick<Computer, 'operatingSystem'>): string {
  return `${computer.operatingSystem.windowsFolder}\\WININIT.INI`;
}

const starting: Opener = { process: 'Wininit', account: 'SYSTEM', local: true, groups: ['Administrators'] };

/** Moves what Wininit.ini lists and renames it to Wininit.bak, as Windows 9x does when it starts. */
export function applyPendingRenames(computer: Computer): void {
  const path = pendingRenamesPath(computer);
  const content = computer.files.read(starting, path);
  if (!content.ok || !('text' in content.value)) return;
  for (const [target, source] of iniEntries(parseIni(content.value.text), 'rename')) {
    if (!computer.files.stat(starting, source).ok) continue;
    computer.files.delete(starting, target);
    computer.files.move(starting, source, target);
  }
  const kept = path.replace(/INI$/, 'BAK');
  computer.files.delete(starting, kept);
  computer.files.move(starting, path, kept);
}
