import { documented, failure, inferred, win32, type Outcome } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { capListName, capListPath, clientKeys, siteValues, sitePropertiesKey } from './client-registry.ts';

/** Preferred servers are off; an existing connection is used again, else chance decides (Q205406, Q226113). */
export const accessPointChoice = documented('Q205406, Q226113');

const account9x = inferred('Q237759', 'In the context of the logged-on user: with the password of that account.');

/**
 * Finds a client access point of a site on which a box can be reached, and connects to it: the value is the UNC path
 * of its share, `\\CAP1\CAP_ABC`. The error is that of the access point tried last, 53 where the list is empty.
 */
export function reachAccessPoint(self: Self, siteCode: string, box: string): Outcome<string> {
  let last: Outcome<string> = failure(win32.badNetPath);
  for (const path of inOrderOfChoice(self, siteCode)) {
    last = connectTo(self, siteCode, path, box);
    if (last.ok) return last;
  }
  return last;
}

/** The client access points of a site as the client's registry lists them, as UNC paths. */
export function listedAccessPoints(self: Self, siteCode: string): readonly string[] {
  const entries = self.registry.getList(clientKeys.accessPoints, capListName(siteCode)) ?? [];
  return entries.flatMap((entry) => capListPath(entry) ?? []);
}

function inOrderOfChoice(self: Self, siteCode: string): readonly string[] {
  const paths = listedAccessPoints(self, siteCode);
  const connected = existingConnections(self, siteCode, paths);
  const rest = paths.filter((path) => !connected.includes(path));
  const chance = self.random('choice of client access points');
  const shuffled: string[] = [];
  while (rest.length > 1) shuffled.push(...rest.splice(chance.integer(0, rest.length - 1), 1));
  return [...connected, ...shuffled, ...rest];
}

/** Connections that somebody else has made; those of SMS are given up when its work is done. */
function existingConnections(self: Self, siteCode: string, paths: readonly string[]): readonly string[] {
  if (self.registry.getNumber(clientKeys.names, 'Use Existing Connections') === 0) return [];
  const connected = paths.map((path) => [path, self.world.sessionAccount(self.computer.name, serverOf(path))] as const);
  if (connected.every(([, account]) => account === undefined)) return [];
  const own = connectionAccounts(self, siteCode).map(({ name }) => name);
  return connected.flatMap(([path, account]) => (account === undefined || own.includes(account) ? [] : [path]));
}

/** Connects to one access point and looks whether a box is there. */
export function connectTo(self: Self, siteCode: string, path: string, box: string): Outcome<string> {
  const server = serverOf(path);
  if (server.toUpperCase() !== self.computer.name.toUpperCase()) {
    const session = openSession(self, siteCode, server);
    if (!session.ok) return session;
  }
  const found = self.files.stat(`${path}\\${box}`);
  return found.ok ? { ok: true, value: path } : found;
}

/** Each account in turn, as the network layer does it; a wrong password is tried all the same (Q224286, Q227033). */
function openSession(self: Self, siteCode: string, server: string): Outcome {
  const reached = self.world.answers(self.computer.name, server);
  if (!reached.ok) return reached;
  const own = connectionAccounts(self, siteCode);
  const session = self.world.sessionAccount(self.computer.name, server);
  const foreign = session !== undefined && !own.some(({ name }) => name === session);
  if (foreign && self.world.accounts.get(session) !== undefined) return { ok: true, value: undefined };
  for (const { name, password } of own) {
    if (self.world.connect(self.computer.name, server, name, password).ok) return { ok: true, value: undefined };
  }
  return failure(win32.accessDenied);
}

/** Windows NT clients have the accounts of the site; others go as the user who is logged on (Q237759). */
function connectionAccounts(
  self: Self,
  siteCode: string,
): readonly { readonly name: string; readonly password: string }[] {
  if (self.computer.operatingSystem.family !== 'Windows NT') return loggedOnUser(self);
  const order = self.registry.getList(sitePropertiesKey(siteCode), siteValues.accountOrder);
  const names = order ?? self.registry.values(clientKeys.accounts).map(({ name }) => name);
  return names.flatMap((name) => {
    const password = self.registry.getText(clientKeys.accounts, name);
    return password === undefined ? [] : [{ name, password }];
  });
}

function loggedOnUser(self: Self): readonly { readonly name: string; readonly password: string }[] {
  const user = self.computer.user?.name;
  const account = user === undefined ? undefined : self.world.accounts.get(user);
  if (account === undefined) return [];
  self.restsOn('password of the logged-on user', account9x);
  return [{ name: account.name, password: account.password }];
}

function serverOf(path: string): string {
  return path.slice(2).split('\\')[0] ?? '';
}

/** A Win32 error as the network layer shows it in logs: 5 is 2147942405 (Q236052). */
export function asResult(error: number): number {
  return 0x80070000 + error;
}
