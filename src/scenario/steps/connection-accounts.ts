import { z } from 'zod';
import { changeSite, siteFor, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

const names = z.array(z.string().min(1)).min(1);

/** An administrator works on the client connection accounts of a site in the console (Q227033). */
export const connectionAccounts = defineStep({
  name: 'connection accounts',
  summary: 'Adds client connection accounts of the domain to a site, or takes them from it; clients try them in order',
  schema: z
    .strictObject({
      ...siteShape,
      add: names.optional().describe('Accounts that exist in the domain'),
      remove: names.optional(),
    })
    .refine(({ add, remove }) => (add ?? remove) !== undefined, 'name add or remove'),
  example: 'connection accounts: { add: [SMSClient2_ABC] }',
  run(play, given) {
    const { add = [], remove = [] } = given;
    const before = siteFor(play, given.site).connectionAccounts;
    const unknown = add.filter((name) => play.world.accounts.get(name) === undefined);
    if (unknown.length > 0) return play.fail(`there is no account ${unknown.join(', ')}`);
    const strangers = remove.filter((name) => !before.includes(name));
    if (strangers.length > 0) return play.fail(`${strangers.join(', ')} is not among the client connection accounts`);
    const kept = before.filter((name) => !remove.includes(name));
    return changeSite(play, given.site, () => ({ connectionAccounts: [...new Set([...kept, ...add])] }));
  },
});
