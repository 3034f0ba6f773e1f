import { describe, expect, it } from 'vitest';
import { minute } from '../../../src/kernel/index.ts';
import { StepBench } from './step-bench.ts';

describe('people and accounts', () => {
  it('log on and off', () => {
    const bench = new StepBench();
    bench.done('log on: { on: PC1, user: ann }', 'log on: { on: PC1, user: bob, administrator: true }');
    expect(bench.computer('PC1').user).toEqual({ name: 'bob', administrator: true });
    bench.done('log off: PC1');
    expect(bench.play('log off: PC1')).toEqual(['nobody is logged on to PC1']);
    expect(bench.play('log on: { on: PC1, user: eve, password: x }')).toEqual([
      'Logon failure: unknown user name or bad password.',
    ]);
    bench.done('power off: PC1');
    expect(bench.play('log on: { on: PC1, user: ann }')).toEqual(['PC1 is off']);
  });

  it('accounts are created, changed, disabled and deleted', () => {
    const bench = new StepBench();
    const { accounts } = bench.world;
    bench.done('account: { name: kim, do: create, password: one }', 'account: { name: kim, password: two }');
    expect(accounts.get('kim')).toMatchObject({ password: 'two', groups: ['Users'] });
    bench.done('account: { name: kim, do: disable }');
    expect(accounts.get('kim')?.disabled).toBe(true);
    bench.done('account: { name: kim, do: enable }', 'account: { name: kim, groups: [Guests] }');
    expect(accounts.get('kim')).toMatchObject({ disabled: false, groups: ['Guests'] });
    expect(bench.play('account: { name: kim, do: create }')).toEqual(['the account kim exists already']);
    bench.done('account: { name: kim, do: delete }');
    expect(bench.play('account: { name: kim, do: enable }')).toEqual(['there is no account kim']);
  });

  it('wrong passwords lock an account by the policy, and an administrator unlocks it', () => {
    const bench = new StepBench();
    const attempt = 'log on: { on: PC1, user: kim, password: wrong }';
    bench.done('account: { name: kim, do: create, password: one }', 'lockout policy: { attempts: 2, for: 30m }');
    bench.play(attempt);
    bench.play(attempt);
    expect(bench.play('log on: { on: PC1, user: kim, password: one }')[0]).toContain('locked out');
    bench.done('account: { name: kim, do: unlock }', 'lockout policy: off');
    bench.done('log on: { on: PC1, user: kim, password: one }');
    for (let tries = 0; tries < 6; tries++) bench.play(attempt);
    bench.done('log on: { on: PC1, user: kim, password: one }');
  });
});

describe('a lockout policy', () => {
  it.each([
    ['lockout policy: { attempts: 2 }', '29m', false],
    ['lockout policy: { attempts: 2 }', '30m', true],
    ['lockout policy: { attempts: 2, reset after: 10m }', '10m', true],
  ])('%s forgets a wrong password after %s: %s', (policy, wait, forgotten) => {
    const bench = new StepBench();
    const attempt = 'log on: { on: PC1, user: kim, password: wrong }';
    bench.done('account: { name: kim, do: create, password: one }', policy);
    bench.play(attempt);
    bench.pass(Number.parseInt(wait, 10) * minute);
    bench.play(attempt);
    expect(bench.play('log on: { on: PC1, user: kim, password: one }')).toHaveLength(forgotten ? 0 : 1);
  });
});
