import { hour, civilTime, instantOf, minute, day } from '../../../kernel/index.ts';
import { assumed, documented, printStatusMessageFile, toUniversal, zoneOffset } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { unusedName } from '../generated-names.ts';
import { clientFolder, clientFolders } from './client-folders.ts';
import { queueForCopy } from './copy-queue-items.ts';

/** What an agent of a client reports to its site. */
interface ClientStatus {
  readonly component: string;
  readonly siteCode: string;
  readonly id: number;
  readonly inserts: readonly string[];
  /** The time is an hour ahead in the first week of daylight time, if that began on the first of the month. */
  readonly wrongInFirstWeek: boolean;
}

const numbers = assumed('An inventory that was taken is message 10500 of the agent.', 'Q295450');

/** Where the defect of the time comes from. */
export const firstWeekProvenance = documented('Q295450');

/** Writes a status message and hands it to Copy Queue; it travels by statmsgs.box (Q295450). */
export function reportClientStatus(self: Self, status: ClientStatus): void {
  const folder = clientFolder(self.computer, clientFolders.dataOutbox);
  self.files.createFolder(folder);
  const file = `${folder}\\${unusedName(self.files, folder, '.svf', self.random('status message names'))}`;
  const ahead = status.wrongInFirstWeek && inFirstWeek(self) ? hour : 0;
  const text = printStatusMessageFile({
    component: status.component,
    machine: self.computer.name,
    id: status.id,
    severity: 'I',
    type: 'M',
    module: 'SMS Client',
    siteCode: status.siteCode,
    processId: self.thread,
    threadId: self.thread,
    time: toUniversal(self.computer.zone, self.now()) + ahead,
    inserts: status.inserts,
  });
  self.record('status', String(status.id), `I ${status.inserts.join(', ')}`.trim());
  self.restsOn('numbers of client status messages', numbers);
  self.files.writeText(file, text);
  queueForCopy(self, { file, siteCode: status.siteCode, box: 'statmsgs.box', extension: '.svf' });
}

/** Daylight time began on the first day of this month, less than a week ago. */
function inFirstWeek(self: Self): boolean {
  const now = self.now();
  const { year, month, day: dayOfMonth } = civilTime(now);
  if (dayOfMonth > 7) return false;
  const { zone } = self.computer;
  const first = instantOf({ year, month }) - zoneOffset(zone, instantOf({ year, month })) * minute;
  return zoneOffset(zone, first + day) > zoneOffset(zone, first - hour);
}
