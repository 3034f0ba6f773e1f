import { inferred } from '../provenance.ts';
import { iniEntries, iniOf, iniValue, parseIni, printIni } from './ini.ts';
import { parsed, syntaxError } from './text-document.ts';
import type { Parsed } from './text-document.ts';

/** That the files are those of the primary site server is told; how they are packed is not. */
export const setupPackageProvenance = inferred(
  'Q212978, Q246527',
  'The package of a secondary site names the files of the primary site server with the versions they have there.',
);

/** What a primary site sends for Setup at a secondary site: the files of its own server, by name and version. */
export interface SetupPackage {
  /** Code of the secondary site. */
  readonly site: string;
  /** `Full Version` of the primary site server. */
  readonly fullVersion: string;
  /** Versions of the programs by path below the SMS folder. */
  readonly programs: Readonly<Record<string, string>>;
  /** Versions in Compver.ini by folder of Clicomp.src. */
  readonly clientComponents: Readonly<Record<string, string>>;
}

const header = 'Setup';

/** The text that stands for the files of a package; their bytes are its size. */
export function printSetupPackage({ site, fullVersion, programs, clientComponents }: SetupPackage): string {
  return printIni(
    iniOf([
      [
        header,
        [
          ['Site Code', site],
          ['Full Version', fullVersion],
        ],
      ],
      ['Programs', Object.entries(programs)],
      ['Client Components', Object.entries(clientComponents)],
    ]),
  );
}

/** Reads a package; line 1 is blamed where it names no site or no release. */
export function parseSetupPackage(text: string): Parsed<SetupPackage> {
  const ini = parseIni(text);
  const [site, fullVersion] = [iniValue(ini, header, 'Site Code'), iniValue(ini, header, 'Full Version')];
  if (site === undefined || fullVersion === undefined) return syntaxError(1, text.split(/\r?\n/, 1)[0] ?? '');
  const programs = Object.fromEntries(iniEntries(ini, 'Programs'));
  return parsed({
    site,
    fullVersion,
    programs,
    clientComponents: Object.fromEntries(iniEntries(ini, 'Client Components')),
  });
}
