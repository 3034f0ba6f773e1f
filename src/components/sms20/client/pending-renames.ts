import { iniEntries, iniOf, parseIni, pendingRenamesPath, printIni } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { stagedFiles, type BundleMemory } from './bundle-copying.ts';

/** Leaves what was fetched to Windows 9x, which puts it in its place at the next start (Q264969). */
export function postponeFiles(self: Self<BundleMemory>): void {
  const path = pendingRenamesPath(self.computer);
  const known = self.files.readText(path);
  const before = known.ok ? iniEntries(parseIni(known.value), 'rename') : [];
  const { target } = self.memory.bundle;
  const added = stagedFiles(self).map(({ name, path: from }) => [`${target}\\${name}`, from] as const);
  self.files.writeText(path, printIni(iniOf([['rename', [...before, ...added]]])));
}
