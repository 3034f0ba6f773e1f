import { describe, expect, it } from 'vitest';
import { FileSystem, bulkContent, textContent, type FileChange, type OpenOptions } from '../../../src/world/index.ts';

const opener = { process: 'SRV1/Inboxmgr', account: 'SYSTEM', local: true, groups: ['Administrators'] };
const guest = { process: 'PC1/Ccim32', account: 'JOE', local: false, groups: ['Users'] };
const path = 'C:\\CAP_ABC\\Client.lkp';
const shareAll: OpenOptions = { access: 'read', share: 'read write delete', create: 'open existing' };
const newFile: OpenOptions = { access: 'write', share: 'none', create: 'create always' };

function newFiles(size = 10_000): { files: FileSystem; told: () => string[] } {
  const changes: FileChange[] = [];
  const files = new FileSystem({ now: () => 0, onChange: (change) => void changes.push(change) });
  files.addDrive({ letter: 'C', fileSystem: 'NTFS', size, kind: 'fixed' });
  files.createFolder(opener, 'C:\\CAP_ABC');
  const told = (): string[] => changes.splice(0).map(({ kind, detail }) => `${kind} ${detail}`.trim());
  told();
  return { files, told };
}

function open(files: FileSystem, options: OpenOptions): number {
  const handle = files.open(opener, path, options);
  if (!handle.ok) throw new Error(`not opened: ${handle.error}`);
  return handle.value;
}

describe('a handle', () => {
  it('shows a copy under way as a file that grows and that nobody else can read', () => {
    const { files } = newFiles();
    const handle = open(files, newFile);
    files.setPartial(handle, textContent('0123456789'), 4);
    expect(files.stat(guest, path)).toMatchObject({ ok: true, value: { size: 4 } });
    expect(files.read(guest, path)).toEqual({ ok: false, error: 32 });
    files.complete(handle, textContent('0123456789'), { modified: 7000, version: '2.00.1239' });
    files.close(handle);
    expect(files.readText(guest, path)).toEqual({ ok: true, value: '0123456789' });
    expect(files.stat(guest, path)).toMatchObject({ value: { modified: 7000, version: '2.00.1239' } });
  });

  it('tells of a write when it is closed, and of no write when nothing was written', () => {
    const { files, told } = newFiles();
    const writing = open(files, newFile);
    files.writeHandle(writing, textContent('ab'));
    files.close(writing);
    expect(told()).toEqual(['created 0 bytes', 'opened write, sharing none', 'written 2 bytes', 'closed']);
    files.close(open(files, { access: 'read write', share: 'read', create: 'open existing' }));
    expect(told()).toEqual(['opened read write, sharing read', 'closed']);
  });

  it('leaves the bytes that fit on a full drive, with error 112', () => {
    const { files, told } = newFiles();
    files.fillDrive('C', 300);
    const handle = open(files, newFile);
    expect(files.complete(handle, bulkContent(1000, 'bundle'))).toEqual({ ok: false, error: 112 });
    files.close(handle);
    expect(files.stat(opener, path)).toMatchObject({ value: { size: 300 } });
    expect(files.freeSpace('C:\\')).toBe(0);
    expect(told()).toContain('refused Win32 error 112');
  });

  it('gives neither what it was not opened for nor anything once it is closed', () => {
    const { files } = newFiles();
    const writing = open(files, newFile);
    expect(files.readHandle(writing)).toEqual({ ok: false, error: 5 });
    expect(files.close(writing).ok).toBe(true);
    expect(files.close(writing)).toEqual({ ok: false, error: 6 });
    const reading = open(files, shareAll);
    expect(files.writeHandle(reading, textContent('x'))).toEqual({ ok: false, error: 5 });
    expect(files.readHandle(writing)).toEqual({ ok: false, error: 6 });
  });

  it('keeps a deleted file that it shares for deletion until it is closed, and nobody can open that any more', () => {
    const { files } = newFiles();
    files.writeText(opener, path, 'old');
    const handle = open(files, shareAll);
    expect(files.delete(guest, path).ok).toBe(true);
    expect(files.read(guest, path)).toEqual({ ok: false, error: 5 });
    expect(files.removeFolder(opener, 'C:\\CAP_ABC', { recursive: true }).ok).toBe(false);
    expect(files.readHandle(handle)).toEqual({ ok: true, value: textContent('old') });
    files.close(handle);
    expect(files.read(guest, path)).toEqual({ ok: false, error: 2 });
    expect(files.writeText(guest, path, 'new').ok).toBe(true);
  });

  it('follows a file that is renamed while it is open', () => {
    const { files } = newFiles();
    files.writeText(opener, path, 'old');
    const handle = open(files, shareAll);
    expect(files.move(guest, path, 'C:\\CAP_ABC\\old.lkp').ok).toBe(true);
    expect(files.readHandle(handle)).toEqual({ ok: true, value: textContent('old') });
    expect(files.openHandles('c:\\cap_abc\\OLD.LKP').map((held) => held.id)).toEqual([handle]);
  });

  it('keeps the folder above its file from being renamed (5) or emptied (32)', () => {
    const { files } = newFiles();
    const handle = open(files, newFile);
    expect(files.move(opener, 'C:\\CAP_ABC', 'C:\\CAP_OLD')).toEqual({ ok: false, error: 5 });
    expect(files.removeFolder(opener, 'C:\\CAP_ABC', { recursive: true })).toEqual({ ok: false, error: 32 });
    files.close(handle);
    expect(files.move(opener, 'C:\\CAP_ABC', 'C:\\CAP_OLD').ok).toBe(true);
  });

  it('is closed with its process, or when the other computer has lost the connection', () => {
    const { files } = newFiles();
    files.writeText(opener, path, 'x');
    for (const who of [opener, guest]) files.open(who, path, shareAll);
    files.closeRemote();
    expect(files.openHandles().map((held) => held.process)).toEqual([opener.process]);
    files.closeProcess(opener.process);
    expect(files.openHandles()).toEqual([]);
  });
});

describe('the ways to open', () => {
  const all: readonly OpenOptions['create'][] = ['open existing', 'create new', 'create always', 'open always'];
  it.each([
    ['a missing file', false, [2, 0, 0, 0]],
    ['an existing file', true, [0, 80, 0, 0]],
  ] as const)('%s', (_what, existing, errors) => {
    for (const [index, create] of all.entries()) {
      const { files } = newFiles();
      if (existing) files.writeText(opener, path, 'keep');
      const opened = files.open(opener, path, { access: 'read write', share: 'none', create });
      expect([create, opened.ok ? 0 : opened.error]).toEqual([create, errors[index]]);
      if (opened.ok) files.close(opened.value);
      const kept = existing && create !== 'create always' ? 'keep' : '';
      if (opened.ok) expect(files.readText(opener, path)).toEqual({ ok: true, value: kept });
    }
  });
});
