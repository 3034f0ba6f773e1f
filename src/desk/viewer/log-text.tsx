import type { LogLine } from './log-line.ts';
import { VirtualList } from './virtual-list.tsx';

interface LogTextProps {
  readonly label: string;
  readonly lines: readonly LogLine[];
  /** Lines from this index on were written in the turn. */
  readonly newFrom?: number;
}

/** A log in the columns and colours of SMSTrace, at its end. */
export function LogText({ label, lines, newFrom = lines.length }: LogTextProps) {
  return (
    <VirtualList
      label={`Lines of ${label}`}
      items={lines}
      current={newFrom < lines.length ? newFrom : lines.length - 1}
      attributes={({ severity }, index) => ({ class: `log ${severity ?? ''} ${index >= newFrom ? 'new' : ''}` })}
      row={({ text, component, time, thread }) => (
        <>
          <span class="what">{text}</span>
          <span class="component">{component}</span>
          <span class="mono when">{shortTime(time)}</span>
          <span class="mono thread" title={thread}>
            {thread.replace(/ *\(.*/, '')}
          </span>
        </>
      )}
      empty="No line fits."
    />
  );
}

/** Of `Mon Nov 15 09:00:00.000 1999 Pacific Standard Time` what tells lines apart. */
function shortTime(time: string): string {
  return /^\w+ (\w+ +\d+ [\d:]+(?:\.(?!000)\d+)?)/.exec(time)?.[1] ?? time;
}
