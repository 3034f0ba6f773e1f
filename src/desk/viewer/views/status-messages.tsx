import { moment } from '../clock.ts';
import { reader, turn } from '../desk-state.ts';
import { goTo } from '../moving.ts';
import { VirtualList } from '../virtual-list.tsx';

const severities: Readonly<Record<string, string>> = { I: 'Information', W: 'Warning', E: 'Error' };

/** Status messages that were reported up to the turn, the latest in sight. */
export function StatusMessages() {
  const messages = reader.value.records().filter((record) => record.kind === 'status' && record.turn <= turn.value);
  return (
    <VirtualList
      label="Status messages"
      items={messages}
      current={messages.length - 1}
      onChoose={(record) => goTo(record.turn)}
      attributes={(record) => ({ class: `${classOf(record.detail)} ${record.turn === turn.value ? 'new' : ''}` })}
      row={(record) => (
        <>
          <span class="mono when">{moment(reader.value, record.time)}</span>
          <span class="severity">{severities[record.detail.slice(0, 1)] ?? record.detail.slice(0, 1)}</span>
          <b class="mono">{record.subject}</b>
          <span class="component">{record.process}</span>
          <span class="what">{record.detail.slice(2)}</span>
        </>
      )}
      empty="No status message has been reported yet."
    />
  );
}

function classOf(detail: string): string {
  return detail.startsWith('E') ? 'error' : detail.startsWith('W') ? 'warning' : '';
}
