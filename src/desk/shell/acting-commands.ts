import { Refusal, type Answer } from './answer.ts';
import type { ShellCommand } from './command.ts';
import { doDeed } from './do-deed.ts';
import { wholePath } from './places.ts';
import type { Seat } from './seat.ts';
import { computerNamed } from './site-commands.ts';

const start: ShellCommand = {
  name: 'start',
  group: 'acting',
  syntax: 'start component <component>',
  summary: 'The button Start Component of the Systems Management control panel, as smscfg presses it',
  examples: [['start component Hardware Inventory Agent', 'on this computer']],
  takes: ['none', 'component'],
  run(seat, { rest }) {
    const [, component = ''] = /^component\s+(.+)$/i.exec(rest.trim()) ?? [];
    if (component === '') throw new Refusal('The syntax of the command is: start component <component>');
    return onSeat(seat, 'smscfg', { arguments: `start ${component.replaceAll('"', '')}` });
  },
};

const logon: ShellCommand = {
  name: 'logon',
  group: 'acting',
  syntax: 'logon <user> [/admin]',
  summary: 'Somebody logs on at this computer, and his logon script runs',
  examples: [
    ['logon ann', 'a user'],
    ['logon bob /admin', 'one who may do everything here'],
  ],
  takes: ['none'],
  run(seat, { words }) {
    const user = words.find((word) => !word.startsWith('/'));
    if (user === undefined) throw new Refusal('logon needs a user: logon ann');
    return onSeat(seat, 'log on', { user, administrator: words.some((word) => /^\/admin/i.test(word)) });
  },
};

const logoff: ShellCommand = {
  name: 'logoff',
  group: 'acting',
  syntax: 'logoff [computer]',
  summary: 'Whoever is logged on logs off',
  examples: [['logoff', 'at this computer']],
  takes: ['computer'],
  run: (seat, { words }) => doDeed(seat.session, { 'log off': computerNamed(seat, words[0]).name }),
};

const powerVerbs: Readonly<Record<string, string>> = {
  on: 'power on',
  off: 'power off',
  down: 'shut down',
  restart: 'restart',
};

const power: ShellCommand = {
  name: 'power',
  also: ['shutdown', 'reboot'],
  group: 'acting',
  syntax: 'power on | off | down | restart [computer]',
  summary: 'Switches a computer on or off, shuts it down in order, or restarts it',
  examples: [
    ['power off SMSNTCLI8', 'pulls the plug'],
    ['power restart', 'this computer, which is off for a minute'],
  ],
  takes: ['none', 'computer'],
  run(seat, { words: [how = '', computer] }) {
    const verb = powerVerbs[how.toLowerCase()];
    if (verb === undefined) throw new Refusal(`power takes on, off, down or restart, not "${how}"`);
    return doDeed(seat.session, { [verb]: computerNamed(seat, computer).name });
  },
};

const lock: ShellCommand = {
  name: 'lock',
  group: 'acting',
  syntax: 'lock <file> [as <who>] [for <span>]',
  summary: 'A program opens a file and lets nobody else touch it, until unlock',
  examples: [
    ['lock \\\\SMSSRV1\\CAP_ABC\\clidata.box\\client.lkp', 'until unlock'],
    ['lock C:\\SMS\\Logs\\Dataldr.log as "a virus scanner" for 10m', 'for a while'],
  ],
  takes: ['path', 'none'],
  run(seat, { rest }) {
    const [, path = '', , as, , span] =
      /^("[^"]+"|.+?)(\s+as\s+("[^"]+"|.+?))?(\s+for\s+(\S+(?:\s+\d\S*)*))?$/i.exec(rest.trim()) ?? [];
    if (path === '') throw new Refusal('lock needs a file');
    const whole = wholePath(seat, path);
    const place = whole.startsWith('\\\\') ? { path: whole } : { on: seat.computer.name, path: whole };
    const who = as === undefined ? {} : { as: as.replaceAll('"', '') };
    return doDeed(seat.session, { lock: { ...place, ...who, ...(span === undefined ? {} : { for: span }) } });
  },
};

