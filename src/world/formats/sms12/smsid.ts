import { documented, inferred } from '../../provenance.ts';

/** Three characters of the site, two of the range, three of the counter, each counting 0 to 9 and A to Z. */
export const smsidProvenance = documented('Q127052');

/** Q127052 calls the last five characters one number where a site has a single logon server (36^5 SMSIDs). */
export const smsidCarryProvenance = inferred('Q127052', 'A counter that passes ZZZ carries into the range.');

/** Once the current SMSID of a logon server is beyond this counter, Maintenance Manager gives it a new range. */
export const newRangeThreshold = 'Y00';

/** The first three characters: the site that made the SMSID, which may no longer be the site of the computer. */
export function siteOfSmsid(smsid: string): string {
  return smsid.slice(0, 3);
}

/** The two characters that belong to one logon server. */
export function rangeOfSmsid(smsid: string): string {
  return smsid.slice(3, 5);
}

/** Whether a text has the form of an SMSID. */
export function isSmsid(text: string): boolean {
  return /^[0-9A-Z]{8}$/i.test(text);
}

/** How many SMSIDs of its range were given out before this one. */
export function smsidsBefore(smsid: string): number {
  return Number.parseInt(smsid.slice(5), 36);
}

/** The SMSID after this one: what a client renames the .UID file to. */
export function nextSmsid(smsid: string): string {
  return withNumber(smsid, Number.parseInt(smsid.slice(3), 36) + 1);
}

/** The first SMSID of the range; collected files of a computer lie in a folder of that name. */
export function firstOfRange(smsid: string): string {
  return `${smsid.slice(0, 5)}000`;
}

/** The first SMSID of the following range: what `Next SMS Unique ID` in the registry counts in. */
export function nextRange(smsid: string): string {
  return withNumber(smsid, Number.parseInt(`${rangeOfSmsid(smsid)}000`, 36) + 36 ** 3);
}

/** Whether the SMSID that a logon server would give out next is so near the end that it gets a new range. */
export function needsNewRange(smsid: string): boolean {
  return smsidsBefore(smsid) > Number.parseInt(newRangeThreshold, 36);
}

/** `LAM0000L.UID`: the next SMSID of a logon server is the name of the only file in its folder SMSID. */
export function uidFileName(smsid: string): string {
  return `${smsid}.UID`;
}

/** The SMSID that a .UID file offers; undefined for any other file. */
export function smsidOfUidFile(name: string): string | undefined {
  const match = /^([0-9A-Z]{8})\.UID$/i.exec(name);
  return match?.[1]?.toUpperCase();
}

function withNumber(smsid: string, number: number): string {
  const digits = (number % 36 ** 5).toString(36).toUpperCase().padStart(5, '0');
  return `${siteOfSmsid(smsid)}${digits}`;
}
