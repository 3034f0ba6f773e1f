/** A line of a log of the time, taken apart as SMSTrace does. */
export interface LogLine {
  readonly text: string;
  readonly component: string;
  readonly time: string;
  readonly thread: string;
  readonly severity: 'error' | 'warning' | null;
}

const raw = /^(.*?)\s*\$\$<([^>]*)><([^>]*)><(?:thread=)?([^>]*)>\s*$/;

/** Lines of a log, `text $$<component><time><thread>` or plain text; colours go by the words of the text. */
export function parseLog(text: string): readonly LogLine[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => {
    const [, said = line, component = '', time = '', thread = ''] = raw.exec(line) ?? [];
    const words = said.replace(/^~+|~+$/g, '').replaceAll('~', ' ');
    return { text: words, component, time, thread, severity: severityOf(words) };
  });
}

/** SMSTrace marks a line as an error or a warning where it says so. */
function severityOf(text: string): LogLine['severity'] {
  if (/\berror|\bfail/i.test(text)) return 'error';
  return /\bwarn/i.test(text) ? 'warning' : null;
}
