import { assumed } from '../../provenance.ts';
import { textDocument, textLines } from '../text-document.ts';

/** That Maintenance Manager writes threshold and policy into the program is known, not how. */
export const netspeedProvenance = assumed(
  'Netspeed.com holds its threshold and its errorlevel for a slow network as lines of a text.',
  'Q131011',
);

/** What Netspeed.com goes by; Maintenance Manager makes the program anew when it changes (Q131011). */
export interface Netspeed {
  /** From so many milliseconds on for 3,400 bytes a network is slow. */
  readonly threshold: number;
  /** The errorlevel on a slow network: 1 ends the logon script, 2 has it ask the user. */
  readonly slowErrorlevel: 1 | 2;
}

/** As it is delivered: 0x352 milliseconds, and nothing is asked. */
export const defaultNetspeed: Netspeed = { threshold: 850, slowErrorlevel: 1 };

/** The content of Netspeed.com. */
export function printNetspeed({ threshold, slowErrorlevel }: Netspeed): string {
  return textDocument(['NETSPEED', String(threshold), String(slowErrorlevel)]);
}

/** Reads Netspeed.com; undefined for anything else. */
export function parseNetspeed(text: string): Netspeed | undefined {
  const [start, threshold = '', level = '', ...rest] = textLines(text);
  if (start !== 'NETSPEED' || rest.length > 0 || !/^\d+$/.test(threshold) || !/^[12]$/.test(level)) return undefined;
  return { threshold: Number(threshold), slowErrorlevel: level === '1' ? 1 : 2 };
}
