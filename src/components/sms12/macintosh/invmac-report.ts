import { documented, inferred, printIni, printReportMif, withSmsIniTime } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { rememberAnswer } from './invmac-commands.ts';
import { denied, smsidOf } from './invmac-set-up.ts';
import type { InvmacMemory } from './invmac.ts';
import { macintoshGroups } from './macintosh-groups.ts';
import { macintoshPath } from './macintosh-files.ts';

const place = documented('Q126642');

const name = inferred(
  'Q126642',
  'The MIF of a Macintosh is named after its SMSID, and takes the place of an older one.',
);

/** Writes the MIF into ISVMIF.BOX of the logon server, then the times of the scans into SMS.INI. */
export function reportInventory(self: Self<InvmacMemory>): string {
  self.restsOn('place of the MIF', place);
  self.restsOn('name of the MIF', name);
  const now = Math.floor(self.now() / 1000) * 1000;
  const scanned = withSmsIniTime(withSmsIniTime(self.memory.ini, 'lastHardwareScan', now), 'lastSoftwareScan', now);
  const isAnswer = self.memory.answers !== undefined;
  const report = { groups: macintoshGroups(self, now), ...(isAnswer ? { pragma: 'resync' as const } : {}) };
  const path = `${self.memory.share}\\ISVMIF.BOX\\${smsidOf(self.memory)}.MIF`;
  if (!self.files.writeText(path, printReportMif(report)).ok) return denied(self, 'Writing MIF file.');
  self.memory.ini = scanned;
  self.files.writeText(macintoshPath('SMS.INI'), printIni(scanned));
  rememberAnswer(self);
  return 'reported';
}
