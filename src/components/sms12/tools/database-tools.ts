import {
  assumed,
  deleteDuplicateDataKeys,
  documented,
  duplicateDataKeys,
  duplicateSmsids,
  type DuplicateDataKeys,
  type DuplicateSmsid,
  type SiteDatabase,
  type SqlOutcome,
} from '../../../world/index.ts';
import { printed, refused, type Tool, type ToolContext, type ToolResult } from '../../tool.ts';

/** What the article leaves open: the screens, and the names in the prompts of interactive operation. */
export const databaseToolScreens = assumed(
  'Without arguments the SQL Server, login and database of the own site are offered and taken; messages are ours.',
  'Q192859',
);

const articles = documented('Q192859');

const parameters = '<sql_server_name> <sql_login> <sql_password> <sms_database>';

/** The SMS database of a site has the name that Setup proposes. */
const databaseName = 'SMS';

interface DatabaseTool {
  readonly name: string;
  readonly summary: string;
  /** Name of the report in the directory in which it is run. */
  readonly log?: string;
  run(database: SiteDatabase): SqlOutcome<readonly string[]>;
}

/** SMSIDDUP, DATDUPCK and DATDUPCL, which came with SP4. */
export const databaseTools: readonly Tool[] = [
  databaseTool({
    name: 'smsiddup',
    summary: 'Writes Smsiddup.log: computers that report under one SMSID with several names.',
    log: 'Smsiddup.log',
    run: (database) => linesOf(duplicateSmsids(database), smsidLine),
  }),
  databaseTool({
    name: 'datdupck',
    summary: 'Writes Datdupck.log: tables of the site database in which data keys stand more than once.',
    log: 'Datdupck.log',
    run: (database) => linesOf(duplicateDataKeys(database), dataKeyLine),
  }),
  databaseTool({
    name: 'datdupcl',
    summary: 'Deletes rows with duplicate data keys from the site database; inventory brings their data again.',
    run(database) {
      const deleted = deleteDuplicateDataKeys(database);
      return deleted.ok ? { ok: true, value: [`${deleted.value} rows deleted.`] } : deleted;
    },
  }),
];

function databaseTool({ name, summary, log, run }: DatabaseTool): Tool {
  const syntax = `${name.toUpperCase()} ${parameters}`;
  return {
    name,
    syntax,
    summary,
    provenance: articles,
    run(context, given) {
      if (given.length !== 0 && given.length !== 4) return refused(`Usage: ${syntax}`);
      const database = given.length === 0 ? ownDatabase(context) : databaseOf(context, given);
      if (typeof database === 'string') return refused(database);
      const outcome = run(database);
      if (!outcome.ok) return refused(outcome.failure.message);
      return log === undefined ? printed(...outcome.value) : report(context, log, outcome.value);
    },
  };
}

function report({ files, folder }: ToolContext, log: string, lines: readonly string[]): ToolResult {
  const path = `${folder.replace(/\\$/, '')}\\${log}`;
  const written = files.writeText(path, lines.map((line) => `${line}\r\n`).join(''));
  return written.ok ? printed(`${lines.length} duplicates, see ${log}.`) : refused(`Cannot write ${path}.`);
}

function ownDatabase({ site, world }: ToolContext): SiteDatabase | string {
  const database = site === undefined ? undefined : world.database(site.code);
  return database ?? 'This computer has no SMS database.';
}

function databaseOf({ world, computer }: ToolContext, given: readonly string[]): SiteDatabase | string {
  const [server = '', login = '', password = '', name = ''] = given;
  const site = [...world.sites.values()].find((one) => one.server.toUpperCase() === server.toUpperCase());
  const database = site === undefined ? undefined : world.database(site.code);
  if (database === undefined || !world.reach(computer.name, server).ok) {
    return 'Unable to connect: SQL Server is unavailable or does not exist.';
  }
  if (login !== 'sa' || password !== '') return 'Login failed.';
  return name.toUpperCase() === databaseName ? database : `Could not locate entry in sysdatabases for ${name}.`;
}

function linesOf<Row>(rows: SqlOutcome<readonly Row[]>, line: (row: Row) => string): SqlOutcome<readonly string[]> {
  return rows.ok ? { ok: true, value: rows.value.map(line) } : rows;
}

function smsidLine({ smsid, siteCode, machineName, domain, lastHardwareScan }: DuplicateSmsid): string {
  return [smsid, siteCode, machineName, domain, lastHardwareScan ?? ''].join('\t');
}

function dataKeyLine({ table, dataKeys }: DuplicateDataKeys): string {
  return `${dataKeys.length} Duplicate datakeys found in Table: ${table}`;
}
