import type { NtEvent } from '../../event-log.ts';
import { documented, inferred } from '../../provenance.ts';

/** The frame of an event of SMS in the event log of Windows NT. */
export const eventFrameProvenance = documented('Q129125, Q153826, Q169038');

/** The articles show information and non-fatal errors. */
export const fatalErrorProvenance = inferred(
  'Q129125, Q153826',
  'A fatal error begins like a non-fatal one; the three are Information, Warning and Error to Windows NT.',
);

/** How grave an event is, in the words of its first line. */
export type EventSeverity = 'Information' | 'Non-fatal Error' | 'Fatal Error';

/** An event of SMS, as its log entry tells it. */
export interface SmsEvent {
  readonly severity: EventSeverity;
  /** The service or thread: `SMS_INVENTORY_DATA_LOADER`. */
  readonly component: string;
  readonly action?: EventAction;
  /** The text of the event on one line. */
  readonly text: string;
  readonly machineName: string;
  readonly siteCode: string;
}

/** What the component was doing, where the entry tells it. */
export interface EventAction {
  readonly operation: string;
  readonly object: string;
  readonly objectName: string;
  readonly errorCode?: number;
}

/** The text of the log entry. */
export function printEventFrame(event: SmsEvent): string {
  const { severity, component, action, text, machineName, siteCode } = event;
  const head =
    severity === 'Information' ? `Information from module: ${component}.` : `${severity} in module: ${component}`;
  return [
    ...[head, ...(action === undefined ? [] : actionLines(action)), ''],
    ...[text, ''],
    ...[`MachineName = ${machineName}`, `SiteCode = ${siteCode}`, `Component = ${component}`],
  ].join('\n');
}

/** Reads the text of a log entry; undefined where it is not of SMS. */
export function parseEventFrame(text: string): SmsEvent | undefined {
  const lines = text.split('\n');
  const head = /^(Information from|Non-fatal Error in|Fatal Error in) module: (\S+?)\.?$/.exec(lines[0] ?? '');
  const trailer = lines.slice(-3).map((line) => /^(?:MachineName|SiteCode|Component) = (.*)$/.exec(line)?.[1]);
  const [machineName, siteCode, component] = trailer;
  const body = lines.slice(1, -4);
  const [said, ...more] = body.slice(body.indexOf('') + 1);
  if (head === null || machineName === undefined || siteCode === undefined || component === undefined) return undefined;
  if (said === undefined || more.length > 0 || head[2] !== component) return undefined;
  const action = actionOf(body.slice(0, body.indexOf('')));
  const severity = (['Information', 'Non-fatal Error', 'Fatal Error'] as const).find((one) => head[1]?.startsWith(one));
  if (severity === undefined) return undefined;
  return { severity, component, ...(action === undefined ? {} : { action }), text: said, machineName, siteCode };
}

/** The entry in the application log, without its time: its source is SMS (Q169038). */
export function smsEventEntry(id: number, event: SmsEvent): Omit<NtEvent, 'time'> {
  const types = { Information: 'Information', 'Non-fatal Error': 'Warning', 'Fatal Error': 'Error' } as const;
  return { log: 'Application', source: 'SMS', id, type: types[event.severity], text: printEventFrame(event) };
}

function actionLines({ operation, object, objectName, errorCode }: EventAction): readonly string[] {
  return [
    `Operation:   ${operation}`,
    `Object:      ${object}`,
    `Object name: ${objectName}`,
    ...(errorCode === undefined ? [] : [`Error code:  ${errorCode}`]),
  ];
}

function actionOf(lines: readonly string[]): EventAction | undefined {
  const field = (name: string) => lines.find((line) => line.startsWith(name))?.slice(13);
  const [operation, object, objectName] = ['Operation:', 'Object:', 'Object name:'].map(field);
  const errorCode = field('Error code:');
  if (operation === undefined || object === undefined || objectName === undefined) return undefined;
  return { operation, object, objectName, ...(errorCode === undefined ? {} : { errorCode: Number(errorCode) }) };
}
