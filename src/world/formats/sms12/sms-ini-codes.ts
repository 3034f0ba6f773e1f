import { assumed, documented } from '../../provenance.ts';

/** The numbers in SMS.INI and what they mean. */
export const smsIniCodesProvenance = documented('Q151620, Q155593, Q171329, Resource Guide for SMS 1.2 (SMS.INI)');

/** `OS` in [SMS]: under which operating system the client was installed. */
export const operatingSystemCodes = {
  'MS-DOS': 1,
  'Windows 3.x': 2,
  'OS/2': 3,
  'Windows NT': 4,
  'Windows 95': 5,
} as const;

/** The guide's numbers end with Windows 95. */
export const macintoshCodeProvenance = assumed('A Macintosh has OS=6.', 'Resource Guide for SMS 1.2 (SMS.INI)');

/** `OS` in [SMS] of a Macintosh. */
export const macintoshCode = 6;

/** `NetworkType` in [SMS], set once by client set-up (Q155593). */
export const networkTypeCodes = {
  unknown: 1,
  'Windows NT': 2,
  'LAN Manager 1.x': 3,
  'LAN Manager 2.x': 4,
  'NetWare 2.x': 5,
  'NetWare 3.x': 6,
  'NetWare 4.x': 7,
} as const;

/** `SetupPhase` in [Local]; written and read without regard to case. */
export const setupPhases = ['INSTALLED', 'UPGRADE', 'VERIFY_FILES', 'COMPONENT_DEINSTALL', 'DEINSTALL'] as const;

/** One of them. */
export type SetupPhase = (typeof setupPhases)[number];

/** The phase that a text names; a file without one is of a client that is not set up. */
export function setupPhaseOf(text: string | undefined): SetupPhase | undefined {
  return setupPhases.find((phase) => phase === text?.toUpperCase());
}

/** When a scan is due, as the number of an interval says it. */
export type ScanRule = 'always' | { readonly days: number };

/**
 * What an interval in SMS.INI means: 0 and 1 scan at every run, 2 daily, and only 3 and more are days. Two days
 * cannot be told (Q151620).
 */
export function scanRule(interval: number): ScanRule {
  if (interval <= 1) return 'always';
  return { days: interval === 2 ? 1 : interval };
}
