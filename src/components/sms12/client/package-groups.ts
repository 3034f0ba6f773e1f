import {
  assumed,
  fileName,
  folderOf,
  parsePackageConfiguration,
  printMifDate,
  type CollectedFile,
  type FileRule,
  type InventoryGroup,
  type PackageRule,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { foldersIn, filesIn } from '../../inbox-pass.ts';
import type { AgentSelf } from './agent-memory.ts';
import { groupsOf } from './standard-groups.ts';

const attributes = assumed('Of the attributes of a file rule the agents compare the name and the size.', 'Q160569');

const collection = assumed(
  'Packages are looked for and files collected in every run, whichever scan is due.',
  'Resource Guide for SMS 1.2 (How SMS Collects Files)',
);

/** Packages that lie on the fixed drives of the computer; without compiled rules the agents look for none. */
export function packageGroups(self: AgentSelf): readonly InventoryGroup[] {
  return packageGroupsBelow(self, `${self.memory.source}\\PKG_16.CFG`, fixedDrives(self));
}

/** Packages that lie below some folders, by the compiled rules at a path. */
export function packageGroupsBelow(
  self: Self,
  configuration: string,
  roots: readonly string[],
): readonly InventoryGroup[] {
  const found = packagesFound(self, configuration, roots);
  const rows = found.map(({ rule, files }) => packageRow(self, rule, files[0] ?? ''));
  return groupsOf('MICROSOFT|SOFTWARE|1.0', rows);
}

/** Files of the packages that are to be collected (Collect This File); they are sent whole with the inventory. */
export function collectedFiles(self: AgentSelf): readonly CollectedFile[] {
  const found = packagesFound(self, `${self.memory.source}\\PKG_16.CFG`, fixedDrives(self));
  const paths = found.flatMap(({ rules, files }) => files.filter((_path, index) => rules[index]?.collect === true));
  if (paths.length > 0) self.restsOn('collected files', collection);
  return [...new Set(paths)].flatMap((path) => {
    const [facts, content] = [self.files.stat(path), self.files.read(path)];
    return facts.ok && content.ok ? [{ path, modified: facts.value.modified, content: content.value }] : [];
  });
}

interface FoundPackage {
  readonly rule: PackageRule;
  /** The alternative that is there, and where its files lie. */
  readonly rules: readonly FileRule[];
  readonly files: readonly string[];
}

/** A package is there when every file of one of its alternatives is. */
function packagesFound(self: Self, configuration: string, roots: readonly string[]): readonly FoundPackage[] {
  const text = self.files.readText(configuration);
  const rules = text.ok ? parsePackageConfiguration(text.value) : undefined;
  if (rules === undefined || rules.length === 0) return [];
  self.restsOn('attributes of file rules', attributes);
  const present = roots.flatMap((root) => filesBelow(self, root));
  return rules.flatMap((rule) => {
    const alternatives = rule.alternatives.map((all) => ({
      ...{ rule, rules: all },
      files: all.flatMap((one) => fileFor(self, one, present) ?? []),
    }));
    const complete = alternatives.find(({ rules: all, files }) => files.length === all.length);
    return complete === undefined ? [] : [complete];
  });
}

function fixedDrives(self: AgentSelf): readonly string[] {
  const fixed = self.computer.files.drives().filter(({ kind }) => kind === 'fixed');
  return fixed.map(({ letter }) => `${letter}:`);
}

/** The row of a package names the first of its files. */
function packageRow(self: Self, rule: PackageRule, path: string): Readonly<Record<string, string | number>> {
  const row = { 'Package ID': rule.id, 'Software Name': rule.title };
  const facts = self.files.stat(path);
  const date = facts.ok ? { 'File Date': printMifDate(facts.value.modified) } : {};
  return { ...row, 'File Name': fileName(path), Path: folderOf(path), ...date };
}

function fileFor(self: Self, rule: FileRule, found: readonly string[]): string | undefined {
  const size = rule.attributes.find(([attribute]) => attribute === 'SIZE')?.[1];
  return found.find((path) => {
    if (fileName(path).toUpperCase() !== rule.name.toUpperCase()) return false;
    const facts = self.files.stat(path);
    return size === undefined || (facts.ok && facts.value.size === Number(size));
  });
}

function filesBelow(self: Self, folder: string): readonly string[] {
  return [...filesIn(self, folder, '*.*'), ...foldersIn(self, folder).flatMap((one) => filesBelow(self, one))];
}
