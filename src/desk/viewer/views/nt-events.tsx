import { moment } from '../clock.ts';
import { reader, turn } from '../desk-state.ts';
import { goTo } from '../moving.ts';
import { VirtualList } from '../virtual-list.tsx';

/** Entries of the Windows NT event logs up to the turn, the latest in sight. */
export function NtEvents() {
  const entries = reader.value.records().filter((record) => record.kind === 'event' && record.turn <= turn.value);
  return (
    <VirtualList
      label="Windows NT event log"
      items={entries}
      current={entries.length - 1}
      onChoose={(record) => goTo(record.turn)}
      attributes={(record) => ({ class: record.turn === turn.value ? 'new' : '' })}
      row={(record) => (
        <>
          <span class="mono when">{moment(reader.value, record.time)}</span>
          <span class="component">{record.process.split('/', 1)[0]}</span>
          <b>{record.subject}</b>
          <span class="what">{record.detail}</span>
        </>
      )}
      empty="The event logs have no entry yet."
    />
  );
}
