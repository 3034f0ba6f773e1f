import { day } from '../../../kernel/index.ts';
import {
  assumed,
  documented,
  parseCommandHistory,
  parseResyncFile,
  printCommandHistory,
  scanRule,
  smsIniTime,
  smsIniValue,
  type Ini,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { resyncFile } from './invmac-start.ts';
import type { InvmacMemory } from './invmac.ts';
import { macintoshPath } from './macintosh-files.ts';
import { smsidOf } from './invmac-set-up.ts';

const intervals = documented('Q126642, Q151620');

const memory = assumed(
  'A Macintosh remembers the time of the request it has answered, as the agents of PCs do.',
  'Q172533, Q193746',
);

/** A command of Resync.cfg makes a scan due, and so does time. */
export function lookForWork(self: Self<InvmacMemory>): string {
  self.restsOn('scan intervals', intervals);
  const request = self.trait('answers a resync') === true ? newRequest(self) : undefined;
  self.memory.answers = request;
  const { ini } = self.memory;
  const hardware = isDue(self, ini, 'lastHardwareScan', 'hardwareScanInterval');
  const software = isDue(self, ini, 'lastSoftwareScan', 'softwareScanInterval');
  return request !== undefined || hardware || software ? 'scan due' : 'nothing due';
}

/** Remembers the request that has been answered. */
export function rememberAnswer(self: Self<InvmacMemory>): void {
  const { answers } = self.memory;
  if (answers === undefined) return;
  self.restsOn('memory of resyncs', memory);
  const text = printCommandHistory([{ command: 'RESYNC', time: answers }]);
  self.files.writeText(macintoshPath('CMNDHIS.MAC'), text);
}

/** The time of a request for this Macintosh that is another than the one it has answered (Q193746). */
function newRequest(self: Self<InvmacMemory>): number | undefined {
  const text = self.files.readText(resyncFile(self.memory));
  const commands = text.ok ? parseResyncFile(text.value) : undefined;
  if (commands?.ok !== true) return undefined;
  const own = commands.value.find(({ smsid }) => smsid === smsidOf(self.memory));
  return own === undefined || own.time === answered(self) ? undefined : own.time;
}

function answered(self: Self<InvmacMemory>): number | undefined {
  const text = self.files.readText(macintoshPath('CMNDHIS.MAC'));
  const history = text.ok ? parseCommandHistory(text.value) : undefined;
  return history?.ok === true ? history.value.at(-1)?.time : undefined;
}

function isDue(
  self: Self<InvmacMemory>,
  ini: Ini,
  last: 'lastHardwareScan' | 'lastSoftwareScan',
  interval: 'hardwareScanInterval' | 'softwareScanInterval',
): boolean {
  const scanned = smsIniTime(ini, last);
  const rule = scanRule(Number(smsIniValue(ini, interval) ?? 0));
  return scanned === undefined || rule === 'always' || self.now() >= scanned + rule.days * day;
}
