import {
  assumed,
  fileName,
  folderOf,
  parsePackageConfiguration,
  type FileRule,
  type InventoryGroup,
  type PackageRule,
} from '../../../world/index.ts';
import { foldersIn, filesIn } from '../../inbox-pass.ts';
import type { AgentSelf } from './agent-memory.ts';
import { groupsOf } from './standard-groups.ts';

const attributes = assumed('Of the attributes of a file rule the agents compare the name and the size.', 'Q160569');

/** Packages that lie on the fixed drives of the computer; without compiled rules the agents look for none. */
export function packageGroups(self: AgentSelf): readonly InventoryGroup[] {
  const text = self.files.readText(`${self.memory.source}\\PKG_16.CFG`);
  const rules = text.ok ? parsePackageConfiguration(text.value) : undefined;
  if (rules === undefined || rules.length === 0) return [];
  self.restsOn('attributes of file rules', attributes);
  const found = filesOnDrives(self);
  const rows = rules.flatMap((rule) => packageRow(self, rule, found));
  return groupsOf('MICROSOFT|SOFTWARE|1.0', rows);
}

/** A package is there when every file of one of its alternatives is; its row names the first of them. */
function packageRow(
  self: AgentSelf,
  rule: PackageRule,
  found: readonly string[],
): readonly Readonly<Record<string, string | number>>[] {
  const files = rule.alternatives.map((all) => all.map((one) => fileFor(self, one, found)));
  const complete = files.find((all) => all.every((path) => path !== undefined));
  const [path] = complete ?? [];
  if (path === undefined) return [];
  const row = { 'Package ID': rule.id, 'Software Name': rule.title };
  return [{ ...row, 'File Name': fileName(path), Path: folderOf(path) }];
}

function fileFor(self: AgentSelf, rule: FileRule, found: readonly string[]): string | undefined {
  const size = rule.attributes.find(([attribute]) => attribute === 'SIZE')?.[1];
  return found.find((path) => {
    if (fileName(path).toUpperCase() !== rule.name.toUpperCase()) return false;
    const facts = self.files.stat(path);
    return size === undefined || (facts.ok && facts.value.size === Number(size));
  });
}

function filesOnDrives(self: AgentSelf): readonly string[] {
  const fixed = self.computer.files.drives().filter(({ kind }) => kind === 'fixed');
  return fixed.flatMap(({ letter }) => filesBelow(self, `${letter}:`));
}

function filesBelow(self: AgentSelf, folder: string): readonly string[] {
  return [...filesIn(self, folder, '*.*'), ...foldersIn(self, folder).flatMap((one) => filesBelow(self, one))];
}
