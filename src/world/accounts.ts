import { minute, type Duration, type Instant } from '../kernel/index.ts';
import { done, failure, win32, type Outcome } from './outcome.ts';

/** A user or service account of a Windows NT domain. */
export interface Account {
  readonly name: string;
  readonly password: string;
  readonly groups: readonly string[];
  readonly disabled: boolean;
  readonly badAttempts: number;
  readonly lockedUntil: Instant | null;
}

/** How a domain answers wrong passwords; `attempts` 0 never locks. */
export interface LockoutPolicy {
  readonly attempts: number;
  readonly duration: Duration;
}

/** The policy Q227033 describes as the default setting of the account lockout policy: five attempts, half an hour. */
export const documentedLockout: LockoutPolicy = { attempts: 5, duration: 30 * minute };

/** Account lockout is off until an administrator turns it on, as in Windows NT 4.0. */
export const noLockout: LockoutPolicy = { attempts: 0, duration: 0 };

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
    const fresh = { name, password: '', groups: [], disabled: false, badAttempts: 0, lockedUntil: null };
    this.#accounts.set(name.toUpperCase(), { ...fresh, ...this.get(name), ...change });
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
    this.set(name, { badAttempts: 0, lockedUntil: null });
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
    const badAttempts = (account.lockedUntil === null ? account.badAttempts : 0) + 1;
    const locks = this.policy.attempts > 0 && badAttempts >= this.policy.attempts;
    this.set(account.name, { badAttempts, lockedUntil: locks ? now + this.policy.duration : null });
    return failure(win32.logonFailure);
  }
}
