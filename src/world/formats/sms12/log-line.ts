import type { Instant } from '../../../kernel/index.ts';
import { documented } from '../../provenance.ts';
import { logTime, parseLogTime } from '../log-line.ts';

/** The frame that log excerpts of SMS 1.2 show. */
export const sms12LogLineProvenance = documented('Q169491, Q191301');

/** One line of a log of a service of SMS 1.2. */
export interface Sms12LogLine {
  /** `~` stands for a line break, at the beginning too: `~Reading the RAW file`. */
  readonly text: string;
  /** `SMS_INVENTORY_DATA_LOADER`. */
  readonly component: string;
  /** What the computer's own clock shows; whole seconds. */
  readonly time: Instant;
  readonly thread: number;
}

/** `text  $$<SMS_X><Tue Nov 04 13:07:27 1997~><thread=A0>`, without line end. */
export function printSms12LogLine(line: Sms12LogLine): string {
  const text = line.text.includes('\n') ? line.text.replace(/\r?\n/g, '~') : line.text;
  const thread = line.thread.toString(16).toUpperCase();
  return `${text}  $$<${line.component}><${wholeSeconds(line.time)}~><thread=${thread}>`;
}

const linePattern = /^(.*) {2}\$\$<([^<>]*)><([^<>]{19}) (\d{4})~><thread=([0-9A-F]+)>$/;

/** Reads such a line; undefined for any other text. The text keeps its `~`. */
export function parseSms12LogLine(line: string): Sms12LogLine | undefined {
  const match = linePattern.exec(line);
  const time = parseLogTime(`${match?.[3]}.000 ${match?.[4]}`);
  if (match === null || time === undefined) return undefined;
  const [, text = '', component = '', , , thread = ''] = match;
  return { text, component, time, thread: Number.parseInt(thread, 16) };
}

function wholeSeconds(time: Instant): string {
  return logTime(time).replace(/\.\d{3} /, ' ');
}
