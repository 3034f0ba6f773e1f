import type { Provenance, SmsDefMof } from '../world/index.ts';

/** What Microsoft shipped: installation media as files with versions. */
export interface Release {
  /** `2.0`, `2.0 SP1`, ... `2.0 SP4 HRP`. */
  readonly name: string;
  /** What the site server's `Full Version` says. */
  readonly fullVersion: string;
  /** The day of the time stamps of its program files, `2000-03-15`; without it they get that of their installation. */
  readonly date?: string;
  /** Server files by path below the installation folder, with their versions. */
  readonly serverFiles: Readonly<Record<string, string>>;
  /** Client components by their folder name in Clicomp.src, with the version in Compver.ini (Q266130). */
  readonly clientComponents: Readonly<Record<string, ClientComponentMedia>>;
  /** The master copy of hardware inventory's definition. */
  readonly smsDefMof: DefinitionMedia;
  /** Names of the releases over which Setup installs this one; undefined: over any. */
  readonly installsOver?: readonly string[];
  /** Setup resets the site as well. */
  readonly resetsSite?: true;
  readonly provenance: Provenance;
}

/** `Sms_def.mof` on the installation media. */
export interface DefinitionMedia {
  readonly mof: SmsDefMof;
  readonly provenance: Provenance;
}

/** One client component on the installation media. */
export interface ClientComponentMedia {
  /** As logs name it: `Hardware Inventory Agent`. */
  readonly name: string;
  readonly version: string;
  /** Files it installs on a client, by path below `%windir%\MS\SMS`; all carry the component's version. */
  readonly files: readonly string[];
  /** Bytes of all its files together: what a client copies to install it. */
  readonly size: number;
  readonly provenance: Provenance;
}
