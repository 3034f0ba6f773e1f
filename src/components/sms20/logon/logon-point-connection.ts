import { failure, fileName, inferred, logonPointPath, success, win32, type Outcome } from '../../../world/index.ts';
import type { Self } from '../../component.ts';

const asUser = inferred('Q224388, Q235173', 'The programs of a logon reach the logon point as the user who logs on.');

/** Reaches the logon point of the controller that let the user in; the value is `\\PDC1\SMSLOGON`. */
export function reachLogonPoint(self: Self): Outcome<string> {
  const { computer, world } = self;
  const { logonServer, user } = computer;
  if (logonServer === undefined || user === undefined) return failure(win32.badNetPath);
  self.restsOn('account of a logon', asUser);
  if (logonServer.toUpperCase() !== computer.name.toUpperCase()) {
    const password = world.accounts.get(user.name)?.password ?? '';
    const reached = world.answers(computer.name, logonServer);
    if (!reached.ok) return reached;
    if (world.sessionAccount(computer.name, logonServer) === undefined) {
      const session = world.connect(computer.name, logonServer, user.name, password);
      if (!session.ok) return session;
    }
  }
  const path = logonPointPath(logonServer);
  const found = self.files.stat(`${path}\\Config`);
  return found.ok ? success(path) : found;
}

/** The names in a folder, none where it cannot be listed. */
export function namesIn(self: Self, folder: string): readonly string[] {
  const listed = self.files.list(folder);
  return listed.ok ? listed.value.map(({ name }) => fileName(name)) : [];
}
