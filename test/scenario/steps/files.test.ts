import { describe, expect, it } from 'vitest';
import { hour, instantOf, minute } from '../../../src/kernel/index.ts';
import { StepBench } from './step-bench.ts';

const missing = 'The system cannot find the file specified.';
const inUse = 'The process cannot access the file because it is being used by another process.';

describe('write', () => {
  it('writes a text, adds to it, and writes a file of a size', () => {
    const bench = new StepBench();
    bench.done(
      "write: { on: PC1, path: 'C:\\new.txt', text: hello }",
      "write: { on: PC1, path: 'C:\\new.txt', text: ' world', append: true }",
      "write: { on: PC1, path: 'C:\\big.exe', size: 5 MB, version: 4.0.1 }",
    );
    expect(bench.text('PC1', 'C:\\new.txt')).toBe('hello world');
    expect(bench.facts('PC1', 'C:\\big.exe')).toMatchObject({ size: 5 * 1024 ** 2, version: '4.0.1' });
  });

  it('reaches a share, and fails with the words of Windows where there is none', () => {
    const bench = new StepBench();
    bench.done(
      "write: { path: '\\\\CAP1\\CAP_ABC\\x.txt', text: a }",
      "write: { on: PC1, path: '\\\\CAP1\\CAP_ABC\\y.txt' }",
    );
    expect(bench.facts('CAP1', 'C:\\CAP_ABC\\x.txt')?.size).toBe(1);
    expect(bench.facts('CAP1', 'C:\\CAP_ABC\\y.txt')?.size).toBe(0);
    expect(bench.play("write: { on: PC1, path: '\\\\CAP1\\NOSHARE\\x.txt', text: a }")).toEqual([
      '\\\\CAP1\\NOSHARE\\x.txt: The network name cannot be found.',
    ]);
    bench.done('cut: { between: [PC1, CAP1] }');
    expect(bench.play("write: { on: PC1, path: '\\\\CAP1\\CAP_ABC\\x.txt', text: a }")).toEqual([
      '\\\\CAP1\\CAP_ABC\\x.txt: The network path was not found.',
    ]);
  });
});

describe('copy and move', () => {
  it('take the files of a wildcard along with their dates, to another computer too', () => {
    const bench = new StepBench();
    bench.done(
      "write: { on: PC1, path: 'C:\\b.txt', text: bb, version: '2.0' }",
      'clock: { on: CAP1, ahead: 3h }',
      "copy: { on: PC1, from: 'C:\\*.txt', to: '\\\\CAP1\\CAP_ABC\\' }",
      "move: { from: { on: PC1, path: 'C:\\b.txt' }, to: { on: PC2, path: 'C:\\c.txt' } }",
    );
    const copied = bench.facts('CAP1', 'C:\\CAP_ABC\\b.txt');
    expect(copied).toMatchObject({ size: 2, version: '2.0', modified: bench.facts('PC2', 'C:\\c.txt')?.modified });
    expect(bench.facts('CAP1', 'C:\\CAP_ABC\\a.txt')?.size).toBe(3);
    expect(bench.facts('PC1', 'C:\\b.txt')).toBeUndefined();
  });

  it('fail where the source is missing', () => {
    const bench = new StepBench();
    expect(bench.play("copy: { on: PC1, from: 'C:\\no.txt', to: 'C:\\x.txt' }")).toEqual([
      `C:\\no.txt to C:\\x.txt: ${missing}`,
    ]);
    expect(bench.play("move: { from: { on: PC1, path: 'C:\\no.txt' }, to: '\\\\CAP1\\CAP_ABC\\x.txt' }")).toEqual([
      `C:\\no.txt to \\\\CAP1\\CAP_ABC\\x.txt: ${missing}`,
    ]);
  });
});

describe('rename, delete and make folder', () => {
  it('change names and remove files by wildcard and folders with what is in them', () => {
    const bench = new StepBench();
    bench.done(
      "make folder: { on: PC1, path: 'C:\\One\\Two' }",
      "write: { on: PC1, path: 'C:\\One\\Two\\x.cfg', text: x }",
      "write: { on: PC1, path: 'C:\\One\\Two\\y.cfg', text: y }",
      "rename: { on: PC1, path: 'C:\\One\\Two\\y.cfg', to: y.old }",
      "delete: { on: PC1, path: 'C:\\One\\Two\\*.cfg' }",
    );
    expect(bench.facts('PC1', 'C:\\One\\Two\\x.cfg')).toBeUndefined();
    expect(bench.text('PC1', 'C:\\One\\Two\\y.old')).toBe('y');
    bench.done("delete: { on: PC1, path: 'C:\\One', folder: true }");
    expect(bench.facts('PC1', 'C:\\One')).toBeUndefined();
  });

  it('fail where there is nothing, or something in the way', () => {
    const bench = new StepBench();
    expect(bench.play("delete: { on: PC1, path: 'C:\\*.nhm' }")).toEqual([`C:\\*.nhm: ${missing}`]);
    expect(bench.play("rename: { on: PC1, path: 'C:\\no.txt', to: x }")).toEqual([`C:\\no.txt: ${missing}`]);
    expect(bench.play("make folder: { on: PC1, path: 'C:\\a.txt' }")).toHaveLength(1);
  });
});

