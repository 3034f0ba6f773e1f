import { describe, expect, it } from 'vitest';
import { minute } from '../../src/kernel/index.ts';
import { FileAccess, documentedLockout, win32, type Outcome } from '../../src/world/index.ts';
import { WorldBench } from './world-bench.ts';

const file = '\\\\CAP1\\CAP_ABC\\ddr.box\\client.lkp';

function bench(): WorldBench {
  const made = new WorldBench();
  made.write('CAP1', 'C:\\CAP_ABC\\ddr.box\\client.lkp', 500);
  return made;
}

function errorOf(outcome: Outcome<unknown>): number {
  return outcome.ok ? 0 : outcome.error;
}

const nothing = (): void => undefined;

const disturbances: readonly (readonly [string, string, number, (b: WorldBench) => unknown])[] = [
  ['nothing is wrong', file, 0, nothing],
  ['there is no such server', '\\\\CAP9\\CAP_ABC\\ddr.box\\client.lkp', win32.badNetPath, nothing],
  ['the server is off', file, win32.badNetPath, (b) => (b.computer('CAP1').power = 'off')],
  ['the wire is cut', file, win32.badNetPath, (b) => b.world.network.change('PC1', 'CAP1', { cut: true })],
  ['the link is held', file, 121, (b) => b.world.network.change('PC1', 'CAP1', { held: true })],
  ['there is no such share', '\\\\CAP1\\CAP_XYZ\\client.lkp', win32.badNetName, nothing],
  ['the share was removed', file, win32.badNetName, (b) => b.computer('CAP1').files.removeShare('CAP_ABC')],
  ['the account is unknown', file, win32.logonFailure, (b) => b.world.accounts.delete('Administrator')],
  ['the account is disabled', file, 1331, (b) => b.world.accounts.set('Administrator', { disabled: true })],
  ['the account is locked out', file, 1909, (b) => b.world.accounts.set('Administrator', { lockedUntil: b.now + 1 })],
  ['there is no such file', '\\\\CAP1\\CAP_ABC\\ddr.box\\other.lkp', win32.fileNotFound, nothing],
  ['there is no such folder', '\\\\CAP1\\CAP_ABC\\inventry.box\\other.lkp', win32.pathNotFound, nothing],
];

describe('a path on another computer', () => {
  it.each(disturbances)('when %s: %s gives error %d', (_why, path, error, disturb) => {
    const made = bench();
    disturb(made);
    expect(errorOf(made.access().read(path))).toBe(error);
    expect(errorOf(made.access().stat(path))).toBe(error);
    expect(made.access().exists(path)).toBe(error === 0);
  });

  it('takes server and share without regard to case and leads to the folder behind the share', () => {
    const made = bench();
    expect(made.access().writeText('\\\\cap1\\cap_abc\\DDR.BOX\\new.ddr', 'text').ok).toBe(true);
    expect(made.size('CAP1', 'C:\\CAP_ABC\\ddr.box\\new.ddr')).toBe(4);
    expect(made.size('PC1', 'C:\\CAP_ABC\\ddr.box\\new.ddr')).toBeUndefined();
  });

  it('refuses a service whose account has got another password, and counts its attempts (Q227033)', () => {
    const made = bench();
    const service = (password: string) =>
      new FileAccess(made.world, made.computer('PC1'), 'PC1/service', 'SMSClient_ABC', password);
    made.world.accounts.policy = documentedLockout;
    expect(service('secret').read(file).ok).toBe(true);
    made.world.accounts.set('SMSClient_ABC', { password: 'new' });
    for (let count = 0; count < 5; count++) expect(errorOf(service('secret').read(file))).toBe(win32.logonFailure);
    expect(errorOf(service('new').read(file))).toBe(win32.accountLockedOut);
    made.now += 30 * minute;
    expect(service('new').read(file).ok).toBe(true);
  });

  it('of the computer itself needs no network and no account', () => {
    const made = bench();
    made.world.network.partition([['CAP1']]);
    const local = made.access('CAP1', 'CAP1/assistant', 'SYSTEM');
    expect(local.read(file).ok).toBe(true);
    expect(errorOf(local.read('\\\\CAP1\\NOSHARE\\x'))).toBe(win32.badNetName);
    expect(made.world.network.carried('CAP1', 'CAP1')).toBe(0);
  });

  it('is asked for in the name of the session, not of the process', () => {
    const made = bench();
    const system = made.access('PC1', 'PC1/agent', 'SYSTEM');
    expect(errorOf(system.read(file))).toBe(win32.accessDenied);
    expect(made.world.connect('PC1', 'CAP1', 'SMSClient_ABC', 'secret').ok).toBe(true);
    expect(system.read(file).ok).toBe(true);
    const { files } = made.computer('CAP1');
    const everybody = { process: '', account: 'Administrator', local: true, groups: ['Administrators'] };
    files.setPermissions(everybody, 'C:\\CAP_ABC\\ddr.box', [{ account: 'Users', right: 'Read' }]);
    expect(system.read(file).ok).toBe(true);
    expect(errorOf(system.writeText(file, 'x'))).toBe(win32.accessDenied);
  });

  it('asks the permissions of the share for what is to be done', () => {
    const made = bench();
    const permissions = [{ account: 'Everyone', right: 'Read' }] as const;
    made.computer('CAP1').files.addShare({ name: 'CAP_ABC', path: 'C:\\CAP_ABC', permissions });
    const files = made.access();
    expect(files.read(file).ok).toBe(true);
    const writing = { access: 'write', share: 'none', create: 'open existing' } as const;
    const refused = [
      files.writeText(file, 'x'),
      files.append(file, 'x'),
      files.delete(file),
      files.move(file, `${file}2`),
      files.copy(file, `${file}2`),
      files.createFolder('\\\\CAP1\\CAP_ABC\\new'),
      files.open(file, writing),
    ];
    expect(refused.map(errorOf)).toEqual(refused.map(() => win32.accessDenied));
    expect(made.size('CAP1', 'C:\\CAP_ABC\\ddr.box\\client.lkp')).toBe(500);
  });
});

