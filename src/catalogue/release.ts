import type { Provenance, SmsDefMof } from '../world/index.ts';

/** What Microsoft shipped, as everything that names releases needs it. */
export interface Release {
  /** `1.2 SP4`, `2.0`, `2.0 SP1`, ... `2.0 SP4 HRP`: the product's version first. */
  readonly name: string;
  /** The day of the time stamps of its program files, `2000-03-15`; without it they get that of their installation. */
  readonly date?: string;
  /** Names of the releases over which Setup installs this one; undefined: over any. */
  readonly installsOver?: readonly string[];
  readonly provenance: Provenance;
}

/** A release of SMS 2.0: installation media as files with versions. */
export interface Sms20Release extends Release {
  /** What the site server's `Full Version` says. */
  readonly fullVersion: string;
  /** Server files by path below the installation folder, with their versions. */
  readonly serverFiles: Readonly<Record<string, string>>;
  /** Client components by their folder name in Clicomp.src, with the version in Compver.ini (Q266130). */
  readonly clientComponents: Readonly<Record<string, ClientComponentMedia>>;
  /** The master copy of hardware inventory's definition. */
  readonly smsDefMof: DefinitionMedia;
  /** Setup resets the site as well. */
  readonly resetsSite?: true;
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
