import { documentedLockout } from '../../../src/world/index.ts';
import { describeVerb, start } from './office.ts';

describeVerb(
  'account',
  ({ world }) => {
    world.accounts.policy = documentedLockout;
    world.accounts.set('SMSClient_ABC', { password: 'right', groups: ['Users'] });
    for (let attempt = 0; attempt < 5; attempt++) world.accounts.authenticate('SMSClient_ABC', 'wrong', start);
  },
  [
    [
      'knows that it is locked out',
      'account: { account: smsclient_abc, locked out: true, bad attempts: 5, groups: [users] }',
      true,
      'locked out until 1999-11-15 09:30:00.000, enabled, 5 bad attempts, in Users',
    ],
    [
      'tells that it is',
      'account: { account: SMSClient_ABC, locked out: false }',
      false,
      'locked out until 1999-11-15 09:30:00.000, enabled, 5 bad attempts, in Users',
    ],
    ['knows that there is none', 'account: { account: Anna }', false, 'there is no account Anna'],
  ],
  [['has no argument locked', 'account: { account: Anna, locked: true }', 'SM012 "account" has no argument locked']],
);
