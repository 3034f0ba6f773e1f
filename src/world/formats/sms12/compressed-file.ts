import { assumed } from '../../provenance.ts';
import { iniOf, iniValue, parseIni, printIni } from '../ini.ts';

/** Hotfixes for Macintoshes are compressed (Q172533, Q178661); the container is not published. */
export const compressedFileProvenance = assumed(
  'A compressed file names what it holds: version, size and time stamp. Neither Windows nor a Macintosh can run it.',
  'Q172533, Q225063',
);

/** What a compressed file holds; its own size says nothing about that (Q225063). */
export interface CompressedFile {
  /** `Invmac.mac`. */
  readonly name: string;
  readonly version: string;
  /** Bytes. */
  readonly size: number;
}

const section = 'Compressed';

/** The text of a compressed file; the file is usually larger than its text. */
export function printCompressedFile({ name, version, size }: CompressedFile): string {
  return printIni(
    iniOf([
      [
        section,
        [
          ['Name', name],
          ['Version', version],
          ['Size', String(size)],
        ],
      ],
    ]),
  );
}

/** Reads it; undefined for a file that is not compressed. */
export function parseCompressedFile(text: string): CompressedFile | undefined {
  const ini = parseIni(text);
  const [name, version, size] = ['Name', 'Version', 'Size'].map((key) => iniValue(ini, section, key));
  const isWhole = name !== undefined && version !== undefined && size !== undefined && /^\d+$/.test(size);
  return isWhole ? { name, version, size: Number(size) } : undefined;
}
