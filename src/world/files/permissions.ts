/** What a process wants to do with a file or folder. */
export type Wish = 'read' | 'write' | 'delete' | 'full';

/** The rights by the names that Windows NT and the SMS articles give them (Q252856). */
export const rights = {
  'No Access': [],
  Read: ['read'],
  'Read and Execute': ['read'],
  'Special (Read, Write, Execute)': ['read', 'write'],
  Change: ['read', 'write', 'delete'],
  'Full Control': ['read', 'write', 'delete', 'full'],
} as const satisfies Readonly<Record<string, readonly Wish[]>>;

export type Right = keyof typeof rights;

/** One line of a permission list. */
export interface PermissionEntry {
  /** Account or group: `Administrators`, `Users`, `Guests`, `Everyone`, `SMSServer_ABC`. */
  readonly account: string;
  readonly right: Right;
}

/** Who asks. */
export interface Opener {
  /** The process in whose name handles are held; empty for the emulator's own doing. */
  readonly process: string;
  readonly account: string;
  readonly local: boolean;
  readonly groups: readonly string[];
}

/** The system of a computer itself: services run as it, and what the emulator looks at it looks at as it. */
export const systemOpener: Opener = { process: '', account: 'SYSTEM', local: true, groups: ['Administrators'] };

/** Whether a permission list lets somebody do something; no list lets everybody do everything, No Access wins. */
export function allows(entries: readonly PermissionEntry[] | undefined, opener: Opener, wish: Wish): boolean {
  if (entries === undefined) return true;
  let granted = false;
  for (const { account, right } of entries) {
    if (!concerns(account, opener)) continue;
    if (right === 'No Access') return false;
    const given: readonly Wish[] = rights[right];
    granted ||= given.includes(wish);
  }
  return granted;
}

/** Administrators may take ownership of anything, and with it change its permissions whatever the list says. */
export function mayTakeOwnership(opener: Opener): boolean {
  return opener.groups.some((group) => group.toLowerCase() === 'administrators');
}

function concerns(account: string, opener: Opener): boolean {
  const name = account.toLowerCase();
  if (name === 'everyone' || name === opener.account.toLowerCase()) return true;
  return opener.groups.some((group) => group.toLowerCase() === name);
}
