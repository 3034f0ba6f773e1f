import { minute, type Duration, type Instant } from '../kernel/index.ts';
import { done, failure, win32, type Outcome } from './outcome.ts';
import { assumed } from './provenance.ts';

/** A user or service account of a Windows NT domain. */
export interface Account {
  readonly name: string;
  readonly password: string;
  readonly groups: readonly string[];
  readonly disabled: boolean;
  readonly badAttempts: number;
  /** When the latest of them was counted. */
  readonly lastBadAttempt: Instant | null;
  readonly lockedUntil: Instant | null;
}

/** How a domain answers wrong passwords; `attempts` 0 never locks. */
export interface LockoutPolicy {
  readonly attempts: number;
  readonly duration: Duration;
  /** `Reset count after`: a wrong password that comes so long after the one before it is the first again. */
  readonly resetAfter: Duration;
}

/** The policy Q227033 describes as the default setting of the account lockout policy: five attempts, half an hour. */
export const documentedLockout: LockoutPolicy = { attempts: 5, duration: 30 * minute, resetAfter: 30 * minute };

/** Q227033 gives attempts and duration; the third figure of the dialog box is not in it. */
export const assumedLockoutReset = assumed(
  'Wrong passwords are forgotten 30 minutes after the latest, as User Manager for Domains of Windows NT 4.0 proposes.',
  'Q227033',
);

/** Account lockout is off until an administrator turns it on, as in Windows NT 4.0. */
export const noLockout: LockoutPolicy = { attempts: 0, duration: 0, resetAfter: 0 };

const freshAccount: Omit<Account, 'name'> = {
  password: '',
  groups: [],
  disabled: false,
  badAttempts: 0,
  lastBadAttempt: null,
  lockedUntil: null,
};

/** What an account forgets when the right password is given or an administrator unlocks it. */
export const unlocked = { badAttempts: 0, lastBadAttempt: null, lockedUntil: null } as const;

/** The accounts in a checkpoint. */
export interface SavedAccounts {
  readonly accounts: readonly Account[];
  readonly policy: LockoutPolicy;
  readonly auditsFailures: boolean;
}

/** The accounts of the domain that all computers of a scenario trust. */
export class Accounts {
  readonly #accounts = new Map<string, Account>();
  policy: LockoutPolicy = noLockout;
  /** Whether servers write refused logons into their security logs; off until an administrator turns it on. */
  auditsFailures = false;

  /** Creates an account or changes some of its properties. */
  set(name: string, change: Partial<Omit<Account, 'name'>>): void {
    const known = this.get(name) ?? { ...freshAccount, name };
    this.#accounts.set(name.toUpperCase(), { ...known, ...change });
  }

  get(name: string): Account | undefined {
    return this.#accounts.get(name.toUpperCase());
  }

  delete(name: string): boolean {
    return this.#accounts.delete(name.toUpperCase());
  }

  /** All accounts by name. */
  all(): readonly Account[] {
    return [...this.#accounts.keys()].toSorted().flatMap((key) => this.#accounts.get(key) ?? []);
  }

  /** A logon attempt over the network. Wrong passwords count towards the lockout (Q227033). */
  authenticate(name: string, password: string, now: Instant): Outcome {
    const account = this.get(name);
    if (account === undefined) return failure(win32.logonFailure);
    if (account.disabled) return failure(win32.accountDisabled);
    if (account.lockedUntil !== null && now < account.lockedUntil) return failure(win32.accountLockedOut);
    if (account.password !== password) return this.#countBadAttempt(account, now);
    if (account.badAttempts > 0 || account.lockedUntil !== null) this.set(name, unlocked);
    return done;
  }

  save(): SavedAccounts {
    return { accounts: this.all(), policy: this.policy, auditsFailures: this.auditsFailures };
  }

  restore(saved: SavedAccounts): void {
    this.#accounts.clear();
    for (const account of saved.accounts) this.#accounts.set(account.name.toUpperCase(), account);
    this.policy = saved.policy;
    this.auditsFailures = saved.auditsFailures;
  }

  #countBadAttempt(account: Account, now: Instant): Outcome {
    const { attempts, duration, resetAfter } = this.policy;
    const { lockedUntil, lastBadAttempt } = account;
    const forgotten = lockedUntil !== null || lastBadAttempt === null || now - lastBadAttempt >= resetAfter;
    const badAttempts = (forgotten ? 0 : account.badAttempts) + 1;
    const locks = attempts > 0 && badAttempts >= attempts;
    this.set(account.name, { badAttempts, lastBadAttempt: now, lockedUntil: locks ? now + duration : null });
    return failure(win32.logonFailure);
  }
}
