import { day } from '../../../kernel/index.ts';
import {
  commandHistoryNameProvenance,
  documented,
  parseCommandHistory,
  parseResyncFile,
  printCommandHistory,
  scanRule,
  smsIniTime,
  smsIniValue,
  type ResyncCommand,
} from '../../../world/index.ts';
import { typed } from './agent-command-line.ts';
import type { AgentKind, AgentSelf } from './agent-memory.ts';
import { clientPath, readSmsIni } from './client-files.ts';

const comparison = documented(
  'Q193746',
  'A request is new if its time is another one than the remembered; the guide says: if it is later.',
);

const intervals = documented('Q126642, Q151620');

/** What is to be scanned in this run, and whether the result replaces the record (Q164886, Q191337, Q193746). */
export function decide(self: AgentSelf, kind: AgentKind): 'scan due' | 'nothing due' {
  const { memory } = self;
  const full = typed(self, '/X') && self.trait('knows /X') === true;
  const forced = typed(self, '/F');
  const request = self.trait('answers resync requests') === true ? newRequest(self, kind) : undefined;
  const everything = forced || full || memory.moved || request !== undefined;
  memory.request = request?.time ?? 0;
  memory.hardwareDue = everything || isDue(self, 'lastHardwareScan', 'hardwareScanInterval');
  memory.softwareDue = everything || isDue(self, 'lastSoftwareScan', 'softwareScanInterval');
  const flags = self.trait('sets the resync flag with /F and after a move') === true;
  memory.resync = request !== undefined || ((forced || memory.moved) && flags);
  return memory.hardwareDue || memory.softwareDue ? 'scan due' : 'nothing due';
}

/** Remembers the request that has been answered, so that it is not answered again (Q193746). */
export function rememberRequest(self: AgentSelf, kind: AgentKind): void {
  if (self.memory.request === 0) return;
  self.restsOn('name of the command history', commandHistoryNameProvenance);
  const text = printCommandHistory([{ command: 'RESYNC', time: self.memory.request }]);
  self.files.writeText(clientPath('DATA', kind.commandHistory), text);
}

/** The own SMSID is looked for in RESYNC.CFG, or in the file that Client Monitor has fetched for it alone. */
function newRequest(self: AgentSelf, kind: AgentKind): ResyncCommand | undefined {
  const { source, smsid } = self.memory;
  const name = kind.output === 'local RAW' ? `${smsid}.CFG` : 'RESYNC.CFG';
  const text = self.files.readText(`${source}\\${name}`);
  const commands = text.ok ? parseResyncFile(text.value) : undefined;
  const own = commands?.ok === true ? commands.value.find((one) => one.smsid === smsid) : undefined;
  if (own === undefined) return undefined;
  self.restsOn('comparison of resync requests', comparison);
  const remembered = rememberedTime(self, kind);
  const isNew = self.trait('takes a request of another time for new') === true;
  return (isNew ? own.time !== remembered : own.time > (remembered ?? 0)) ? own : undefined;
}

function rememberedTime(self: AgentSelf, kind: AgentKind): number | undefined {
  const text = self.files.readText(clientPath('DATA', kind.commandHistory));
  const history = text.ok ? parseCommandHistory(text.value) : undefined;
  return history?.ok === true ? history.value.at(-1)?.time : undefined;
}

function isDue(
  self: AgentSelf,
  last: 'lastHardwareScan' | 'lastSoftwareScan',
  interval: 'hardwareScanInterval' | 'softwareScanInterval',
): boolean {
  const ini = readSmsIni(self);
  const scanned = ini === undefined ? undefined : smsIniTime(ini, last);
  if (ini === undefined || scanned === undefined) return true;
  self.restsOn('scan intervals', intervals);
  const rule = scanRule(Number(smsIniValue(ini, interval) ?? 0));
  return rule === 'always' || self.now() >= scanned + rule.days * day;
}