describe('truncate, attributes, time stamps', () => {
  it('change one side of a file each', () => {
    const bench = new StepBench();
    bench.done(
      "truncate: { on: PC1, path: 'C:\\a.txt', to: 1 byte }",
      "time stamps: { on: PC1, path: 'C:\\a.txt', modified: 1998-01-02 03:04 }",
      "attributes: { on: PC1, path: 'C:\\a.txt', read-only: true }",
    );
    const modified = instantOf({ year: 1998, month: 1, day: 2, hour: 3, minute: 4 });
    expect(bench.facts('PC1', 'C:\\a.txt')).toMatchObject({ size: 1, modified, attributes: { readOnly: true } });
    expect(bench.errorOnOpening('PC1', 'C:\\a.txt', 'write')).toBe(5);
  });

  it.each([
    "truncate: { on: PC1, path: 'C:\\no.txt', to: 1 byte }",
    "attributes: { on: PC1, path: 'C:\\no.txt', hidden: true }",
    "time stamps: { on: PC1, path: 'C:\\no.txt', created: 1998-01-02 03:04 }",
  ])('%s fails', (step) => {
    expect(new StepBench().play(step)).toEqual([`C:\\no.txt: ${missing}`]);
  });
});

describe('ini', () => {
  it('sets and removes single values', () => {
    const bench = new StepBench();
    bench.done('write: { on: PC1, path: \'C:\\x.ini\', text: "[One]\\r\\nA=1\\r\\nB=2\\r\\n" }');
    bench.done("ini: { on: PC1, path: 'C:\\x.ini', section: one, key: a, value: 7 }");
    bench.done("ini: { on: PC1, path: 'C:\\x.ini', section: One, key: B, remove: true }");
    expect(bench.text('PC1', 'C:\\x.ini')).toBe('[One]\r\nA=7\r\n');
    bench.done("ini: { on: PC1, path: 'C:\\x.ini', section: One, remove: true }");
    expect(bench.text('PC1', 'C:\\x.ini')).not.toContain('[One]');
  });

  it('fails without the file', () => {
    expect(new StepBench().play("ini: { on: PC1, path: 'C:\\no.ini', section: A, key: B, value: c }")).toHaveLength(1);
  });
});

describe('permissions', () => {
  it.each(["path: 'C:\\CAP_ABC'", 'share: CAP_ABC', 'volume: C'])(
    'on %s keep people out, and let them in again',
    (place) => {
      const bench = new StepBench();
      const look = "copy: { on: PC1, from: '\\\\CAP1\\CAP_ABC\\a.txt', to: 'C:\\b.txt' }";
      bench.done("write: { path: '\\\\CAP1\\CAP_ABC\\a.txt', text: a }", look);
      bench.done(`permissions: { on: CAP1, ${place}, entries: { Everyone: No Access } }`);
      expect(bench.play(look)).toEqual(['\\\\CAP1\\CAP_ABC\\a.txt to C:\\b.txt: Access is denied.']);
      bench.done(`permissions: { on: CAP1, ${place}, inherit: true }`, look);
    },
  );

  it('do not exist on FAT', () => {
    const failures = new StepBench().play("permissions: { on: PC2, path: 'C:\\a.txt', entries: { Users: Read } }");
    expect(failures).toEqual(['C:\\a.txt: The parameter is incorrect.']);
  });
});

describe('share and unshare', () => {
  it('open a folder to others and close it', () => {
    const bench = new StepBench();
    bench.done("make folder: { on: PC1, path: 'C:\\Data' }", "share: { on: PC1, name: DATA, path: 'C:\\Data' }");
    bench.done("write: { on: CAP1, path: '\\\\PC1\\DATA\\x.txt', text: a }", 'unshare: { on: PC1, name: DATA }');
    expect(bench.facts('PC1', 'C:\\Data\\x.txt')?.size).toBe(1);
    expect(bench.play('unshare: { on: PC1, name: DATA }')).toEqual(['DATA: The network name cannot be found.']);
    expect(bench.play("share: { on: PC1, name: X, path: 'C:\\Nowhere' }")).toHaveLength(1);
    expect(bench.play("share: { on: PC1, name: X, path: 'C:\\a.txt' }")).toHaveLength(1);
  });
});

