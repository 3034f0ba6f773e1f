import { assumed, documented, inferred, type Provenance } from '../../world/index.ts';

/** Versions of Invmac.mac; those of hotfixes are numbered after the service pack before them. */
export const invmacVersions = {
  sp3: '1.20.786.3000',
  resync: '1.20.786.3001',
  tcpIp: '1.20.786.3002',
  sp4: '1.20.786.4000',
  processors: '1.20.786.4001',
  instances: '1.20.786.4002',
} as const;

/** How hotfixes of Invmac follow each other. */
export const invmacBuildsProvenance = assumed(
  'Each hotfix of Invmac holds the corrections of all builds before it, that of 11/6/97 those of SP3.',
  'Q172533, Q178661, Q225063',
);

/** A hotfix that consists of one file. */
export interface SingleFileHotfix {
  readonly article: string;
  readonly file: string;
  /** `1997-11-06 19:15`. */
  readonly stamp: string;
  /** Bytes of the file as it is obtained. */
  readonly size: number;
  /** What Hdecomp makes of it. */
  readonly expanded: { readonly name: string; readonly version: string; readonly size: number };
  readonly provenance: Provenance;
}

/** Only Q225063 tells how large an expanded file is. */
const expandedSize = 161_588;

const sizes = inferred('Q225063', 'The expanded file has the size of that of version 1.2.8.');

/** The hotfixes of Invmac by article, in the order of their time stamps. */
export const singleFileHotfixes: readonly SingleFileHotfix[] = [
  hotfix('Q172533', '1997-11-06 19:15', 162_753, invmacVersions.resync, sizes),
  hotfix('Q178661', '1997-12-05 14:03', 162_975, invmacVersions.tcpIp, sizes),
  hotfix('Q225063', '1999-04-01 15:16', 162_314, invmacVersions.processors, documented('Q225063'), 'Invmac.hcomp'),
  hotfix('Q236066', '1999-05-26 19:33', 361_086, invmacVersions.instances, sizes),
];

function hotfix(
  article: string,
  stamp: string,
  size: number,
  version: string,
  provenance: Provenance,
  file = 'Invmac.mac',
): SingleFileHotfix {
  return { article, file, stamp, size, expanded: { name: 'Invmac.mac', version, size: expandedSize }, provenance };
}
