import { describe, expect, it } from 'vitest';
import { FileSystem, type OpenOptions } from '../../../src/world/index.ts';

type Way = Pick<OpenOptions, 'access' | 'share'>;

const accesses: readonly OpenOptions['access'][] = ['read', 'write', 'read write'];
const shares: readonly OpenOptions['share'][] = ['none', 'read', 'write', 'read write'];
const ways: readonly Way[] = accesses.flatMap((access) => shares.map((share) => ({ access, share })));

/** CreateFile's table: how the file is held, and by each way of opening it a second time whether that succeeds. */
const table: readonly (readonly [held: string, second: string])[] = [
  ['read, sharing none', '.... .... ....'],
  ['read, sharing read', '.x.x .... ....'],
  ['read, sharing write', '.... .x.x ....'],
  ['read, sharing read write', '.x.x .x.x .x.x'],
  ['write, sharing none', '.... .... ....'],
  ['write, sharing read', '..xx .... ....'],
  ['write, sharing write', '.... ..xx ....'],
  ['write, sharing read write', '..xx ..xx ..xx'],
  ['read write, sharing none', '.... .... ....'],
  ['read write, sharing read', '...x .... ....'],
  ['read write, sharing write', '.... ...x ....'],
  ['read write, sharing read write', '...x ...x ...x'],
];

function opensTwice(first: Way, second: Way): boolean {
  const files = new FileSystem({ now: () => 0, onChange: () => undefined });
  const [one, other] = ['PC1/Ccim32', 'SRV1/Inboxmgr'].map((process) => {
    return { process, account: 'SYSTEM', local: true, groups: [] };
  });
  if (one === undefined || other === undefined) throw new Error('two openers');
  files.addDrive({ letter: 'C', fileSystem: 'NTFS', size: 1000, kind: 'fixed' });
  files.writeText(one, 'C:\\client.lkp', 'x');
  files.open(one, 'C:\\client.lkp', { ...first, create: 'open existing' });
  const opened = files.open(other, 'c:\\CLIENT.LKP', { ...second, create: 'open existing' });
  return opened.ok;
}

describe('the sharing table', () => {
  it.each(table.map(([held, second], row) => [held, second, row] as const))('held for %s: %s', (held, second, row) => {
    const first = ways[row];
    if (first === undefined) throw new Error('a row for each way');
    expect(`${first.access}, sharing ${first.share}`).toBe(held);
    const answers = ways.map((way) => (opensTwice(first, way) ? 'x' : '.')).join('');
    expect(answers).toBe(second.replaceAll(' ', ''));
  });
});
