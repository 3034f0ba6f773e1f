import { fileName, inferred } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { extension, filesIn } from '../../inbox-pass.ts';
import { siteFolder } from '../folders.ts';
import { nextFreeName } from '../free-names.ts';
import { logonServerPath } from './logon-servers.ts';

const uniqueNames = inferred(
  'Q162557, Q239534',
  'A file whose name the site server has already gets the next free number of eight digits.',
);

/** What is collected from which folder of a logon server into which of the site server (Q126642). */
const collections = [
  { folder: 'INVENTRY.BOX', patterns: ['*.RAW'], target: 'INVENTRY.BOX' },
  { folder: 'ISVMIF.BOX', patterns: ['*.MIF', '*.NHM'], target: 'ISVMIF.BOX' },
] as const;

/** One file to be brought from one computer to another. */
export interface CopyStep {
  /** Full path. */
  readonly source: string;
  readonly folder: string;
  readonly name: string;
  /** A file of that name in the folder is replaced; otherwise the copy gets a free name. */
  readonly replaces: boolean;
  /** The source is deleted once it is copied. */
  readonly moves: boolean;
}

/** Inventory files of a logon server that go to the site server; a .TMP is still being written and stays. */
export function collectionSteps(self: Self, server: string): readonly CopyStep[] {
  return collections.flatMap(({ folder, patterns, target }) =>
    patterns.flatMap((pattern) =>
      filesIn(self, logonServerPath(server, folder), pattern).map((source) => ({
        ...{ source, folder: siteFolder(self.site, target), name: fileName(source), replaces: false, moves: true },
      })),
    ),
  );
}

/** The path of a file in a folder, under the next free number where its own name is taken. */
export function freePath(self: Self, folder: string, name: string): string {
  if (!self.files.exists(`${folder}\\${name}`)) return `${folder}\\${name}`;
  self.restsOn('names of collected files', uniqueNames);
  return `${folder}\\${nextFreeName(self, folder, extension(name).toUpperCase())}`;
}
