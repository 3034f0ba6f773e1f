import { describe, expect, it } from 'vitest';
import {
  FileSystem,
  bulkContent,
  sameContent,
  textContent,
  type Drive,
  type FileChange,
} from '../../../src/world/index.ts';

const opener = { process: 'PC1/Ccim32', account: 'SYSTEM', local: true, groups: ['Administrators'] };
const user = { process: 'PC1/Explorer', account: 'JOE', local: true, groups: ['Users'] };

function newFiles(drive: Partial<Drive> = {}): { files: FileSystem; changes: FileChange[] } {
  const changes: FileChange[] = [];
  const files = new FileSystem({ now: () => 1001, onChange: (change) => void changes.push(change) });
  files.addDrive({ letter: 'C', fileSystem: 'NTFS', size: 10_000, kind: 'fixed' });
  files.addDrive({ letter: 'D', fileSystem: 'FAT', size: 1000, kind: 'fixed', ...drive });
  files.createFolder(opener, 'C:\\Temp');
  return { files, changes };
}

describe('names and places', () => {
  it('sorts an underscore behind the letters, as NTFS does', () => {
    const { files } = newFiles();
    for (const name of ['_a', 'b', 'Zz', 'a_b', 'ab']) files.writeText(opener, `C:\\Temp\\${name}`, '');
    const listed = files.list(opener, 'C:\\temp\\');
    expect(listed.ok && listed.value.map(({ path }) => path)).toEqual(
      ['ab', 'a_b', 'b', 'Zz', '_a'].map((name) => `C:\\Temp\\${name}`),
    );
  });

  it('takes only eight and three letters where names are short (123)', () => {
    const { files } = newFiles({ shortNames: true });
    expect(files.writeText(opener, 'D:\\HINVDAT.HIC', '').ok).toBe(true);
    expect(files.writeText(opener, 'D:\\Inventory.raw', '')).toEqual({ ok: false, error: 123 });
    expect(files.createFolder(opener, 'D:\\MS\\Long folder', { parents: true })).toEqual({ ok: false, error: 123 });
    expect(files.move(opener, 'D:\\HINVDAT.HIC', 'D:\\HINVDAT.HICX')).toEqual({ ok: false, error: 123 });
  });

  it('cannot be written on a CD (19)', () => {
    const { files } = newFiles({ kind: 'cdrom' });
    expect(files.writeText(opener, 'D:\\x', '')).toEqual({ ok: false, error: 19 });
    expect(files.createFolder(opener, 'D:\\x')).toEqual({ ok: false, error: 19 });
  });

  it.each([
    ['a new folder that exists', (f: FileSystem) => f.createFolder(opener, 'C:\\Temp'), 183],
    ['a new folder in none', (f: FileSystem) => f.createFolder(opener, 'C:\\No\\Temp'), 3],
    ['a new folder on no drive', (f: FileSystem) => f.createFolder(opener, 'X:\\No\\Temp', { parents: true }), 3],
    ['removing a folder with files', (f: FileSystem) => f.removeFolder(opener, 'C:\\Temp'), 145],
    ['removing a drive', (f: FileSystem) => f.removeFolder(opener, 'D:\\'), 5],
    ['removing a file as a folder', (f: FileSystem) => f.removeFolder(opener, 'C:\\Temp\\a'), 267],
    ['deleting a folder as a file', (f: FileSystem) => f.delete(opener, 'C:\\Temp'), 5],
    ['listing a file', (f: FileSystem) => f.list(opener, 'C:\\Temp\\a'), 267],
    ['listing no folder', (f: FileSystem) => f.list(opener, 'C:\\No'), 3],
    ['moving a folder into itself', (f: FileSystem) => f.move(opener, 'C:\\Temp', 'C:\\Temp\\b'), 32],
    ['moving a folder to another drive', (f: FileSystem) => f.move(opener, 'C:\\Temp', 'D:\\Temp'), 5],
    ['copying a file onto itself', (f: FileSystem) => f.copy(opener, 'C:\\Temp\\a', 'C:\\TEMP\\A'), 32],
    ['writing into a file as if it were a folder', (f: FileSystem) => f.writeText(opener, 'C:\\Temp\\a\\b', ''), 3],
  ])('answers %s with its error', (_what, act, error) => {
    const { files } = newFiles();
    files.writeText(opener, 'C:\\Temp\\a', 'a');
    expect(act(files)).toEqual({ ok: false, error });
  });

  it('renames a file to other letters of the same name', () => {
    const { files } = newFiles();
    files.writeText(opener, 'C:\\Temp\\client.LKP', 'a');
    expect(files.move(opener, 'C:\\Temp\\client.LKP', 'C:\\Temp\\Client.lkp').ok).toBe(true);
    expect(files.stat(opener, 'c:\\temp\\CLIENT.LKP')).toMatchObject({ value: { path: 'C:\\Temp\\Client.lkp' } });
  });

  it('moves a folder with everything below it', () => {
    const { files } = newFiles();
    files.createFolder(opener, 'C:\\Temp\\b\\c', { parents: true });
    files.writeText(opener, 'C:\\Temp\\b\\c\\d', 'deep');
    expect(files.move(opener, 'C:\\Temp\\b', 'C:\\e').ok).toBe(true);
    expect(files.readText(opener, 'C:\\e\\c\\d')).toEqual({ ok: true, value: 'deep' });
    expect(files.exists(opener, 'C:\\Temp\\b')).toBe(false);
  });
});

