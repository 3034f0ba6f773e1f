import { documented, nextSmsid, smsidOfUidFile, uidFileName } from '../../world/index.ts';
import type { Self } from '../component.ts';

const allocation = documented('Q127052, Q269774');

/**
 * Takes an SMSID from a logon server: the name of the only .UID file in its folder is the SMSID, and the file is
 * renamed to the next one. Undefined where there is not exactly one file, or it cannot be renamed.
 */
export function allocateSmsid(self: Self, share: string): string | undefined {
  self.restsOn('SMSIDs', allocation);
  const folder = `${share}\\SMSID`;
  const listed = self.files.list(folder, '*.UID');
  const [name, ...more] = listed.ok ? listed.value.map((entry) => entry.name) : [];
  const smsid = name === undefined || more.length > 0 ? undefined : smsidOfUidFile(name);
  if (smsid === undefined || name === undefined) return undefined;
  return self.files.move(`${folder}\\${name}`, `${folder}\\${uidFileName(nextSmsid(smsid))}`).ok ? smsid : undefined;
}
