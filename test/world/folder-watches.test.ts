import { describe, expect, it } from 'vitest';
import { FolderWatches } from '../../src/world/folder-watches.ts';
import { WorldBench, administrator } from './world-bench.ts';

const folder = 'C:\\CAP_ABC\\ddr.box';

/** A process on CAP1 that watches the inbox. */
function watched(): WorldBench {
  const bench = new WorldBench();
  bench.world.watches.watch('CAP1/assistant', 'CAP1', folder);
  return bench;
}

function notices(bench: WorldBench): number {
  return bench.pass(0).received.filter(({ message }) => message.type === 'folder changed').length;
}

describe('a watched folder', () => {
  it('gives one notice for any number of changes', () => {
    const bench = watched();
    for (const name of ['1.ddr', '2.ddr', '3.ddr']) bench.write('CAP1', `${folder}\\${name}`, 10);
    expect(notices(bench)).toBe(1);
    expect(bench.received[0]).toMatchObject({ receiver: 'CAP1/assistant', sender: 'CAP1' });
  });

  it('gives another notice for a change after the process has looked', () => {
    const bench = watched();
    bench.write('CAP1', `${folder}\\1.ddr`, 10);
    expect(notices(bench)).toBe(1);
    bench.write('CAP1', `${folder}\\2.ddr`, 10);
    expect(notices(bench)).toBe(1);
    bench.world.watches.looked('CAP1/assistant');
    bench.write('CAP1', `${folder}\\3.ddr`, 10);
    expect(notices(bench)).toBe(2);
  });

  it('gives no notice after the process has ended', () => {
    const bench = watched();
    bench.world.watches.drop('CAP1/assistant');
    bench.write('CAP1', `${folder}\\1.ddr`, 10);
    expect(notices(bench)).toBe(0);
  });

  it('gives a notice to a process that was started again and watches again', () => {
    const bench = watched();
    bench.write('CAP1', `${folder}\\1.ddr`, 10);
    bench.world.watches.drop('CAP1/assistant');
    bench.world.watches.watch('CAP1/assistant', 'CAP1', folder);
    bench.write('CAP1', `${folder}\\2.ddr`, 10);
    expect(notices(bench)).toBe(2);
  });

  it('gives every watcher its own notice, and one that watches twice only one', () => {
    const bench = watched();
    bench.world.watches.watch('CAP1/assistant', 'CAP1', folder.toUpperCase());
    bench.world.watches.watch('CAP1/other', 'cap1', folder);
    bench.write('CAP1', `${folder}\\1.ddr`, 10);
    bench.pass(0);
    expect(bench.received.map(({ receiver }) => receiver)).toEqual(['CAP1/assistant', 'CAP1/other']);
  });

  it.each([
    ['another folder', 'CAP1', 'C:\\CAP_ABC\\1.ddr'],
    ['a folder below', 'CAP1', `${folder}\\below\\1.ddr`],
    ['another computer', 'PC1', `${folder}\\1.ddr`],
  ])('does not notice a change in %s', (_where, computer, path) => {
    const bench = watched();
    const { files } = bench.computer(computer);
    files.createFolder(administrator, path.slice(0, path.lastIndexOf('\\')), { parents: true });
    notices(bench);
    bench.world.watches.looked('CAP1/assistant');
    const before = bench.received.length;
    bench.write(computer, path, 10);
    expect(notices(bench)).toBe(before);
    expect(bench.size(computer, path)).toBe(10);
  });

  it('notices a file that is renamed into it', () => {
    const bench = watched();
    bench.write('CAP1', 'C:\\CAP_ABC\\1.tmp', 10);
    expect(notices(bench)).toBe(0);
    bench.computer('CAP1').files.move(administrator, 'C:\\CAP_ABC\\1.tmp', `${folder}\\1.ddr`);
    expect(notices(bench)).toBe(1);
  });

  it('notices a file that another computer writes into it', () => {
    const bench = watched();
    bench.access('PC1').writeText('\\\\CAP1\\CAP_ABC\\ddr.box\\1.ddr', 'text');
    expect(notices(bench)).toBe(1);
  });

  it('is saved with its watchers and the notices on their way', () => {
    const bench = watched();
    bench.world.watches.watch('CAP1/other', 'CAP1', folder);
    bench.write('CAP1', `${folder}\\1.ddr`, 10);
    bench.world.watches.looked('CAP1/other');
    const posted: string[] = [];
    const post = (_sender: string, receiver: string): number => posted.push(receiver);
    const restored = new FolderWatches({ ...bench.world.hooks, post });
    const saved = JSON.parse(JSON.stringify(bench.world.watches.save())) as ReturnType<FolderWatches['save']>;
    restored.restore(saved);
    expect(restored.save()).toEqual(bench.world.watches.save());
    restored.changed('CAP1', `${folder}\\2.ddr`);
    expect(posted).toEqual(['CAP1/other']);
  });
});
