import type { Provenance } from '../world/index.ts';

/** What Microsoft shipped: installation media as files with versions. */
export interface Release {
  /** `2.0`, `2.0 SP1`, ... `2.0 SP4 HRP`. */
  readonly name: string;
  /** What the site server's `Full Version` says. */
  readonly fullVersion: string;
  /** Server files by path below the installation folder, with their versions. */
  readonly serverFiles: Readonly<Record<string, string>>;
  /** Client components by their folder name in Clicomp.src, with the version in Compver.ini (Q266130). */
  readonly clientComponents: Readonly<Record<string, ClientComponentMedia>>;
  readonly provenance: Provenance;
}

/** One client component on the installation media. */
export interface ClientComponentMedia {
  /** As logs name it: `Hardware Inventory Agent`. */
  readonly name: string;
  readonly version: string;
  /** Files it installs on a client, by path below `%windir%\MS\SMS`; all carry the component's version. */
  readonly files: readonly string[];
  readonly provenance: Provenance;
}