const unlock: ShellCommand = {
  name: 'unlock',
  group: 'acting',
  syntax: 'unlock [who]',
  summary: 'Closes what lock or hold open opened',
  examples: [
    ['unlock', 'that of "a reader", who locks where nobody is named'],
    ['unlock a virus scanner', 'that of another'],
  ],
  takes: ['none'],
  run: (seat, { rest }) => doDeed(seat.session, { release: rest.trim().replaceAll('"', '') || 'a reader' }),
};

const cut: ShellCommand = {
  name: 'cut',
  group: 'acting',
  syntax: 'cut <computer> [computer]',
  summary: 'No packet passes between two computers, or to and from one',
  examples: [['cut SMSSRV1 SMSNTCLI8', 'the wire between the two']],
  takes: ['computer'],
  run: (seat, { words }) => doDeed(seat.session, { cut: ends(seat, words) }),
};

const heal: ShellCommand = {
  name: 'heal',
  group: 'acting',
  syntax: 'heal all | <computer> [computer]',
  summary: 'Packets pass again',
  examples: [['heal all', 'everywhere']],
  takes: ['computer'],
  run(seat, { words }) {
    return doDeed(seat.session, { heal: words[0]?.toLowerCase() === 'all' ? 'all' : ends(seat, words) });
  },
};

const net: ShellCommand = {
  name: 'net',
  group: 'acting',
  syntax: 'net start | stop <service>',
  summary: 'Starts or stops a service of this computer',
  examples: [['net stop SMS_EXECUTIVE', 'on the site server']],
  takes: ['none', 'service'],
  run(seat, { words: [how = '', ...service] }) {
    if (!/^(?:start|stop)$/i.test(how)) throw new Refusal('The syntax of this command is: NET START | STOP service');
    return onSeat(seat, 'service', { name: service.join(' '), do: how.toLowerCase() });
  },
};

const del: ShellCommand = {
  name: 'del',
  also: ['erase'],
  group: 'acting',
  syntax: 'del <file or pattern>',
  summary: 'Deletes files',
  examples: [['del \\\\SMSSRV1\\CAP_ABC\\clidata.box\\*.cfg', 'the requests on a CAP']],
  takes: ['path'],
  run(seat, { rest }) {
    if (rest.trim() === '') throw new Refusal('The syntax of the command is incorrect.');
    return onSeat(seat, 'delete', { path: wholePath(seat, rest.trim()) });
  },
};

const copy: ShellCommand = {
  name: 'copy',
  group: 'acting',
  syntax: 'copy <files> <folder or file>',
  summary: 'Copies files',
  examples: [['copy C:\\SMS\\inboxes\\ddm.box\\*.ddr \\\\SMSSRV1\\CAP_ABC\\ddr.box\\', 'by a pattern']],
  takes: ['path'],
  run(seat, { words: [from, to] }) {
    if (from === undefined || to === undefined) throw new Refusal('The syntax of the command is incorrect.');
    const target = `${wholePath(seat, to)}${to.endsWith('\\') ? '\\' : ''}`;
    return onSeat(seat, 'copy', { from: wholePath(seat, from), to: target });
  },
};

export const actingCommands: readonly ShellCommand[] = [
  ...[start, logon, logoff, power, lock, unlock, cut, heal, net, del, copy],
];

/** A verb whose `on` is the computer that somebody sits at. */
function onSeat(seat: Seat, verb: string, given: Readonly<Record<string, unknown>>): Answer {
  return doDeed(seat.session, { [verb]: { on: seat.computer.name, ...given } });
}

function ends(seat: Seat, words: readonly string[]): unknown {
  const names = words.map((word) => computerNamed(seat, word).name);
  if (names.length === 0 || names.length > 2) throw new Refusal('one computer is needed, or two: the ends of a link');
  return names.length === 1 ? names[0] : { between: names };
}
