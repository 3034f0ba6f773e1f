import { z } from 'zod';
import { counted } from '../finding/amounts.ts';
import { shownTime } from '../finding/windows.ts';
import { defineExpectation } from '../verb.ts';

/** An account of the domain. */
export const account = defineExpectation({
  name: 'account',
  summary: 'An account of the domain: locked out, disabled, wrong attempts, groups',
  schema: z.strictObject({
    account: z.string().describe('Name of the account'),
    exists: z.boolean().optional().describe('Whether there is such an account; true without it'),
    'locked out': z.boolean().optional(),
    disabled: z.boolean().optional(),
    password: z.string().optional(),
    'bad attempts': z.number().int().nonnegative().optional().describe('Wrong passwords since the last right one'),
    groups: z.array(z.string()).optional().describe('Groups it belongs to, others not counted'),
  }),
  example: 'account: { account: SMSClient_ABC, locked out: true }',
  looksAt: 'state',
  check(play, given) {
    const found = play.world.accounts.get(given.account);
    const wanted = given.exists ?? true;
    if (found === undefined) return { met: !wanted, actual: `there is no account ${given.account}` };
    const { lockedUntil } = found;
    const locked = lockedUntil !== null && play.world.hooks.now() < lockedUntil;
    const groups = found.groups.map((group) => group.toUpperCase());
    const met =
      wanted &&
      (given['locked out'] ?? locked) === locked &&
      (given.disabled ?? found.disabled) === found.disabled &&
      (given.password ?? found.password) === found.password &&
      (given['bad attempts'] ?? found.badAttempts) === found.badAttempts &&
      (given.groups ?? []).every((group) => groups.includes(group.toUpperCase()));
    const lock = locked ? `locked out until ${shownTime(play, lockedUntil)}` : 'not locked out';
    const member = found.groups.length === 0 ? 'in no group' : `in ${found.groups.join(', ')}`;
    const parts = [lock, found.disabled ? 'disabled' : 'enabled', counted(found.badAttempts, 'bad attempt'), member];
    return { met, actual: parts.join(', ') };
  },
});
