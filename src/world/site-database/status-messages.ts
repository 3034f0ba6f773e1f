import { isoTime } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';
import type { StatusMessage, StatusSeverity } from '../formats/status-message.ts';
import { parseIsoTime } from '../formats/time-text.ts';
import { documented } from '../provenance.ts';
import type { SiteDatabase } from './site-database.ts';
import type { SqlRow, SqlValue } from './sql-engine.ts';
import type { SqlOutcome } from './sql-failure.ts';
import type { SqlSession } from './sql-session.ts';

/** The fields are those of the provider's class. */
export const statusMessageProvenance = documented('Resource Guide appendix B, SMS_StatusMessage');

/** A message with the number under which it is stored. */
export interface StoredStatusMessage extends StatusMessage {
  readonly recordId: number;
}

/** Which messages are asked for; what is left out does not matter. Texts compare as the server sorts. */
export interface StatusFilter {
  readonly component?: string;
  readonly machine?: string;
  readonly siteCode?: string;
  readonly id?: number;
  readonly severity?: StatusSeverity;
  /** Not before this time. */
  readonly since?: Instant;
  /** Before this time. */
  readonly until?: Instant;
}

const severityNumbers = { I: 0x40000000, W: -0x80000000, E: -0x40000000 } as const;
const typeNumbers = { M: 256, D: 512, A: 768, N: 1024 } as const;

/** Stores a message; answers its record number. `summarized`: whether it counts for the status of its component. */
export function insertStatusMessage(
  database: SiteDatabase,
  message: StatusMessage,
  summarized = true,
): SqlOutcome<number> {
  return database.transaction((sql) => {
    const { module, id, component, machine, siteCode, processId, threadId } = message;
    const perClient = module === 'SMS Client' ? 2 : 0;
    const kinds = [severityNumbers[message.severity], id, typeNumbers[message.type], perClient];
    const places = [component, machine, siteCode, siteCode, processId, threadId, 0];
    sql.run(insertion, module, ...kinds, ...places, isoTime(message.time));
    const recordId = Number(sql.one('select max(RecordID) as RecordID from StatusMessages')?.['RecordID']);
    for (const [index, value] of message.inserts.entries()) sql.run(stringInsertion, recordId, index, value);
    if (!summarized) sql.run('insert into StatusMessagesNotSummarized (RecordID) values (?)', recordId);
    return recordId;
  });
}

const insertion = `insert into StatusMessages (ModuleName, Severity, MessageID, MessageType, PerClient, Component,
  MachineName, SiteCode, TopLevelSiteCode, ProcessID, ThreadID, Win32Error, Time)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const stringInsertion = 'insert into StatusMessageInsStrs (RecordID, InsStrIndex, InsStrValue) values (?, ?, ?)';

/** The messages that a filter lets through, in the order in which they were stored. */
export function statusMessages(
  database: SiteDatabase,
  filter: StatusFilter = {},
): SqlOutcome<readonly StoredStatusMessage[]> {
  const conditions = conditionsOf(filter);
  const where = conditions.length === 0 ? '' : ` where ${conditions.map(([condition]) => condition).join(' and ')}`;
  const select = `select * from StatusMessages${where} order by RecordID`;
  return database.read((sql) => {
    const rows = sql.all(select, ...conditions.map(([, value]) => value));
    return rows.map((row) => stored(row, stringsOf(sql, row)));
  });
}

/** The numbers of the messages that no summarizer was told of. */
export function messagesNotSummarized(database: SiteDatabase): SqlOutcome<ReadonlySet<number>> {
  return database.read((sql) => {
    const rows = sql.all('select RecordID from StatusMessagesNotSummarized order by RecordID');
    return new Set(rows.map((row) => Number(row['RecordID'])));
  });
}

/** Deletes messages older than an instant, as the maintenance task does; answers how many. */
export function deleteAgedStatusMessages(database: SiteDatabase, before: Instant): SqlOutcome<number> {
  return database.transaction((sql) => {
    const aged = 'select RecordID from StatusMessages where Time < ?';
    for (const table of ['StatusMessageInsStrs', 'StatusMessagesNotSummarized']) {
      sql.run(`delete from ${table} where RecordID in (${aged})`, isoTime(before));
    }
    return sql.run('delete from StatusMessages where Time < ?', isoTime(before));
  });
}

function conditionsOf(filter: StatusFilter): readonly (readonly [string, SqlValue])[] {
  const conditions: (readonly [string, SqlValue | undefined])[] = [
    ['Component = ?', filter.component],
    ['MachineName = ?', filter.machine],
    ['SiteCode = ?', filter.siteCode],
    ['MessageID = ?', filter.id],
    ['Severity = ?', filter.severity === undefined ? undefined : severityNumbers[filter.severity]],
    ['Time >= ?', filter.since === undefined ? undefined : isoTime(filter.since)],
    ['Time < ?', filter.until === undefined ? undefined : isoTime(filter.until)],
  ];
  return conditions.flatMap(([condition, value]) => (value === undefined ? [] : [[condition, value] as const]));
}

function stringsOf(sql: SqlSession, row: SqlRow): readonly string[] {
  const select = 'select InsStrValue from StatusMessageInsStrs where RecordID = ? order by InsStrIndex';
  return sql.all(select, row['RecordID'] ?? null).map((one) => String(one['InsStrValue']));
}

function stored(row: SqlRow, inserts: readonly string[]): StoredStatusMessage {
  return {
    recordId: Number(row['RecordID']),
    module: String(row['ModuleName']),
    component: String(row['Component']),
    machine: String(row['MachineName']),
    siteCode: String(row['SiteCode']),
    id: Number(row['MessageID']),
    severity: named(severityNumbers, Number(row['Severity'])) ?? 'I',
    type: named(typeNumbers, Number(row['MessageType'])) ?? 'M',
    processId: Number(row['ProcessID']),
    threadId: Number(row['ThreadID']),
    time: parseIsoTime(String(row['Time'])) ?? 0,
    inserts,
  };
}

function named<Name extends string>(numbers: Readonly<Record<Name, number>>, number: number): Name | undefined {
  return (Object.keys(numbers) as Name[]).find((name) => numbers[name] === number);
}
