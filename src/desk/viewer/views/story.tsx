import { signal } from '@preact/signals';
import { chainTurns } from '../causes.ts';
import { moment } from '../clock.ts';
import { reader, shown, stride, turn } from '../desk-state.ts';
import { lastShown } from '../exam-paper.ts';
import { headline } from '../headline.ts';
import { goTo } from '../moving.ts';
import { Sentence } from '../sentence.tsx';
import type { Stride } from '../stops.ts';
import { About } from './about.tsx';
import { VirtualList } from '../virtual-list.tsx';

interface Line {
  readonly turn: number;
  readonly time: number;
  readonly text: string;
  readonly times: number;
}

type Zoom = Exclude<Stride, 'changes'>;

const zooms: readonly (readonly [Zoom, string])[] = [
  ['story', 'Story'],
  ['outline', 'Outline'],
  ['turns', 'Turns'],
];
const zoom = signal<Zoom>('story');

/** What happened, in as many words as wanted; a press goes there. */
export function Story() {
  const lines = linesOf(zoom.value).filter((line) => line.turn <= lastShown.value);
  return (
    <>
      <About />
      <div class="choices" role="group" aria-label="How much is told">
        {zooms.map(([name, label]) => (
          <button key={name} type="button" aria-pressed={zoom.value === name} onClick={() => (zoom.value = name)}>
            {label}
          </button>
        ))}
        <button type="button" class="plain" onClick={() => (stride.value = zoom.value)}>
          Step by these lines
        </button>
      </div>
      <VirtualList
        label={`The run told by ${zoom.value}`}
        items={lines}
        current={lines.findLastIndex((line) => line.turn <= turn.value)}
        onChoose={(line) => goTo(line.turn)}
        attributes={(line) => ({
          class: `${line.turn > turn.value ? 'later' : ''} ${chainTurns(shown.value).has(line.turn) ? 'cause' : ''}`,
        })}
        row={(line) => (
          <>
            <span class="mono when">{moment(reader.value, line.time)}</span>
            <span class="what">
              <Sentence text={line.text} />
              {line.times > 1 && <b class="times"> {line.times} times</b>}
            </span>
          </>
        )}
        empty="The story of this run is empty."
      />
    </>
  );
}

function linesOf(wanted: Zoom): readonly Line[] {
  if (wanted !== 'turns') return reader.value.film.story[wanted];
  return reader.value.turns().map((one) => ({
    ...{ turn: one, time: reader.value.timeOf(one) },
    ...{ text: headline(reader.value, one), times: 1 },
  }));
}
