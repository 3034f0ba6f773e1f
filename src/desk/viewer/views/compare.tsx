import { signal } from '@preact/signals';
import { moment } from '../clock.ts';
import { alignment, readers, shown, turnsAt } from '../desk-state.ts';
import { headline } from '../headline.ts';
import { runName } from '../header.tsx';
import { goTo, showFilm } from '../moving.ts';
import { pairedLines, type PairedLine } from '../paired-lines.ts';
import { Sentence } from '../sentence.tsx';
import { VirtualList } from '../virtual-list.tsx';

const onlyDifferences = signal(false);

/** Both runs in one list: turns with the same cause beside each other, and what only one of them has. */
export function Compare() {
  const lines = pairedLines(readers.value, alignment.value);
  const differing = lines.filter(({ turns, same }) => turns.includes(null) || !same);
  const listed = onlyDifferences.value ? differing : lines;
  const at = turnsAt.value[shown.value] ?? 0;
  return (
    <>
      <div class="choices">
        <button type="button" disabled={differing.length === 0} onClick={() => choose(differing[0])}>
          Where they part
        </button>
        <label>
          <input
            type="checkbox"
            checked={onlyDifferences.value}
            onChange={(event) => (onlyDifferences.value = event.currentTarget.checked)}
          />{' '}
          only what differs ({differing.length} of {lines.length})
        </label>
      </div>
      <div class="pair heads" aria-hidden="true">
        <b>{runName(0)}</b>
        <b>{runName(1)}</b>
      </div>
      <VirtualList
        label="Both runs, aligned by cause"
        items={listed}
        current={listed.findLastIndex(({ turns }) => (turns[shown.value] ?? Infinity) <= at)}
        onChoose={choose}
        attributes={({ turns, same }) => ({ class: `pair ${turns.includes(null) ? 'single' : same ? '' : 'differs'}` })}
        row={({ turns }) => (
          <>
            <Side film={0} turn={turns[0]} />
            <Side film={1} turn={turns[1]} />
          </>
        )}
        empty="The runs do not differ."
      />
    </>
  );
}

function Side({ film, turn }: { readonly film: 0 | 1; readonly turn: number | null }) {
  const reader = readers.value[film];
  if (reader === undefined || turn === null) return <span class="side none">-</span>;
  return (
    <span class="side">
      <span class="mono when">{moment(reader, reader.timeOf(turn))}</span>
      <span class="what">
        <Sentence text={headline(reader, turn)} of={reader} />
      </span>
    </span>
  );
}

/** Goes to a line: in the run that is shown, or in the one that alone has it. */
function choose(line: PairedLine | undefined): void {
  if (line === undefined) return;
  if (line.turns[shown.value] === null) showFilm(shown.value === 0 ? 1 : 0);
  const turn = line.turns[shown.value];
  if (turn !== null && turn !== undefined) goTo(turn);
}
