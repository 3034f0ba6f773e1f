import type { Instant } from '../../kernel/index.ts';
import type { PermissionEntry } from './permissions.ts';

/** The bytes of a file: text where the emulator looks into it, else a size and a token that stands for the bytes. */
export type Content =
  | { readonly text: string; readonly size: number }
  | { readonly size: number; readonly token?: string };

/** Whether two contents are the same bytes. */
export function sameContent(a: Content, b: Content): boolean {
  if (a.size !== b.size) return false;
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
  return { size, ...(content.token === undefined ? {} : { token: `${content.token} cut at ${size}` }) };
}

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
  readonly version?: string;
  readonly product?: ProductHeader;
}

/** What a write may say besides the bytes. */
export interface WriteOptions {
  readonly version?: string;
  readonly product?: ProductHeader;
  readonly attributes?: Partial<FileAttributes>;
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
  readonly version?: string;
  readonly product?: ProductHeader;
  readonly permissions?: readonly PermissionEntry[];
}

export const plainAttributes: FileAttributes = { readOnly: false, hidden: false, system: false, archive: true };

const noContent: Content = { size: 0 };

/** A folder that has just been made. */
export function folderEntry(now: Instant): Entry {
  const attributes = { ...plainAttributes, archive: false };
  return { isFolder: true, content: noContent, attributes, created: now, modified: now };
}

/** Why a file system tells of a change. */
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
  readonly path: string;
  readonly detail: string;
  /** The process that did it; empty for the emulator's own doing. */
  readonly opener: string;
}