describe('hold open, lock, release and close handles', () => {
  it('a reader that shares reading keeps writers out for its time', () => {
    const bench = new StepBench();
    bench.done("hold open: { on: PC1, path: 'C:\\a.txt', for: 1h }");
    expect(bench.errorOnOpening('PC1', 'C:\\a.txt')).toBe(0);
    expect(bench.errorOnOpening('PC1', 'C:\\a.txt', 'write')).toBe(32);
    bench.pass(hour);
    expect(bench.errorOnOpening('PC1', 'C:\\a.txt', 'write')).toBe(0);
  });

  it('a lock keeps everybody out until its holder releases it', () => {
    const bench = new StepBench();
    bench.done("lock: { on: PC1, path: 'C:\\a.txt', as: a virus scanner }");
    expect(bench.errorOnOpening('PC1', 'C:\\a.txt')).toBe(32);
    expect(bench.play("delete: { on: PC1, path: 'C:\\a.txt' }")).toEqual([`C:\\a.txt: ${inUse}`]);
    bench.done('release: a virus scanner');
    expect(bench.errorOnOpening('PC1', 'C:\\a.txt')).toBe(0);
    expect(bench.play('release: a virus scanner')).toEqual(['a virus scanner holds nothing open']);
  });

  it('a released file is not closed a second time when its time is over', () => {
    const bench = new StepBench();
    bench.done("lock: { on: PC1, path: 'C:\\a.txt', as: one, for: 10m }", 'release: one');
    bench.done("lock: { on: PC1, path: 'C:\\a.txt', as: two }");
    bench.pass(11 * minute);
    expect(bench.errorOnOpening('PC1', 'C:\\a.txt')).toBe(32);
  });

  it('an administrator closes the handles of a file or of a program', () => {
    const bench = new StepBench();
    bench.done("lock: { on: PC1, path: 'C:\\a.txt', as: one }", "close handles: { on: PC1, path: 'C:\\A.TXT' }");
    bench.done("lock: { on: PC1, path: 'C:\\a.txt', as: one }", 'close handles: { on: PC1, process: one }');
    expect(bench.errorOnOpening('PC1', 'C:\\a.txt')).toBe(0);
    expect(bench.play('close handles: { on: PC1, process: one }')).toEqual(['nothing of that is open on PC1']);
    bench.done("write: { on: PC1, path: '\\\\CAP1\\CAP_ABC\\x' }");
    bench.done("lock: { on: PC1, path: '\\\\CAP1\\CAP_ABC\\x', as: one }", 'close handles: { on: CAP1, remote: true }');
    expect(bench.errorOnOpening('CAP1', 'C:\\CAP_ABC\\x')).toBe(0);
  });

  it('what does not exist cannot be held', () => {
    const bench = new StepBench();
    expect(bench.play("hold open: { on: PC1, path: 'C:\\no.txt' }")).toEqual([`C:\\no.txt: ${missing}`]);
    expect(bench.play("lock: { path: '\\\\NOBODY\\X\\no.txt' }")).toHaveLength(1);
  });
});

describe('fill drive and release drive', () => {
  it('leave so much free that a file does not fit, and give the room back', () => {
    const bench = new StepBench();
    bench.done('fill drive: { on: PC1, leaving: 100 bytes }');
    expect(bench.computer('PC1').files.freeSpace('C:\\')).toBe(100);
    expect(bench.play("write: { on: PC1, path: 'C:\\big', size: 1 KB }")).toEqual([
      'C:\\big: There is not enough space on the disk.',
    ]);
    bench.done('release drive: { on: PC1 }', "write: { on: PC1, path: 'C:\\big', size: 1 KB }");
    expect(bench.facts('PC1', 'C:\\big')?.size).toBe(1024);
    expect(bench.play('fill drive: { on: PC1, drive: X }')).toEqual(['PC1 has no drive X']);
  });
});

describe('remove lines', () => {
  it('takes out the lines that have the text, and fails where none has it', () => {
    const bench = new StepBench();
    bench.done(
      `write: { on: PC1, path: 'C:\\map.txt', text: "[PC]\\r\\n0.SMH\\tLAM1\\r\\n1.SMH\\tLAM2\\r\\n" }`,
      "remove lines: { on: PC1, path: 'C:\\map.txt', with: LAM1 }",
    );
    expect(bench.text('PC1', 'C:\\map.txt')).toBe('[PC]\r\n1.SMH\tLAM2\r\n');
    expect(bench.play("remove lines: { on: PC1, path: 'C:\\map.txt', with: LAM1 }")).toEqual([
      `C:\\map.txt: ${missing}`,
    ]);
    expect(bench.play("remove lines: { on: PC1, path: 'C:\\no.txt', with: LAM1 }")).toEqual([`C:\\no.txt: ${missing}`]);
  });
});

describe('files of SMS 1.2', () => {
  it('are a Resync.cfg of 48 bytes for each computer', () => {
    const bench = new StepBench();
    bench.done("write: { on: PC1, path: 'C:\\r.cfg', resync commands: { first: LAM0000Z, count: 2 } }");
    expect(bench.facts('PC1', 'C:\\r.cfg')?.size).toBe(96);
    expect(bench.text('PC1', 'C:\\r.cfg')).toContain('LAM00010');
  });

  it('are hotfixes with the size and the time stamp of their articles (Q178661)', () => {
    const bench = new StepBench();
    bench.done("obtain hotfix: { on: PC1, article: Q178661, folder: 'C:\\HOTFIX' }");
    const modified = instantOf({ year: 1997, month: 12, day: 5, hour: 14, minute: 3 });
    expect(bench.facts('PC1', 'C:\\HOTFIX\\Invmac.mac')).toMatchObject({ size: 162_975, modified });
  });
});
