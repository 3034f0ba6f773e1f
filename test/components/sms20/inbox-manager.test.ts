import { describe, expect, it } from 'vitest';
import { hour, minute, second } from '../../../src/kernel/index.ts';
import { systemOpener } from '../../../src/world/index.ts';
import { ServerBench } from './server-fixture.ts';

const lookup = 'C:\\CAP_ABC\\clidata.box\\client.lkp';

function logged(bench: ServerBench): () => readonly string[] {
  return bench.log('SMS_INBOX_MANAGER', 'Inboxmgr.log');
}

describe('Inbox Manager', () => {
  it('copies what stands in the source folders when it starts', () => {
    const bench = new ServerBench().start();
    expect(bench.names('C:\\CAP_ABC\\clidata.box')).toContain('Clibase.cfg');
    expect(bench.names('C:\\CAP_ABC\\clicomp.box\\hinv')).toEqual(['Compver.ini']);
    expect(bench.names('C:\\CAP_ABC\\clifiles.box\\hinv')).toEqual(['Sms_def.mof']);
  });

  it('copies a changed file at once and logs source and target', () => {
    const bench = new ServerBench().start();
    const lines = logged(bench);
    bench.write(bench.inbox('clidata.src', 'client.lkp'), 'one');
    bench.pass(second);
    expect(bench.text(lookup)).toBe('one');
    expect(lines()).toEqual([`Copying C:\\SMS\\inboxes\\clidata.src\\client.lkp to ${lookup}, OK`]);
  });

  it('copies again at the hourly check what somebody has changed or deleted on the access point', () => {
    const bench = new ServerBench().start();
    bench.write(bench.inbox('clidata.src', 'client.lkp'), 'one');
    bench.pass(2 * hour);
    bench.write(lookup, 'spoilt');
    bench.pass(hour);
    expect(bench.text(lookup)).toBe('one');
    bench.server.files.delete(systemOpener, lookup);
    bench.pass(hour);
    expect(bench.text(lookup)).toBe('one');
  });

  it('names a separate access point by its share', () => {
    const bench = new ServerBench('2.0 SP4', { cap: true }).start();
    const lines = logged(bench);
    bench.write(bench.inbox('clidata.src', 'client.lkp'), 'one');
    bench.pass(second);
    expect(lines()).toEqual([
      'Copying C:\\SMS\\inboxes\\clidata.src\\client.lkp to \\\\CAP1\\CAP_ABC\\clidata.box\\client.lkp, OK',
    ]);
    expect(bench.text(lookup, bench.capServer)).toBe('one');
  });

  it('leaves files on the access point that are gone from the source (Q256905)', () => {
    const bench = new ServerBench().start();
    bench.write('C:\\CAP_ABC\\clidata.box\\OLD00001.cfg', 'old');
    bench.write(bench.inbox('clidata.src', 'client.lkp'), 'one');
    bench.pass(2 * hour);
    expect(bench.names('C:\\CAP_ABC\\clidata.box')).toContain('OLD00001.cfg');
  });

  it.each([
    ['2.0 SP3', 'old', 1],
    ['2.0 SP4', 'new', 2],
  ])(
    '%s: a client.lkp that a client reads for 45 seconds is %s one minute later (Q280515)',
    (release, text, failures) => {
      const bench = new ServerBench(release).start();
      bench.write(bench.inbox('clidata.src', 'client.lkp'), 'old');
      bench.pass(second);
      const lines = logged(bench);
      const letGo = bench.hold(lookup);
      bench.pass(second).write(bench.inbox('clidata.src', 'client.lkp'), 'new');
      bench.pass(45 * second);
      letGo();
      bench.pass(minute);
      expect(bench.text(lookup)).toBe(text);
      const failure = `Copying C:\\SMS\\inboxes\\clidata.src\\client.lkp to ${lookup}, Failed, Win32 Error = 32`;
      expect(lines().filter((line) => line === failure)).toHaveLength(failures);
    },
  );

  it('tries a refused copy again at the hourly check', () => {
    const bench = new ServerBench('2.0 SP3').start();
    bench.write(bench.inbox('clidata.src', 'client.lkp'), 'old');
    bench.pass(second);
    const letGo = bench.hold(lookup);
    bench.pass(second).write(bench.inbox('clidata.src', 'client.lkp'), 'new');
    bench.pass(minute);
    letGo();
    bench.pass(hour);
    expect(bench.text(lookup)).toBe('new');
  });

  it('makes a missing share anew on the NTFS drive with the most free space (Q200830)', () => {
    const bench = new ServerBench().start();
    bench.server.files.removeShare('CAP_ABC');
    bench.pass(hour);
    expect(bench.server.files.resolveShare('CAP_ABC')).toBe('D:\\CAP_ABC');
    expect(bench.names('D:\\CAP_ABC\\clidata.box')).toContain('Clibase.cfg');
  });

  it('does nothing while the inboxes of the site server are gone (Q200830)', () => {
    const bench = new ServerBench().start();
    const opener = { process: '', account: 'Administrator', local: true, groups: ['Administrators'] };
    bench.server.files.removeFolder(opener, 'C:\\SMS\\inboxes', { recursive: true });
    bench.server.files.removeShare('CAP_ABC');
    bench.pass(2 * hour);
    expect(bench.server.files.resolveShare('CAP_ABC')).toBeUndefined();
  });

  it('makes a missing box anew with its permissions and leaves changed ones alone (Q200830, Q252856)', () => {
    const bench = new ServerBench().start();
    const opener = { process: '', account: 'Administrator', local: true, groups: ['Administrators'] };
    const [gone, kept] = ['C:\\CAP_ABC\\sinv.box', 'C:\\CAP_ABC\\ddr.box'];
    bench.server.files.removeFolder(opener, gone, { recursive: true });
    bench.server.files.setPermissions(opener, kept, [{ account: 'Everyone', right: 'Full Control' }]);
    bench.pass(hour);
    const users = { account: 'Users', right: 'Special (Read, Write, Execute)' };
    expect(bench.server.files.permissions(gone)).toContainEqual(users);
    expect(bench.server.files.permissions(kept)).toEqual([{ account: 'Everyone', right: 'Full Control' }]);
  });

  it.each([
    ['2.0', 'Change', 'Read'],
    ['2.0 SP1', 'Special (Read, Write, Execute)', 'Read'],
    ['2.0 SP2', 'Special (Read, Write, Execute)', 'Read and Execute'],
  ])('%s: uploads get %s and downloads %s (Q252856)', (release, upload, download) => {
    const bench = new ServerBench(release).start();
    const right = (box: string): string | undefined =>
      bench.server.files.permissions(`C:\\CAP_ABC\\${box}`)?.find((entry) => entry.account === 'Users')?.right;
    expect([right('inventry.box'), right('clidata.box')]).toEqual([upload, download]);
  });

  it.each([
    ['2.0 SP1', false],
    ['2.0 SP2', true],
  ])('%s: locks a component folder while it refreshes it: %s (Q275617)', (release, locks) => {
    const bench = new ServerBench(release).start();
    const before = bench.fileChanges('Inboxlck.tok').length;
    bench.write(bench.inbox('clicomp.src', 'hinv', 'Compver.ini'), 'newer');
    bench.pass(second);
    expect(bench.text('C:\\CAP_ABC\\clicomp.box\\hinv\\Compver.ini')).toBe('newer');
    expect(bench.fileChanges('Inboxlck.tok').slice(before)).toEqual(locks ? ['created 0 bytes', 'deleted'] : []);
  });

  it.each([
    ['2.0 SP3', true],
    ['2.0 SP4', false],
  ])('%s: a lock that a client has open for ten seconds stays behind: %s (Q275617)', (release, stays) => {
    const bench = new ServerBench(release).start();
    const lock = 'C:\\CAP_ABC\\clicomp.box\\hinv\\Inboxlck.tok';
    bench.write(bench.inbox('clicomp.src', 'hinv', 'BIG.exe'), 'x'.repeat(5_000_000));
    bench.pass(500);
    const letGo = bench.hold(lock);
    bench.pass(10 * second);
    letGo();
    bench.pass(minute);
    expect(bench.names('C:\\CAP_ABC\\clicomp.box\\hinv', '*.tok')).toEqual(stays ? ['Inboxlck.tok'] : []);
  });
});
