import {
  documented,
  fileName,
  folderOf,
  iniValue,
  logonPointPath,
  parseIni,
  printIni,
  win32,
  withIniValue,
  type Ini,
} from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import { filesInHand } from './logon-domains.ts';
import type { LogonManagerMemory, LogonManagerSelf, PlannedCopy } from './logon-manager-memory.ts';
import { copyLogPath, logonPointSources, openBundle, type LogonPointFile } from './logon-point-files.ts';

/** How files get to the PDC, and who is noted for them. */
export const copyingEffects: Readonly<Record<string, Effect<LogonManagerMemory>>> = {
  'compare its files with the PDC': {
    answers: ['compared'],
    run: (self) => {
      self.restsOn('sources of the files of a logon point', logonPointSources);
      self.restsOn('programs in Clicore.exe', openBundle);
      self.memory.copied = [];
      self.memory.copies = filesInHand(self).flatMap((file) => copyOf(self, file));
      return 'compared';
    },
  },
  'start the next copy': { answers: ['refused', 'none left'], run: startNext },
  'note the copy': silent((self) => {
    const { source, target, listed } = copyInHand(self);
    self.log(`Copying ${source} to ${target}, OK`);
    if (listed !== '') self.memory.copied.push(listed);
  }),
  'log the failure': silent((self) => {
    const { source, target } = copyInHand(self);
    self.log(`Copying ${source} to ${target}, Failed, Win32 Error = ${Number(self.message.data?.['error'] ?? 0)}`);
  }),
  'write Copylog.tcf': { answers: ['written'], run: writeCopyLog },
};

const newer = documented('Q323652, Q263345', 'A shared file is copied when that of the site has a later time stamp.');

/** Shared files go there when they are newer, the site's own when they differ. */
function copyOf(self: LogonManagerSelf, file: LogonPointFile): PlannedCopy[] {
  self.restsOn('comparison of time stamps', newer);
  const target = logonPointPath(self.memory.controller, file.path);
  const own = self.files.stat(file.source);
  if (!own.ok) return [];
  const there = self.files.stat(target);
  const upToDate = there.ok && (file.shared ? there.value.modified >= own.value.modified : sameStamp(there, own));
  return upToDate ? [] : [{ source: file.source, target, listed: file.listed ? file.path : '' }];
}

function sameStamp(
  a: { readonly value: { readonly modified: number; readonly size: number } },
  b: { readonly value: { readonly modified: number; readonly size: number } },
): boolean {
  return a.value.modified === b.value.modified && a.value.size === b.value.size;
}

function startNext(self: LogonManagerSelf): string | undefined {
  const copy = self.memory.copies.shift() ?? null;
  self.memory.copy = copy;
  if (copy === null) return 'none left';
  let started = self.copy(copy.source, copy.target);
  if (!started.ok && started.error === win32.pathNotFound) {
    self.files.createFolder(folderOf(copy.target));
    started = self.copy(copy.source, copy.target);
  }
  return started.ok ? undefined : 'refused';
}

function copyInHand(self: LogonManagerSelf): PlannedCopy {
  const { copy } = self.memory;
  if (copy === null) throw new Error('Logon Server Manager has no copy in hand');
  return copy;
}

const section = 'FILE SOURCE';

/** Who is noted for a file depends on the build (Q249077, Q251070, Q264976). */
function writeCopyLog(self: LogonManagerSelf): string {
  const path = logonPointPath(self.memory.controller, copyLogPath);
  const text = self.files.readText(path);
  const before = parseIni(text.ok ? text.value : `[${section}]\r\n`);
  const files = filesInHand(self).filter(({ listed }) => listed);
  const after = files.reduce<Ini>(
    (ini, file) => (isToBeNoted(self, ini, file) ? withIniValue(ini, section, file.path, self.site.code) : ini),
    before,
  );
  const printed = printIni(after);
  if (text.ok && text.value === printed) return 'written';
  const written = self.files.writeText(path, printed);
  if (!written.ok) self.log(`Copying ${fileName(path)} to ${path}, Failed, Win32 Error = ${written.error}`);
  return 'written';
}

function isToBeNoted(self: LogonManagerSelf, ini: Ini, { path }: LogonPointFile): boolean {
  if (self.memory.copied.includes(path)) return true;
  if (self.trait('lists who copied a file') === false) return true;
  const noted = iniValue(ini, section, path) ?? '';
  return self.trait('repairs Copylog.tcf') === true && !/^[A-Za-z0-9]{3}$/.test(noted);
}
