import { moment } from '../clock.ts';
import { chainTurns } from '../causes.ts';
import { reader, shown, turn } from '../desk-state.ts';
import { lastShown } from '../exam-paper.ts';
import { groupedBy } from '../grouping.ts';
import { headline } from '../headline.ts';
import { goTo } from '../moving.ts';
import { Sentence } from '../sentence.tsx';
import { VirtualList } from '../virtual-list.tsx';

/** What the diagram shows, as a list: each turn with its time, what it did, and what arrived in it. */
export function TurnList() {
  const { film } = reader.value;
  const arrows = groupedBy(reader.value.arrows(), (arrow) => arrow.turn);
  const turns = [
    film.clock.firstTurn,
    ...reader.value.turns().filter((one) => one > film.clock.firstTurn && one <= lastShown.value),
  ];
  const name = (index: number): string => film.computers[index]?.name ?? '';
  return (
    <VirtualList
      label="Turns of the run"
      items={turns}
      current={turns.findLastIndex((one) => one <= turn.value)}
      onChoose={goTo}
      attributes={(one) => ({ class: chainTurns(shown.value).has(one) ? 'cause' : '' })}
      row={(one) => (
        <>
          <span class="mono when">{moment(reader.value, reader.value.timeOf(one))}</span>
          <span class="what">
            <Sentence text={headline(reader.value, one)} />
            {(arrows.get(one) ?? []).map((arrow, index) => (
              <span key={index} class="way">
                {name(arrow.from)} → {name(arrow.to)}: {arrow.kind}, {arrow.label}
              </span>
            ))}
          </span>
        </>
      )}
    />
  );
}
