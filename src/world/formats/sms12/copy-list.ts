import { assumed } from '../../provenance.ts';
import { iniEntries, iniOf, iniValue, parseIni, printIni } from '../ini.ts';

/** Names, purpose and `CopyListVersion` of the files are known. */
export const copyListProvenance = assumed(
  'A copy list is an INI with CopyListVersion and the names of the files that client set-up copies.',
  'Q166771, Q174961',
);

/** The copy lists in LOGON.SRV, by the operating systems whose clients use them (Q166771). */
export const copyListNames = {
  'MS-DOS': 'CL_DOS.TXT',
  Windows: 'CL_WIN.TXT',
  'OS/2': 'CL_OS2.TXT',
  'Windows NT': 'CL_NT.TXT',
  'Windows 95': 'CL_WIN95.TXT',
} as const;

/** The content of a `CL_*.TXT`. */
export interface CopyList {
  /** Changes when SYSTEM.MAP has a new date; a client whose SMS.INI names another one verifies its files. */
  readonly version: string;
  /** Names of files in `<platform>.BIN`. */
  readonly files: readonly string[];
}

/** The text of a copy list. */
export function printCopyList({ version, files }: CopyList): string {
  const names = files.map((file, index) => [`File${index + 1}`, file] as const);
  return printIni(
    iniOf([
      ['SMS', [['CopyListVersion', version]]],
      ['Files', names],
    ]),
  );
}

/** Reads a copy list; a file of another kind has no version and no files. */
export function parseCopyList(text: string): CopyList {
  const ini = parseIni(text);
  return {
    version: iniValue(ini, 'SMS', 'CopyListVersion') ?? '',
    files: iniEntries(ini, 'Files').map(([, file]) => file),
  };
}
