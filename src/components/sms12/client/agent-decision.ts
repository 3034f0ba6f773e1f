import { commandHistoryNameProvenance, documented, type ResyncCommand } from '../../../world/index.ts';
import { answeredRequest, rememberRequestOf, requestIn } from '../resync-requests.ts';
import { isScanDue } from '../scan-intervals.ts';
import { typed } from './agent-command-line.ts';
import type { AgentKind, AgentSelf } from './agent-memory.ts';
import { clientPath, readSmsIni } from './client-files.ts';

const comparison = documented(
  'Q193746',
  'A request is new if its time is another one than the remembered; the guide says: if it is later.',
);

/** What is to be scanned in this run, and whether the result replaces the record (Q164886, Q191337, Q193746). */
export function decide(self: AgentSelf, kind: AgentKind): 'scan due' | 'nothing due' {
  const { memory } = self;
  const full = typed(self, '/X') && self.trait('knows /X') === true;
  const forced = typed(self, '/F');
  const request = self.trait('answers resync requests') === true ? newRequest(self, kind) : undefined;
  const everything = forced || full || memory.moved || request !== undefined;
  memory.request = request?.time ?? 0;
  const ini = readSmsIni(self);
  memory.hardwareDue = everything || ini === undefined || isScanDue(self, ini, 'hardware');
  memory.softwareDue = everything || ini === undefined || isScanDue(self, ini, 'software');
  const flags = self.trait('sets the resync flag with /F and after a move') === true;
  memory.resync = request !== undefined || ((forced || memory.moved) && flags);
  return memory.hardwareDue || memory.softwareDue ? 'scan due' : 'nothing due';
}

/** Remembers the request that has been answered, so that it is not answered again (Q193746). */
export function rememberRequest(self: AgentSelf, kind: AgentKind): void {
  if (self.memory.request === 0) return;
  self.restsOn('name of the command history', commandHistoryNameProvenance);
  rememberRequestOf(self, clientPath('DATA', kind.commandHistory), self.memory.request);
}

/** The own SMSID is looked for in RESYNC.CFG, or in the file that Client Monitor has fetched for it alone. */
function newRequest(self: AgentSelf, kind: AgentKind): ResyncCommand | undefined {
  const { source, smsid } = self.memory;
  const name = kind.output === 'local RAW' ? `${smsid}.CFG` : 'RESYNC.CFG';
  const own = requestIn(self, `${source}\\${name}`, smsid);
  if (own === undefined) return undefined;
  self.restsOn('comparison of resync requests', comparison);
  const remembered = answeredRequest(self, clientPath('DATA', kind.commandHistory));
  const isNew = self.trait('takes a request of another time for new') === true;
  return (isNew ? own.time !== remembered : own.time > (remembered ?? 0)) ? own : undefined;
}
