import { z } from 'zod';
import { unlocked, type Account } from '../../world/index.ts';
import { defineStep } from '../verb.ts';

const schema = z
  .strictObject({
    name: z.string().min(1).describe('User name'),
    do: z.enum(['create', 'delete', 'enable', 'disable', 'unlock']).optional(),
    password: z.string().optional().describe('The new password'),
    groups: z.array(z.string()).optional().describe('Groups it belongs to: Administrators, Users, Guests'),
  })
  .refine(
    (given) => given.do !== undefined || given.password !== undefined || given.groups !== undefined,
    'name do, password or groups',
  );

type Given = z.infer<typeof schema>;

/** An administrator works in User Manager for Domains. */
export const account = defineStep({
  name: 'account',
  summary: 'Creates, deletes, enables, disables or unlocks an account of the domain, or changes its password or groups',
  schema,
  example: 'account: { name: SMSClient_ABC, password: NewSecret }',
  run(play, given) {
    const { accounts } = play.world;
    const exists = accounts.get(given.name) !== undefined;
    if (given.do === 'create' && exists) return play.fail(`the account ${given.name} exists already`);
    if (given.do !== 'create' && !exists) return play.fail(`there is no account ${given.name}`);
    if (given.do === 'delete') accounts.delete(given.name);
    else accounts.set(given.name, changeOf(given));
    play.simulation.record('account', 'scenario', given.name, told(given));
    return undefined;
  },
});

function changeOf(given: Given): Partial<Omit<Account, 'name'>> {
  return {
    ...(given.password === undefined ? {} : { password: given.password }),
    ...(given.groups === undefined ? {} : { groups: given.groups }),
    ...(given.do === 'create' && given.groups === undefined ? { groups: ['Users'] } : {}),
    ...(given.do === 'enable' ? { disabled: false } : {}),
    ...(given.do === 'disable' ? { disabled: true } : {}),
    ...(given.do === 'unlock' ? unlocked : {}),
  };
}

function told(given: Given): string {
  if (given.do !== undefined) return given.do;
  return given.password === undefined ? 'groups changed' : 'password changed';
}
