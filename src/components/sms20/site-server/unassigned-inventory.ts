import { day, hour, type Duration } from '../../../kernel/index.ts';
import { deleteInventoryOfUnassigned, inferred, isPrimary } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { onDatabase } from './database-access.ts';

/** When Discovery Data Manager deletes what is stored of computers that are assigned to no site (Q281107). */
export const nightProvenance = inferred(
  'Q281107',
  'The window is 00:00 to 05:00 by the server; the deletion begins one hour into it, or later where there is work.',
);

const begin = hour;
const end = 5 * hour;

/** What has to be remembered of the nights. */
export interface NightMemory {
  /** Number of the day of the latest deletion; before the first one lower than any. */
  night: number;
}

/** To 01:00 of the server's clock; at once where this night's deletion is overdue. */
export function untilTheNight(self: Self<NightMemory>): Duration {
  const now = self.now();
  const today = Math.floor(now / day);
  const time = now - today * day;
  if (time < begin) return begin - time;
  return time < end && self.memory.night < today ? 0 : day + begin - time;
}

/** Deletes hardware and software inventory of computers without a site; what fails waits for the next night. */
export function deleteInventory(self: Self<NightMemory>): string {
  self.memory.night = Math.floor(self.now() / day);
  if (isPrimary(self.site)) onDatabase(self, deleteInventoryOfUnassigned);
  return 'night is over';
}
