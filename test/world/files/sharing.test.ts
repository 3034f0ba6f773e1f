import { describe, expect, it } from 'vitest';
import { FileSystem, type OpenOptions } from '../../../src/world/index.ts';

const reader = { process: 'PC1/Ccim32', account: 'SYSTEM', local: true, groups: ['Administrators'] };
const writer = { process: 'SRV1/Inboxmgr', account: 'SYSTEM', local: true, groups: ['Administrators'] };
const path = 'C:\\client.lkp';

function newFiles(): FileSystem {
  const files = new FileSystem({ now: () => 0, onChange: () => undefined });
  files.addDrive({ letter: 'C', fileSystem: 'NTFS', size: 1000, kind: 'fixed' });
  files.write(reader, path, { text: 'old', size: 3 });
  return files;
}

type Way = Pick<OpenOptions, 'access' | 'share'>;
const ways: readonly (readonly [Way, Way, boolean])[] = [
  [{ access: 'read', share: 'read' }, { access: 'read', share: 'read' }, true],
  [{ access: 'read', share: 'read' }, { access: 'write', share: 'read write' }, false],
  [{ access: 'read', share: 'read write' }, { access: 'write', share: 'read' }, true],
  [{ access: 'read', share: 'read write' }, { access: 'write', share: 'none' }, false],
  [{ access: 'read', share: 'none' }, { access: 'read', share: 'read write' }, false],
  [{ access: 'write', share: 'none' }, { access: 'read', share: 'read write' }, false],
  [{ access: 'write', share: 'read' }, { access: 'read', share: 'read' }, false],
  [{ access: 'write', share: 'read' }, { access: 'read', share: 'read write' }, true],
  [{ access: 'read write', share: 'read write' }, { access: 'read write', share: 'read write' }, true],
  [{ access: 'read write', share: 'write' }, { access: 'read', share: 'read write' }, false],
];

describe('sharing', () => {
  it.each(ways)('held with %o, an open with %o succeeds: %s', (first, second, succeeds) => {
    const files = newFiles();
    expect(files.open(reader, path, { ...first, create: 'open existing' }).ok).toBe(true);
    const opened = files.open(writer, path, { ...second, create: 'open existing' });
    expect(opened).toEqual(succeeds ? { ok: true, value: expect.any(Number) as number } : { ok: false, error: 32 });
  });

  it('refuses to overwrite, delete and rename what a reader holds open, with error 32, and keeps the content', () => {
    const files = newFiles();
    files.open(reader, path, { access: 'read', share: 'read', create: 'open existing' });
    expect(files.write(writer, path, { text: 'new', size: 3 })).toEqual({ ok: false, error: 32 });
    expect(files.delete(writer, path)).toEqual({ ok: false, error: 32 });
    expect(files.move(writer, path, 'C:\\other.lkp')).toEqual({ ok: false, error: 32 });
    expect(files.read(writer, path)).toEqual({ ok: true, value: { text: 'old', size: 3 } });
  });

  it('lets the file be written again when the handle is closed or its process has ended', () => {
    const files = newFiles();
    const handle = files.open(reader, path, { access: 'read', share: 'read', create: 'open existing' });
    files.closeProcess('somebody else');
    expect(files.write(writer, path, { text: 'new', size: 3 }).ok).toBe(false);
    if (handle.ok) files.close(handle.value);
    expect(files.write(writer, path, { text: 'new', size: 3 }).ok).toBe(true);
    files.open(reader, path, { access: 'read', share: 'none', create: 'open existing' });
    files.closeProcess(reader.process);
    expect(files.write(writer, path, { text: 'newer', size: 5 }).ok).toBe(true);
  });
});
