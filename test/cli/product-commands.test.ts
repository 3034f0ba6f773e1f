import { describe, expect, it } from 'vitest';
import { smsim } from './desk.ts';

const good = 'test/cli/scenarios/as-expected.yaml';

describe('smsim diagram', () => {
  it.each(['SMS_INBOX_MANAGER', 'inboxmgr.dll'])('draws a component called %s', async (name) => {
    const { code, output } = await smsim(['diagram', name, '--release', 'SP4']);
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(/^stateDiagram-v2\n {2}%% SMS_INBOX_MANAGER on 2\.0 SP4/),
    ]);
  });

  it('takes the latest release unless one is named, and says so beside the diagram', async () => {
    const { code, output, complaints } = await smsim(['diagram', 'SMS_INBOX_MANAGER']);
    expect([code, complaints]).toEqual([0, 'as of 2.0 SP4 HRP, the latest release; --release names another\n']);
    expect(output).toBe((await smsim(['diagram', 'SMS_INBOX_MANAGER', '--release', 'HRP'])).output);
  });

  it('lists the components when it knows none of that name', async () => {
    const { code, complaints } = await smsim(['diagram', 'CCIM99', '--release', 'SP4']);
    expect([code, complaints]).toEqual([2, expect.stringContaining('"SMS_INBOX_MANAGER"')]);
  });
});

describe('smsim readsche', () => {
  it('reads a schedule token', async () => {
    expect((await smsim(['readsche', '0001170000080000'])).output).toContain('1/1/1998');
  });

  it('refuses what is none', async () => {
    expect((await smsim(['readsche', 'weekly'])).code).toBe(2);
  });
});

describe('smsim tool', () => {
  it('types a tool at a moment of a run, and ends as the tool does', async () => {
    const known = await smsim(['tool', good, '--at', '09:30', 'srv1', 'readsche', '0001170000080000']);
    expect([known.code, known.output]).toEqual([0, expect.stringContaining('1/1/1998')]);
    const refused = await smsim(['tool', good, 'SRV1', 'invsync hw']);
    expect([refused.code, refused.output]).toEqual([1, expect.stringMatching(/usage/i)]);
  });

  it.each([
    ['a tool that does not exist', ['SRV1', 'dumpsend'], 'there are invsync, setevnt'],
    ['a computer that does not exist', ['PC99', 'readsche'], 'there are SRV1'],
  ])('refuses %s', async (_name, given, complaint) => {
    const { code, complaints } = await smsim(['tool', good, ...given]);
    expect([code, complaints]).toEqual([2, expect.stringContaining(complaint)]);
  });
});
