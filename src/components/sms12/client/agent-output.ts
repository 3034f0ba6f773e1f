import {
  assumed,
  documented,
  fileName,
  folderOf,
  matchesPattern,
  packageTitleLengths,
  printRawFile,
  printReportMif,
  rawRecordLength,
  rawRecordLengths,
  rawRecordType,
  win32,
  withSmsIniTime,
  type AppendedMif,
  type InventoryGroup,
} from '../../../world/index.ts';
import { filesIn } from '../../inbox-pass.ts';
import { nextFreeName } from '../free-names.ts';
import type { AgentKind, AgentSelf } from './agent-memory.ts';
import { clientPath, readSmsIni, writeSmsIni } from './client-files.ts';
import { clientPlatform } from './client-platform.ts';
import { takenGroups } from './inventory-groups.ts';
import { collectedFiles } from './package-groups.ts';

const names = documented('Q158993, Q162557', 'Without the fix the next free number of eight digits, else the SMSID.');

const mifNames = assumed('The MIF of an OS/2 client is named after its SMSID.', 'Q126642');

const abandoned = assumed('The user answers a sharing violation with Abort, and the agent ends.', 'Q162557');

/** Decides under which name the inventory is written; between this look and the first byte others may come first. */
export function findName(self: AgentSelf, kind: AgentKind): void {
  const folder = kind.output === 'local RAW' ? clientPath('INVDATA') : `${self.memory.source}\\${boxOf(kind)}`;
  self.restsOn('names of inventory files', kind.output === 'MIF' ? mifNames : names);
  const own = `${self.memory.smsid}.TMP`;
  const isOwn = kind.output !== 'RAW' || self.trait('names its output after the SMSID') === true;
  self.memory.output = `${folder}\\${isOwn ? own : nextFreeName(self, folder, '.TMP')}`;
}

/** Creates the work file and keeps it open, so that nobody else can (Q162557). */
export function createOutput(self: AgentSelf): 'created' | 'sharing violation' | 'refused' {
  const { output } = self.memory;
  const opened = self.files.open(output, { access: 'write', share: 'none', create: 'create always' });
  if (opened.ok) {
    self.memory.handle = opened.value;
    return 'created';
  }
  if (opened.error !== win32.sharingViolation) {
    self.log(`Cannot create ${output}. Win32 Error = ${opened.error}`);
    return 'refused';
  }
  self.restsOn('answer to a sharing violation', abandoned);
  self.show('SMS Inventory Agent', `Sharing violation writing ${output}. Abort, Retry, Fail?`);
  self.log(`Sharing violation: ${output}`);
  return 'sharing violation';
}

/** Fills the work file and gives it the extension for which the site server looks; a .TMP nobody takes. */
export function finishOutput(self: AgentSelf, kind: AgentKind): 'reported' | 'rename refused' {
  const { output, handle } = self.memory;
  if (handle !== undefined) self.files.close(handle);
  self.memory.handle = undefined;
  const stamped = stampScans(self);
  const text = kind.output === 'MIF' ? mifText(self) : rawText(self);
  const written = self.files.writeText(output, text);
  if (!written.ok) return refused(self, written.error);
  const target = targetOf(self, kind);
  self.files.delete(target);
  const moved = self.files.move(output, target);
  if (!moved.ok) return refused(self, moved.error);
  if (stamped !== undefined) writeSmsIni(self, stamped);
  self.log(`Inventory written to ${target}`);
  return 'reported';
}

function refused(self: AgentSelf, error: number): 'rename refused' {
  self.log(`${self.memory.output} cannot be completed. Win32 Error = ${error}`);
  return 'rename refused';
}

function boxOf(kind: AgentKind): string {
  return kind.output === 'MIF' ? 'ISVMIF.BOX' : 'INVENTRY.BOX';
}

/** A .TMP becomes a .RAW or .MIF of the same name; of a number that is taken meanwhile the next free one. */
function targetOf(self: AgentSelf, kind: AgentKind): string {
  const { output } = self.memory;
  const ending = kind.output === 'MIF' ? '.MIF' : '.RAW';
  const plain = output.replace(/\.TMP$/i, ending);
  const isNumber = matchesPattern(fileName(output), '????????.TMP') && !fileName(output).startsWith(self.memory.smsid);
  if (!isNumber || !self.files.exists(plain)) return plain;
  return `${folderOf(output)}\\${nextFreeName(self, folderOf(output), ending)}`;
}

/** SMS.INI with the times of the scans of this run, whole seconds of the client's clock. */
function stampScans(self: AgentSelf): ReturnType<typeof readSmsIni> {
  const now = Math.floor(self.now() / 1000) * 1000;
  const ini = readSmsIni(self);
  if (ini === undefined) return undefined;
  const hardware = self.memory.hardwareDue ? withSmsIniTime(ini, 'lastHardwareScan', now) : ini;
  return self.memory.softwareDue ? withSmsIniTime(hardware, 'lastSoftwareScan', now) : hardware;
}

function rawText(self: AgentSelf): string {
  const ntCpu = Number(self.trait('length of the NT CPU record (bytes)'));
  const titles = packageTitleLengths.released;
  const lengths = rawRecordLengths(ntCpu, titles);
  const isNt = clientPlatform(self.computer)?.isNt === true;
  const recordOf = (group: InventoryGroup) => {
    const type = rawRecordType(group.class, isNt);
    return { type, length: rawRecordLength(group, type, lengths, titles), group };
  };
  return printRawFile({
    versionStamp: '1.2',
    smsid: self.memory.smsid,
    time: Math.floor(self.now() / 1000) * 1000,
    resync: self.memory.resync,
    records: takenGroups(self).map(recordOf),
    mifs: appendedMifs(self),
    collected: collectedFiles(self),
  });
}

function mifText(self: AgentSelf): string {
  return printReportMif({ groups: takenGroups(self), ...(self.memory.resync ? { pragma: 'resync' } : {}) });
}

/** NOIDMIFs of other programs go along at the end of the RAW (Q126642, Q160718). */
function appendedMifs(self: AgentSelf): readonly AppendedMif[] {
  return filesIn(self, clientPath('NOIDMIFS'), '*.MIF').flatMap((path) => {
    const text = self.files.readText(path);
    return text.ok ? [{ name: fileName(path), text: text.value }] : [];
  });
}