describe('sessions', () => {
  it.each([
    ['a wrong password', 'SMSClient_ABC', 'old', win32.logonFailure],
    ['an unknown account', 'SMSClient_XYZ', 'secret', win32.logonFailure],
    ['the right password', 'SMSClient_ABC', 'secret', 0],
  ])('with %s', (_what, account, password, error) => {
    const { world, records } = new WorldBench();
    expect(errorOf(world.connect('PC1', 'CAP1', account, password))).toBe(error);
    expect(world.sessionAccount('pc1', 'cap1')).toBe(error === 0 ? account : undefined);
    expect(records).toContainEqual(expect.stringMatching(`^account PC1 ${account} `));
  });

  it('ask the network first: an unreachable server counts no wrong password', () => {
    const { world } = new WorldBench();
    world.network.change('PC1', 'CAP1', { cut: true });
    expect(errorOf(world.connect('PC1', 'CAP1', 'SMSClient_ABC', 'old'))).toBe(win32.badNetPath);
    expect(world.accounts.get('SMSClient_ABC')?.badAttempts).toBe(0);
  });

  it('end for both sides when one computer goes', () => {
    const { world } = new WorldBench();
    world.connect('PC1', 'CAP1', 'SMSClient_ABC', 'secret');
    world.connect('PC2', 'CAP1', 'SMSClient_ABC', 'secret');
    world.disconnect('pc1');
    expect([world.sessionAccount('PC1', 'CAP1'), world.sessionAccount('PC2', 'CAP1')]).toEqual([
      undefined,
      'SMSClient_ABC',
    ]);
    world.disconnect('CAP1');
    expect(world.sessions.size).toBe(0);
  });

  it('end when the wire between the two is cut, and are not there again when it is mended', () => {
    const { world } = new WorldBench();
    world.connect('PC1', 'CAP1', 'SMSClient_ABC', 'secret');
    world.connect('PC2', 'CAP1', 'SMSClient_ABC', 'secret');
    world.network.change('PC1', 'CAP1', { cut: true });
    world.transfers.linkChanged();
    world.network.change('PC1', 'CAP1', { cut: false });
    world.transfers.linkChanged();
    expect([...world.sessions.keys()]).toEqual(['PC2 > CAP1']);
  });
});

describe('bytes on the wire', () => {
  it('are counted for every read, write and addition that succeeds', () => {
    const made = bench();
    const files = made.access();
    files.read(file);
    files.writeText('\\\\cap1\\CAP_ABC\\ddr.box\\new.ddr', 'x'.repeat(40));
    files.append('\\\\cap1\\CAP_ABC\\ddr.box\\new.ddr', 'yyy');
    files.stat(file);
    expect(made.world.network.carried('PC1', 'CAP1')).toBe(543);
  });

  it('are none for what was refused', () => {
    const made = bench();
    made.access().read('\\\\CAP1\\CAP_ABC\\ddr.box\\none');
    made.access().writeText('\\\\CAP1\\CAP_XYZ\\new.ddr', 'text');
    made.world.network.change('PC1', 'CAP1', { cut: true });
    made.access().writeText(file, 'text');
    made.access().append(file, 'text');
    expect(made.world.network.carried('PC1', 'CAP1')).toBe(0);
  });
});

describe('moving and copying', () => {
  it('happen in no time within one computer, by local and network paths alike', () => {
    const made = bench();
    const files = made.access();
    expect(files.copy(file, '\\\\CAP1\\CAP_ABC\\copy.lkp').ok).toBe(true);
    expect(files.move(file, '\\\\CAP1\\CAP_ABC\\moved.lkp').ok).toBe(true);
    expect(made.size('CAP1', 'C:\\CAP_ABC\\copy.lkp')).toBe(500);
    expect(made.size('CAP1', 'C:\\CAP_ABC\\moved.lkp')).toBe(500);
    expect(files.exists(file)).toBe(false);
  });

  it('between computers in no time are a bug of the emulator', () => {
    const files = bench().access();
    expect(() => files.copy(file, 'C:\\client.lkp')).toThrow('different computers');
    expect(() => files.move(file, 'C:\\client.lkp')).toThrow('different computers');
  });
});

describe('a handle', () => {
  it('on another computer keeps others out until it is closed', () => {
    const made = bench();
    const held = made.access().open(file, { access: 'read', share: 'none', create: 'open existing' });
    expect(held).toMatchObject({ ok: true, value: { computer: 'CAP1', path: 'C:\\CAP_ABC\\ddr.box\\client.lkp' } });
    expect(errorOf(made.access('PC2').read(file))).toBe(win32.sharingViolation);
    if (held.ok) made.access().close(held.value);
    expect(made.access('PC2').read(file).ok).toBe(true);
  });
});
