import type { Instant } from '../../kernel/index.ts';
import { assumed, documented } from '../provenance.ts';
import { iniOf, iniValue, parseIni, printIni } from './ini.ts';
import { logTime, parseLogTime } from './log-line.ts';
import { escapedField, parsed, syntaxError, unescapedField } from './text-document.ts';
import type { Parsed } from './text-document.ts';

/** The line that components write into their log for each message they raise. */
export const statusMessageLineProvenance = documented(
  'Q247546',
  'Levels M and D were seen; A and N stand for the audit and Windows NT event types.',
);

/** The fields are documented, the file is not. */
export const statusMessageFileProvenance = assumed(
  'A .svf is an INI with the fields of the STATMSG line.',
  'Q311212, Q295450, Resource Guide (SMS_StatusMessage)',
);

/** A status message as a component raises it. */
export interface StatusMessage {
  readonly component: string;
  readonly machine: string;
  /** 0 to 65535. */
  readonly id: number;
  readonly severity: StatusSeverity;
  readonly type: StatusType;
  /** `SMS Server`, `SMS Client`: the library with the message texts. */
  readonly module: string;
  readonly siteCode: string;
  readonly processId: number;
  readonly threadId: number;
  /** UTC. */
  readonly time: Instant;
  /** At most ten insertion strings; empty ones at the end do not count. */
  readonly inserts: readonly string[];
}

/** Informational, warning, error. */
export type StatusSeverity = 'I' | 'W' | 'E';

/** Milestone, detail, audit, NT event. */
export type StatusType = 'M' | 'D' | 'A' | 'N';

const insertCount = 10;

/** `STATMSG: ID=679 SEV=E LEV=M SOURCE="SMS Server" ... NUMATTRS=0`. */
export function printStatusMessageLine(message: StatusMessage): string {
  const inserts = Array.from({ length: insertCount }, (_, n) => `ISTR${n}="${message.inserts[n] ?? ''}"`);
  return [
    `STATMSG: ID=${message.id} SEV=${message.severity} LEV=${message.type} SOURCE="${message.module}"`,
    `COMP="${message.component}" SYS=${message.machine} SITE=${message.siteCode}`,
    `PID=${message.processId} TID=${message.threadId} GMTDATE=${logTime(message.time)}`,
    ...inserts,
    'NUMATTRS=0',
  ].join(' ');
}

const insertPatterns = Array.from({ length: insertCount }, (_, n) => `ISTR${n}="(.*?)"`);
const linePattern = new RegExp(
  '^STATMSG: ID=(\\d+) SEV=([IWE]) LEV=([MDAN]) SOURCE="([^"]*)" COMP="([^"]*)" SYS=(\\S*) SITE=(\\S*) ' +
    `PID=(\\d+) TID=(\\d+) GMTDATE=(.{28}) ${insertPatterns.join(' ')} ` +
    'NUMATTRS=0$',
);

/** Reads the log form; undefined for any other text. */
export function parseStatusMessageLine(line: string): StatusMessage | undefined {
  const match = linePattern.exec(line);
  const time = parseLogTime(match?.[10] ?? '');
  if (match === null || time === undefined) return undefined;
  const [, id, severity, type, module = '', component = '', machine = '', siteCode = '', processId, threadId] = match;
  return {
    component,
    machine,
    id: Number(id),
    severity: severity as StatusSeverity,
    type: type as StatusType,
    module,
    siteCode,
    processId: Number(processId),
    threadId: Number(threadId),
    time,
    inserts: withoutEmptyEnd(match.slice(11)),
  };
}

const section = 'Status Message';

/** The text of a `.svf`. */
export function printStatusMessageFile(message: StatusMessage): string {
  const inserts = withoutEmptyEnd(message.inserts);
  return printIni(
    iniOf([
      [
        section,
        [
          ['ID', String(message.id)],
          ['Severity', message.severity],
          ['Type', message.type],
          ['Module', message.module],
          ['Component', message.component],
          ['Machine', message.machine],
          ['Site', message.siteCode],
          ['Process', String(message.processId)],
          ['Thread', String(message.threadId)],
          ['Time', logTime(message.time)],
          ...inserts.map((insert, n) => [`Insert${n}`, `"${escapedField(insert)}"`] as const),
        ],
      ],
    ]),
  );
}

/** Reads a `.svf`; what lacks number, severity, type or time is none. */
export function parseStatusMessageFile(text: string): Parsed<StatusMessage> {
  const ini = parseIni(text);
  const field = (name: string) => iniValue(ini, section, name) ?? '';
  const severity = (['I', 'W', 'E'] as const).find((one) => one === field('Severity'));
  const type = (['M', 'D', 'A', 'N'] as const).find((one) => one === field('Type'));
  const time = parseLogTime(field('Time'));
  if (!/^\d+$/.test(field('ID')) || severity === undefined || type === undefined || time === undefined) {
    return syntaxError(1, text.split(/\r?\n/, 1)[0] ?? '');
  }
  const inserts = Array.from({ length: insertCount }, (_, n) => unescapedField(field(`Insert${n}`).slice(1, -1)));
  return parsed({
    component: field('Component'),
    machine: field('Machine'),
    id: Number(field('ID')),
    severity,
    type,
    module: field('Module'),
    siteCode: field('Site'),
    processId: Number(field('Process')),
    threadId: Number(field('Thread')),
    time,
    inserts: withoutEmptyEnd(inserts),
  });
}

function withoutEmptyEnd(inserts: readonly string[]): readonly string[] {
  return inserts.slice(0, inserts.findLastIndex((insert) => insert !== '') + 1);
}