describe('attributes, times and rights', () => {
  it('carries the read-only attribute along in a copy, so that the copy cannot be overwritten', () => {
    const { files } = newFiles();
    files.writeText(opener, 'C:\\Temp\\a', 'a', { attributes: { readOnly: true } });
    expect(files.copy(opener, 'C:\\Temp\\a', 'C:\\Temp\\b').ok).toBe(true);
    expect(files.copy(opener, 'C:\\Temp\\a', 'C:\\Temp\\b')).toEqual({ ok: false, error: 5 });
    expect(files.append(opener, 'C:\\Temp\\b', 'x')).toEqual({ ok: false, error: 5 });
    expect(files.truncate(opener, 'C:\\Temp\\b', 0)).toEqual({ ok: false, error: 5 });
  });

  it('overwrites a hidden file only for who asks for a hidden one (5)', () => {
    const { files } = newFiles();
    files.writeText(opener, 'C:\\Temp\\a', 'a', { attributes: { hidden: true } });
    expect(files.writeText(opener, 'C:\\Temp\\a', 'b')).toEqual({ ok: false, error: 5 });
    expect(files.writeText(opener, 'C:\\Temp\\a', 'b', { attributes: { hidden: true } }).ok).toBe(true);
    expect(files.append(opener, 'C:\\Temp\\a', 'c').ok).toBe(true);
  });

  it('rounds the last write up to two seconds in a copy to FAT, so that the copy is newer than its source', () => {
    const { files } = newFiles();
    files.writeText(opener, 'C:\\Temp\\a', 'a', { modified: 10_001 });
    files.move(opener, 'C:\\Temp\\a', 'D:\\a');
    expect(files.stat(opener, 'D:\\a')).toMatchObject({ value: { created: 1001, modified: 12_000 } });
    files.setTimes(opener, 'D:\\a', { modified: 13_000, created: 1 });
    expect(files.stat(opener, 'D:\\a')).toMatchObject({ value: { created: 1, modified: 14_000 } });
  });

  it('lets No Access win over any other right, and an administrator put it right again', () => {
    const { files } = newFiles();
    files.writeText(opener, 'C:\\Temp\\a', 'a');
    const entries = [
      { account: 'Everyone', right: 'Full Control' },
      { account: 'Administrators', right: 'No Access' },
    ] as const;
    expect(files.setPermissions(user, 'C:\\Temp', entries).ok).toBe(true);
    expect(files.stat(opener, 'C:\\Temp\\a')).toEqual({ ok: false, error: 5 });
    expect(files.stat(user, 'C:\\Temp\\a').ok).toBe(true);
    expect(files.setPermissions(opener, 'C:\\Temp', undefined).ok).toBe(true);
    expect(files.stat(opener, 'C:\\Temp\\a').ok).toBe(true);
  });

  it('lets Change write but not change the permissions (5)', () => {
    const { files } = newFiles();
    files.setPermissions(opener, 'C:\\Temp', [{ account: 'JOE', right: 'Change' }]);
    expect(files.writeText(user, 'C:\\Temp\\a', 'a').ok).toBe(true);
    expect(files.setPermissions(user, 'C:\\Temp', undefined)).toEqual({ ok: false, error: 5 });
  });

  it('asks a share for its own permissions', () => {
    const { files } = newFiles();
    files.addShare({ name: 'CAP_ABC', path: 'C:\\Temp', permissions: [{ account: 'Users', right: 'Read' }] });
    expect([files.shareAllows('cap_abc', user, 'read'), files.shareAllows('cap_abc', user, 'write')]).toEqual([
      true,
      false,
    ]);
    expect(files.resolveShare('cap_abc')).toBe('C:\\Temp');
    expect([files.removeShare('CAP_abc'), files.resolveShare('CAP_ABC')]).toEqual([true, undefined]);
  });
});

describe('bytes', () => {
  it('adds a thousand lines to a log that reads as one text', () => {
    const { files } = newFiles();
    for (let line = 0; line < 1000; line++) files.append(opener, 'C:\\Temp\\x.log', `${line % 10}`);
    expect(files.readText(opener, 'C:\\Temp\\x.log')).toEqual({ ok: true, value: '0123456789'.repeat(100) });
    expect(files.freeSpace('C')).toBe(9000);
  });

  it('keeps the size of a padded text apart from its letters', () => {
    const { files } = newFiles();
    files.write(opener, 'C:\\Temp\\x', { text: 'abcd', size: 400 });
    files.truncate(opener, 'C:\\Temp\\x', 200);
    expect(files.read(opener, 'C:\\Temp\\x')).toEqual({ ok: true, value: { text: 'ab', size: 200 } });
  });

  it.each([
    ['equal texts', textContent('a'), textContent('a'), true],
    ['other texts', textContent('a'), textContent('b'), false],
    ['equal tokens', bulkContent(5, 'x'), bulkContent(5, 'x'), true],
    ['other sizes', bulkContent(5, 'x'), bulkContent(6, 'x'), false],
    ['two empty files', textContent(''), { size: 0 }, true],
    ['a text and a token', textContent('a'), bulkContent(1, 'a'), false],
  ])('%s', (_what, a, b, same) => {
    expect(sameContent(a, b)).toBe(same);
  });

  it('tells of refusals, but not of what merely is not there', () => {
    const { files, changes } = newFiles({ kind: 'cdrom' });
    changes.splice(0);
    files.readText(opener, 'C:\\Temp\\missing');
    expect(changes).toEqual([]);
    files.writeText(opener, 'D:\\x', '');
    expect(changes).toEqual([{ kind: 'refused', path: 'D:\\x', detail: 'Win32 error 19', opener: 'PC1/Ccim32' }]);
  });
});
