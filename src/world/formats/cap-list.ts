import { assumed } from '../provenance.ts';
import { iniEntries, iniOf, iniValue, parseIni, printIni } from './ini.ts';
import { parsed, syntaxError } from './text-document.ts';
import type { Parsed } from './text-document.ts';

/** Q260168 tells that remote installation needs the file to find a CAP, and where it lies. */
export const capListProvenance = assumed(
  'Caplist.ini names the site and its client access points, numbered from 1, as UNC paths.',
  'Q260168',
);

/** The client access points of a site, in the order the site lists them. */
export interface CapList {
  readonly siteCode: string;
  /** `\\SMSSRV1\CAP_ABC`. */
  readonly paths: readonly string[];
}

/** The text of Caplist.ini. */
export function printCapList({ siteCode, paths }: CapList): string {
  const numbered = paths.map((path, index) => [`CAP${index + 1}`, path] as const);
  return printIni(
    iniOf([
      ['Site', [['Site Code', siteCode]]],
      ['Client Access Points', numbered],
    ]),
  );
}

/** Reads Caplist.ini; without a site code it cannot be used. */
export function parseCapList(text: string): Parsed<CapList> {
  const ini = parseIni(text);
  const siteCode = iniValue(ini, 'Site', 'Site Code');
  if (siteCode === undefined) return syntaxError(1, text.split(/\r?\n/, 1)[0] ?? '');
  return parsed({ siteCode, paths: iniEntries(ini, 'Client Access Points').map(([, path]) => path) });
}
