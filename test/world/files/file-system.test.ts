import { describe, expect, it } from 'vitest';
import { FileSystem, type FileChange, type Opener } from '../../../src/world/index.ts';

const administrator: Opener = { process: 'x', account: 'Administrator', local: true, groups: ['Administrators'] };
const user: Opener = { process: 'y', account: 'JOE', local: false, groups: ['Users'] };

function newFiles(
  fileSystem: 'NTFS' | 'FAT' = 'NTFS',
  size = 1000,
  now = 0,
): { files: FileSystem; changes: FileChange[] } {
  const changes: FileChange[] = [];
  const files = new FileSystem({ now: () => now, onChange: (change) => void changes.push(change) });
  files.addDrive({ letter: 'C', fileSystem, size, kind: 'fixed' });
  files.createFolder(administrator, 'C:\\SMS\\Inboxes', { parents: true });
  return { files, changes };
}

const text = (value: string): { text: string; size: number } => ({ text: value, size: value.length });

describe('a file system', () => {
  it('finds names without case and shows them as they were given', () => {
    const { files } = newFiles();
    files.write(administrator, 'C:\\SMS\\Inboxes\\Client.LKP', text('a'));
    const facts = files.stat(administrator, 'c:\\sms\\INBOXES\\client.lkp');
    expect(facts.ok && facts.value.size).toBe(1);
    const listed = files.list(administrator, 'C:\\sms\\inboxes');
    expect(listed.ok && listed.value.map((entry) => entry.name)).toEqual(['Client.LKP']);
  });

  it.each([
    ['a missing file in a folder', 'C:\\SMS\\nothing.cfg', 2],
    ['a missing folder', 'C:\\Nowhere\\nothing.cfg', 3],
    ['a missing drive', 'Q:\\nothing.cfg', 3],
    ['a folder', 'C:\\SMS', 5],
    ['a name Windows does not allow', 'C:\\SMS\\a?b', 123],
  ])('answers reading %s (%s) with error %i', (_what, path, error) => {
    expect(newFiles().files.read(administrator, path)).toEqual({ ok: false, error });
  });

  it('lists by name on NTFS and in the order of creation on FAT', () => {
    const names = (fileSystem: 'NTFS' | 'FAT'): string[] => {
      const { files } = newFiles(fileSystem);
      for (const name of ['b.mif', 'C.mif', 'a.mif', 'x.raw']) files.write(administrator, `C:\\SMS\\${name}`, text(''));
      const listed = files.list(administrator, 'C:\\SMS', '*.mif');
      return listed.ok ? listed.value.map((entry) => entry.name) : [];
    };
    expect(names('NTFS')).toEqual(['a.mif', 'b.mif', 'C.mif']);
    expect(names('FAT')).toEqual(['b.mif', 'C.mif', 'a.mif']);
  });

  it('leaves a partial file of the bytes that fit when the drive is full, with error 112', () => {
    const { files } = newFiles();
    files.fillDrive('C', 4);
    expect(files.write(administrator, 'C:\\SMS\\x.mif', text('123456'))).toEqual({ ok: false, error: 112 });
    expect(files.read(administrator, 'C:\\SMS\\x.mif')).toEqual({ ok: true, value: text('1234') });
    expect(files.freeSpace('C:\\')).toBe(0);
    files.fillDrive('C', undefined);
    expect(files.write(administrator, 'C:\\SMS\\x.mif', text('123456')).ok).toBe(true);
    expect(files.freeSpace('C:\\')).toBe(994);
  });

  it('gives room back when a file is deleted or becomes smaller', () => {
    const { files } = newFiles();
    files.write(administrator, 'C:\\SMS\\x', { size: 600, token: 'bundle' });
    files.write(administrator, 'C:\\SMS\\x', { size: 100, token: 'bundle' });
    expect(files.freeSpace('C:')).toBe(900);
    files.delete(administrator, 'C:\\SMS\\x');
    expect(files.freeSpace('C:')).toBe(1000);
  });

  it('refuses to write or delete a read-only file with error 5', () => {
    const { files } = newFiles();
    files.write(administrator, 'C:\\SMS\\x.ddr', text('a'), { attributes: { readOnly: true } });
    expect(files.write(administrator, 'C:\\SMS\\x.ddr', text('b'))).toEqual({ ok: false, error: 5 });
    expect(files.delete(administrator, 'C:\\SMS\\x.ddr')).toEqual({ ok: false, error: 5 });
    files.setAttributes(administrator, 'C:\\SMS\\x.ddr', { readOnly: false });
    expect(files.delete(administrator, 'C:\\SMS\\x.ddr').ok).toBe(true);
  });

  it('renames onto a free name only: error 183 for a taken one, 3 for a missing folder', () => {
    const { files } = newFiles();
    files.write(administrator, 'C:\\SMS\\a', text('a'));
    files.write(administrator, 'C:\\SMS\\b', text('b'));
    expect(files.move(administrator, 'C:\\SMS\\a', 'C:\\SMS\\b')).toEqual({ ok: false, error: 183 });
    expect(files.move(administrator, 'C:\\SMS\\a', 'C:\\No\\b')).toEqual({ ok: false, error: 3 });
    expect(files.move(administrator, 'C:\\SMS\\a', 'C:\\SMS\\Inboxes\\c').ok).toBe(true);
    expect(files.read(administrator, 'C:\\SMS\\a')).toEqual({ ok: false, error: 2 });
  });

  it('lets nearest permissions decide on NTFS: Users with Read cannot write, with Special cannot delete', () => {
    const { files } = newFiles();
    const folder = 'C:\\SMS\\Inboxes';
    const give = (right: 'Read' | 'Special (Read, Write, Execute)' | 'Change'): void => {
      files.setPermissions(administrator, folder, [
        { account: 'Administrators', right: 'Full Control' },
        { account: 'Users', right },
      ]);
    };
    give('Read');
    expect(files.write(user, `${folder}\\x.ddr`, text('a'))).toEqual({ ok: false, error: 5 });
    give('Special (Read, Write, Execute)');
    expect(files.write(user, `${folder}\\x.ddr`, text('a')).ok).toBe(true);
    expect(files.delete(user, `${folder}\\x.ddr`)).toEqual({ ok: false, error: 5 });
    give('Change');
    expect(files.delete(user, `${folder}\\x.ddr`).ok).toBe(true);
  });

  it('knows no permissions on FAT and stamps times to two seconds, rounded up', () => {
    const { files } = newFiles('FAT', 1000, 5001);
    expect(files.setPermissions(administrator, 'C:\\SMS', [])).toEqual({ ok: false, error: 87 });
    files.write(user, 'C:\\SMS\\x', text('a'));
    const facts = files.stat(user, 'C:\\SMS\\x');
    expect(facts.ok && facts.value.modified).toBe(6000);
  });

  it('keeps time stamp and version in a copy', () => {
    const { files } = newFiles();
    files.write(administrator, 'C:\\SMS\\a.dll', text('a'), { version: '2.00.1493.2009', modified: 77_000 });
    files.copy(administrator, 'C:\\SMS\\a.dll', 'C:\\SMS\\b.dll');
    const facts = files.stat(administrator, 'C:\\SMS\\b.dll');
    expect(facts.ok && [facts.value.modified, facts.value.version]).toEqual([77_000, '2.00.1493.2009']);
  });

  it('never changes the template from which the files of a client were taken', () => {
    const template = newFiles().files;
    template.write(administrator, 'C:\\SMS\\a', text('template'));
    const files = template.fork({ now: () => 0, onChange: () => undefined });
    files.write(administrator, 'C:\\SMS\\a', text('client'));
    files.delete(administrator, 'C:\\SMS\\a');
    files.write(administrator, 'C:\\SMS\\b', text('b'));
    expect(template.read(administrator, 'C:\\SMS\\a')).toEqual({ ok: true, value: text('template') });
    expect(template.stat(administrator, 'C:\\SMS\\b').ok).toBe(false);
  });

  it.each([
    ['a file is written', (files: FileSystem) => files.write(administrator, 'C:\\SMS\\Inboxes\\a', text('b'))],
    ['a file goes', (files: FileSystem) => files.delete(administrator, 'C:\\SMS\\Inboxes\\a')],
    ['an attribute changes', (files: FileSystem) => files.setAttributes(administrator, 'C:\\SMS', { hidden: true })],
    ['a right above changes', (files: FileSystem) => files.setPermissions(administrator, 'C:\\', [])],
  ])('gives a folder another stamp when %s', (_what, change) => {
    const { files } = newFiles();
    files.write(administrator, 'C:\\SMS\\Inboxes\\a', text('a'));
    const before = files.stamp(administrator, 'C:\\SMS');
    files.createFolder(administrator, 'C:\\Other');
    files.list(administrator, 'C:\\SMS');
    expect(files.stamp(administrator, 'C:\\SMS')).toBe(before);
    expect(change(files)).toEqual({ ok: true, value: undefined });
    expect(files.stamp(administrator, 'C:\\SMS')).not.toBe(before);
  });

  it('lists a folder of a fork and of its origin as each has become', () => {
    const { files } = newFiles();
    const listed = (one: FileSystem): readonly string[] => {
      const entries = one.list(administrator, 'C:\\SMS\\Inboxes');
      return entries.ok ? entries.value.map(({ name, size }) => `${name} ${size}`) : [];
    };
    files.write(administrator, 'C:\\SMS\\Inboxes\\b', text('b'));
    expect(listed(files)).toEqual(['b 1']);
    const fork = files.fork({ now: () => 0, onChange: () => undefined });
    fork.write(administrator, 'C:\\SMS\\Inboxes\\b', text('changed'));
    fork.write(administrator, 'C:\\SMS\\Inboxes\\a', text('a'));
    files.delete(administrator, 'C:\\SMS\\Inboxes\\b');
    expect([listed(fork), listed(files)]).toEqual([['a 1', 'b 7'], []]);
  });

  it('is the same after save and restore, with its open handles', () => {
    const { files } = newFiles();
    files.write(administrator, 'C:\\SMS\\a', text('a'), { attributes: { hidden: true } });
    files.addShare({ name: 'CAP_ABC', path: 'C:\\SMS' });
    files.open(administrator, 'C:\\SMS\\a', { access: 'read', share: 'none', create: 'open existing' });
    const saved = JSON.parse(JSON.stringify(files.save())) as ReturnType<FileSystem['save']>;
    const restored = FileSystem.restore(saved, { now: () => 0, onChange: () => undefined });
    expect(JSON.parse(JSON.stringify(restored.save()))).toEqual(saved);
    expect(restored.read(user, 'C:\\SMS\\a')).toEqual({ ok: false, error: 32 });
  });
});
