import type { Computer, RegistryValue } from '../../world/index.ts';
import { Refusal, said } from './answer.ts';
import type { ShellCommand } from './command.ts';
import type { Seat } from './seat.ts';

const reg: ShellCommand = {
  name: 'reg',
  group: 'looking',
  syntax: 'reg query <key> [/v <value>] [/s]',
  summary: 'Prints a key of the registry; \\\\COMPUTER\\HKLM\\... is that of another computer',
  examples: [
    ['reg query HKLM\\Software\\Microsoft\\SMS', 'a key, and what is below it'],
    ['reg query HKLM\\Software\\Microsoft\\SMS /s', 'everything below it'],
    ['reg query "\\\\SMSNTCLI8\\HKLM\\Software\\Microsoft\\SMS\\Client" /v Resync', 'one value elsewhere'],
  ],
  takes: ['none', 'key'],
  run(seat, { words }) {
    const [verb = '', path = '', ...options] = words;
    if (verb.toLowerCase() !== 'query') {
      throw new Refusal(
        'reg takes query here; to change a value type  registry set: { on: ..., key: ..., name: ..., value: ... }',
      );
    }
    const { computer, key } = keyOf(seat, path);
    const wanted = options[options.findIndex((one) => one.toLowerCase() === '/v') + 1];
    const asked = options.some((one) => one.toLowerCase() === '/v') ? wanted : undefined;
    const deep = options.some((one) => one.toLowerCase() === '/s');
    const isThere = computer.registry.exists(key);
    const lines = isThere ? keyLines(computer, key, { deep, asked }) : [];
    if (lines.length === 0 && (!isThere || asked !== undefined)) {
      throw new Refusal('ERROR: The system was unable to find the specified registry key or value.');
    }
    return said(lines.join('\n'));
  },
};

export const registryCommands: readonly ShellCommand[] = [reg];

/** The computer and the key that a path names. */
export function keyOf(seat: Seat, path: string): { readonly computer: Computer; readonly key: string } {
  const [, server, rest] = /^\\\\([^\\]+)\\(.+)$/.exec(path) ?? [];
  const computer = server === undefined ? seat.computer : seat.session.play.world.computer(server);
  if (computer === undefined) throw new Refusal('ERROR: The network path was not found.');
  const key = (rest ?? path).replace(/\\+$/, '');
  if (key === '') throw new Refusal('ERROR: Invalid syntax. Specify a key name, such as HKLM\\Software');
  return { computer, key };
}

interface Wanted {
  readonly deep: boolean;
  readonly asked: string | undefined;
}

/** As reg.exe prints: the key, its values, then its subkeys or, with /s, all of those likewise. */
function keyLines(computer: Computer, key: string, wanted: Wanted): readonly string[] {
  const { registry } = computer;
  const values = registry
    .values(key)
    .filter(({ name }) => wanted.asked === undefined || name.toLowerCase() === wanted.asked.toLowerCase());
  const own = values.map(
    ({ name, value }) => `    ${name === '' ? '(Default)' : name}    ${value.type}    ${dataText(value)}`,
  );
  const subkeys = registry.subkeys(key).map((name) => `${key}\\${name}`);
  const below = wanted.deep ? subkeys.flatMap((subkey) => keyLines(computer, subkey, wanted)) : [];
  const named = wanted.deep || wanted.asked !== undefined ? [] : subkeys.map(longName);
  const heading = own.length > 0 || wanted.asked === undefined ? ['', longName(key), ...own] : [];
  return [...heading, ...(named.length > 0 ? ['', ...named] : []), ...below];
}

function longName(key: string): string {
  return key.replace(/^HKLM(?=\\|$)/i, 'HKEY_LOCAL_MACHINE').replace(/^HKCU(?=\\|$)/i, 'HKEY_CURRENT_USER');
}

function dataText(value: RegistryValue): string {
  if (value.type === 'REG_DWORD') return `0x${value.data.toString(16)}`;
  return value.type === 'REG_MULTI_SZ' ? value.data.join('\\0') : value.data.toString();
}
