import { describe, expect, it } from 'vitest';
import { hour, minute } from '../../src/kernel/index.ts';
import { Accounts, documentedLockout, win32 } from '../../src/world/index.ts';

const name = 'SMSClient_ABC';

function domain(): Accounts {
  const accounts = new Accounts();
  accounts.policy = documentedLockout;
  accounts.set(name, { password: 'secret', groups: ['Users'] });
  return accounts;
}

/** The error of a logon attempt, 0 for success. */
function attempt(accounts: Accounts, password: string, now: number): number {
  const outcome = accounts.authenticate(name, password, now);
  return outcome.ok ? 0 : outcome.error;
}

function lockOut(accounts: Accounts, now: number): void {
  for (let count = 0; count < 5; count++) expect(attempt(accounts, 'old', now)).toBe(win32.logonFailure);
}

describe('accounts', () => {
  it('let the right password in, whatever the case of the name', () => {
    expect(domain().authenticate('smsclient_abc', 'secret', 0).ok).toBe(true);
  });

  it('answer an unknown name like a wrong password', () => {
    expect(domain().authenticate('nobody', 'secret', 0)).toEqual({ ok: false, error: win32.logonFailure });
  });

  it('lock after five wrong passwords for half an hour, even for who knows the right one (Q227033)', () => {
    const accounts = domain();
    lockOut(accounts, 0);
    expect(attempt(accounts, 'secret', 0)).toBe(win32.accountLockedOut);
    expect(attempt(accounts, 'secret', 30 * minute - 1)).toBe(win32.accountLockedOut);
    expect(attempt(accounts, 'secret', 30 * minute)).toBe(0);
  });

  it('do not count attempts while they are locked: the lock is not prolonged', () => {
    const accounts = domain();
    lockOut(accounts, 0);
    for (let count = 0; count < 10; count++) attempt(accounts, 'old', 20 * minute);
    expect(attempt(accounts, 'secret', 30 * minute)).toBe(0);
  });

  it('count from nought again after a lock has run out', () => {
    const accounts = domain();
    lockOut(accounts, 0);
    for (let count = 0; count < 4; count++) expect(attempt(accounts, 'old', hour)).toBe(win32.logonFailure);
    expect(attempt(accounts, 'secret', hour)).toBe(0);
  });

  it('forget wrong passwords when none has come for the reset time of the policy', () => {
    const accounts = domain();
    for (let count = 0; count < 12; count++) expect(attempt(accounts, 'old', count * 30 * minute)).toBe(1326);
    expect(attempt(accounts, 'secret', 6 * hour)).toBe(0);
    const busy = domain();
    for (let count = 0; count < 5; count++) attempt(busy, 'old', count * (30 * minute - 1));
    expect(attempt(busy, 'secret', 4 * 30 * minute)).toBe(win32.accountLockedOut);
  });

  it('forget wrong passwords once the right one was given', () => {
    const accounts = domain();
    for (let round = 0; round < 3; round++) {
      for (let count = 0; count < 4; count++) attempt(accounts, 'old', 0);
      expect(attempt(accounts, 'secret', 0)).toBe(0);
    }
  });

  it('are unlocked by an administrator, and locked anew by clients that still use the old password', () => {
    const accounts = domain();
    lockOut(accounts, 0);
    accounts.set(name, { badAttempts: 0, lockedUntil: null });
    expect(attempt(accounts, 'secret', 0)).toBe(0);
    lockOut(accounts, 0);
    expect(attempt(accounts, 'secret', 0)).toBe(win32.accountLockedOut);
  });

  it('do not lock out a second account of the same site (workaround of Q227033)', () => {
    const accounts = domain();
    accounts.set('SMSClient2_ABC', { password: 'other' });
    lockOut(accounts, 0);
    expect(accounts.authenticate('SMSClient2_ABC', 'other', 0).ok).toBe(true);
  });

  it('refuse a disabled account before looking at the password, without counting', () => {
    const accounts = domain();
    accounts.set(name, { disabled: true });
    for (let count = 0; count < 6; count++) expect(attempt(accounts, 'old', 0)).toBe(win32.accountDisabled);
    accounts.set(name, { disabled: false });
    expect(attempt(accounts, 'secret', 0)).toBe(0);
  });

  it('never lock while no policy was set', () => {
    const accounts = new Accounts();
    accounts.set(name, { password: 'secret' });
    for (let count = 0; count < 50; count++) attempt(accounts, 'old', 0);
    expect(attempt(accounts, 'secret', 0)).toBe(0);
  });

  it('are saved with their locks and the policy', () => {
    const accounts = domain();
    lockOut(accounts, 0);
    const restored = new Accounts();
    restored.restore(JSON.parse(JSON.stringify(accounts.save())) as ReturnType<Accounts['save']>);
    expect(restored.save()).toEqual(accounts.save());
    expect(attempt(restored, 'secret', minute)).toBe(win32.accountLockedOut);
    expect(restored.policy).toEqual(documentedLockout);
  });

  it('are gone when they are deleted', () => {
    const accounts = domain();
    expect(accounts.delete('SMSCLIENT_abc')).toBe(true);
    expect(accounts.delete(name)).toBe(false);
    expect(attempt(accounts, 'secret', 0)).toBe(win32.logonFailure);
  });
});
