import type { Instant } from '../../kernel/index.ts';
import type { PermissionEntry } from './permissions.ts';

/** The bytes of a file: text where the emulator looks into it, else a size and a token that stands for the bytes. */
export type Content =
  | { readonly text: string; readonly size: number }
  | { readonly size: number; readonly token?: string };

/** The content of a file that the emulator looks into, one byte a letter. */
export function textContent(text: string): Content {
  return { text, size: text.length };
}

/** The content of a file of which only the size matters; equal tokens stand for equal bytes. */
export function bulkContent(size: number, token: string): Content {
  return { size, token };
}

/** The text of a content; empty for one of which only the size is known. */
export function textOf(content: Content): string {
  return 'text' in content ? content.text : '';
}

/** Whether two contents are the same bytes. */
export function sameContent(a: Content, b: Content): boolean {
  if (a.size !== b.size) return false;
  if (a.size === 0) return true;
  if ('text' in a || 'text' in b) return 'text' in a && 'text' in b && a.text === b.text;
  return a.token === b.token;
}

/** The first bytes of a content; what is left of a copy that broke off. */
export function firstBytes(content: Content, bytes: number): Content {
  if (bytes >= content.size) return content;
  const size = Math.max(0, Math.floor(bytes));
  if ('text' in content) {
    const share = content.size === 0 ? 0 : size / content.size;
    return { text: content.text.slice(0, Math.floor(content.text.length * share)), size };
  }
  return content.token === undefined ? { size } : { size, token: `${content.token.replace(cut, '')} cut at ${size}` };
}

const cut = / cut at \d+$/;

/** The attributes that the file properties show. */
export interface FileAttributes {
  readonly readOnly: boolean;
  readonly hidden: boolean;
  readonly system: boolean;
  readonly archive: boolean;
}

/** The version resource of a program file, as software inventory reads it. */
export interface ProductHeader {
  readonly company: string;
  readonly product: string;
  readonly version: string;
  readonly language: string;
}

/** What a folder entry tells about a file or folder. */
export interface FileFacts {
  /** Full local path. */
  readonly path: string;
  readonly name: string;
  readonly isFolder: boolean;
  readonly size: number;
  readonly attributes: FileAttributes;
  readonly created: Instant;
  readonly modified: Instant;
  /**
   * When it was last written, or what `setTimes` said. Reading does not touch it (assumed), so that a client which
   * only reads its template's files stays a thin overlay.
   */
  readonly accessed: Instant;
  readonly version?: string;
  readonly product?: ProductHeader;
}

/** The three time stamps of a file, each to be set or left. */
export interface FileTimes {
  readonly created?: Instant;
  readonly modified?: Instant;
  readonly accessed?: Instant;
}

/** What a write may say besides the bytes. */
export interface WriteOptions {
  readonly version?: string;
  readonly product?: ProductHeader;
  readonly attributes?: Partial<FileAttributes>;
  /** Keeps this time stamp instead of that of the file, as one brought from a backup does. */
  readonly created?: Instant;
  /** Keeps this time stamp instead of the clock's, as copies do. */
  readonly modified?: Instant;
}

/** A file or folder as the tree holds it. */
export interface Entry {
  readonly isFolder: boolean;
  readonly content: Content;
  readonly attributes: FileAttributes;
  readonly created: Instant;
  readonly modified: Instant;
  /** Only where it differs from `modified`. */
  readonly accessed?: Instant;
  readonly version?: string;
  readonly product?: ProductHeader;
  readonly permissions?: readonly PermissionEntry[];
}

/** The attributes of a file that has just been written. */
export const plainAttributes: FileAttributes = { readOnly: false, hidden: false, system: false, archive: true };

/** Nothing yet: what a new file holds. */
export const noContent: Content = { text: '', size: 0 };

const folderAttributes: FileAttributes = { ...plainAttributes, archive: false };

/** A folder that has just been made. */
export function folderEntry(now: Instant): Entry {
  return { isFolder: true, content: noContent, attributes: folderAttributes, created: now, modified: now };
}

/** What a folder entry tells, under the path in which names have the letters they were given. */
export function factsOf(path: string, name: string, entry: Entry): FileFacts {
  const { isFolder, content, attributes, created, modified, accessed, version, product } = entry;
  const facts = {
    path,
    name,
    isFolder,
    size: content.size,
    attributes,
    created,
    modified,
    accessed: accessed ?? modified,
  };
  if (version === undefined && product === undefined) return facts;
  return { ...facts, ...(version === undefined ? {} : { version }), ...(product === undefined ? {} : { product }) };
}

/** What a file system tells of. `opened` and `closed` only of handles that are held across calls. */
export interface FileChange {
  readonly kind:
    | 'created'
    | 'written'
    | 'appended'
    | 'renamed'
    | 'deleted'
    | 'attributes'
    | 'permissions'
    | 'opened'
    | 'closed'
    | 'refused';
  /** Full local path; of a rename the new one. */
  readonly path: string;
  /** More for a reader of the trace; of a refusal `Win32 error 32`. */
  readonly detail: string;
  /** Size of the file after it was created, written or added to. */
  readonly size?: number;
  /** The process that did it; empty for the emulator's own doing. */
  readonly opener: string;
}
