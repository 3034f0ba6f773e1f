import { civilTime, padded } from '../../kernel/index.ts';
import type { SiteDatabase } from '../../world/index.ts';
import { toLocal } from '../../world/index.ts';
import { Refusal, said } from './answer.ts';
import { shown } from './clock.ts';
import type { ShellCommand } from './command.ts';
import type { Seat } from './seat.ts';
import { tableText } from './table-text.ts';

const sql: ShellCommand = {
  name: 'sql',
  also: ['isql', 'select'],
  group: 'looking',
  syntax: 'sql [@SITE] <select>',
  summary: 'Asks the site database; without a select it lists the tables',
  examples: [
    ['sql select Name0 from System_DISC', 'the computers that are known'],
    ['sql @ABC select * from WorkstationStatus_DATA', 'of another site than that of the first server'],
    ['sql', 'the tables'],
  ],
  takes: ['none', 'none', 'table'],
  run(seat, { rest }) {
    const [, code, text = ''] = /^(?:@(\S+)\s*)?(.*)$/s.exec(rest.trim()) ?? [];
    const database = databaseOf(seat, code);
    if (text === '') return said(tablesOf(database).join('\n'));
    const found = database.query(/^(?:select|with|pragma)\b/i.test(text) ? text : `select ${text}`);
    if (!found.ok) throw new Refusal(found.failure.message);
    const { columns, rows } = found.value;
    const cells = rows.map((row) => row.map((value) => (value === null ? 'NULL' : String(value))));
    const counted = `(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})`;
    return said(`${tableText(columns, cells)}\n\n${counted}`);
  },
};

const services: ShellCommand = {
  name: 'services',
  group: 'looking',
  syntax: 'services [computer]',
  summary: 'Lists the services of a computer',
  examples: [
    ['services', 'of this one'],
    ['services SMSSRV1', 'of another'],
  ],
  takes: ['computer'],
  run(seat, { words }) {
    const { services: all } = computerNamed(seat, words[0]);
    if (all.size === 0) throw new Refusal(`${computerNamed(seat, words[0]).name} has no services`);
    const rows = [...all.values()].map(({ name, state, startType, account }) => [
      name,
      state === 'Running' ? 'Started' : '',
      startType,
      account,
    ]);
    return said(tableText(['Service', 'Status', 'Startup', 'Account'], rows));
  },
};

const status: ShellCommand = {
  name: 'status',
  group: 'looking',
  syntax: 'status [text] [-messages]',
  summary: 'The latest status messages of SMS and events of Windows NT, twenty without a number',
  examples: [
    ['status', 'the latest twenty'],
    ['status SMS_INVENTORY_DATA_LOADER', 'those with a text in them'],
    ['status -5', 'five'],
  ],
  takes: ['component'],
  run({ session }, { words }) {
    const count = Number(words.find((word) => /^-\d+$/.test(word))?.slice(1) ?? 20);
    const wanted = words
      .filter((word) => !/^-\d+$/.test(word))
      .join(' ')
      .toLowerCase();
    const found = session.records
      .filter(({ kind }) => kind === 'status' || kind === 'event')
      .map(({ time, process, kind, subject, detail }) => {
        const severity = kind === 'status' ? (severities[detail.charAt(0)] ?? '') : 'Event';
        return [severity, shown(session, time), process, subject, kind === 'status' ? detail.slice(2) : detail];
      })
      .filter((row) => row.join(' ').toLowerCase().includes(wanted));
    if (found.length === 0) throw new Refusal('no status message so far');
    return said(tableText(['Type', 'Time', 'Component', 'Message', 'Text'], found.slice(-count)));
  },
};

const severities: Readonly<Record<string, string>> = { I: 'Info', W: 'Warning', E: 'Error' };

const computers: ShellCommand = {
  name: 'computers',
  group: 'looking',
  syntax: 'computers',
  summary: 'Lists the computers of the sites',
  examples: [['computers', 'with their operating systems, users and clocks']],
  takes: [],
  run(seat) {
    const { world } = seat.session.play;
    const rows = [...world.computers.values()].map((computer) => {
      const sites = [...world.sites.values()].filter(
        ({ server }) => server.toUpperCase() === computer.name.toUpperCase(),
      );
      const t = civilTime(toLocal(computer.zone, seat.session.now + computer.clockError));
      const clock = `${padded(t.hour)}:${padded(t.minute)}:${padded(t.second)}`;
      const role = sites.map(({ code }) => `site server of ${code}`).join(', ');
      return [computer.name, computer.operatingSystem.name, computer.power, clock, computer.user?.name ?? '', role];
    });
    return said(tableText(['Computer', 'Operating system', 'Power', 'Clock', 'User', ''], rows));
  },
};

export const siteCommands: readonly ShellCommand[] = [sql, services, status, computers];

/** The computer of a name; the one that somebody sits at where none is given. */
export function computerNamed(seat: Seat, name: string | undefined) {
  const { world } = seat.session.play;
  const computer = name === undefined ? seat.computer : world.computer(name.replace(/^\\\\/, ''));
  if (computer !== undefined) return computer;
  const names = [...world.computers.values()].map((one) => one.name).join(', ');
  throw new Refusal(`there is no computer "${name ?? ''}"; there are ${names}`);
}

/** The database of a site; of the first without a code. */
export function databaseOf(seat: Seat, code?: string): SiteDatabase {
  const { databases } = seat.session.play.world;
  const [first] = databases.keys();
  const database = databases.get((code ?? first ?? '').toUpperCase());
  if (database === undefined)
    throw new Refusal(`no site database "${code ?? ''}"; there is ${[...databases.keys()].join(', ')}`);
  return database;
}

/** Names of the tables of a database, sorted. */
export function tablesOf(database: SiteDatabase): readonly string[] {
  const found = database.query("select name from sqlite_master where type in ('table', 'view') order by name");
  return found.ok ? found.value.rows.map(([name]) => String(name)) : [];
}
