import { useEffect } from 'preact/hooks';
import { notesHere } from './bookmark-notes.ts';
import { dateInWords, dayOf, thousandths, timeOfDay } from './clock.ts';
import { pause, playing, reader, stops, stride, turn } from './desk-state.ts';
import { headline } from './headline.ts';
import { goTo, goToEnd, step, togglePlaying } from './moving.ts';
import { Sentence } from './sentence.tsx';
import type { Stride } from './stops.ts';

/** Where the page stands, in time and in words, and the ways to move. */
export function Transport() {
  usePlaying();
  const { firstTurn, lastTurn } = reader.value.film.clock;
  const time = reader.value.timeOf(turn.value);
  return (
    <section class="transport" aria-label="Where the run stands">
      <p class="clock">
        <span class="time">
          {timeOfDay(reader.value, time)}
          <small>{thousandths(reader.value, time)}</small>
        </span>
        <span class="date">
          {dateInWords(reader.value, time)}, day {dayOf(reader.value, time)}
        </span>
      </p>
      <div class="happening">
        <p class="headline" aria-live={playing.value ? 'off' : 'polite'}>
          <Sentence text={headline(reader.value, turn.value)} />
        </p>
        {notesHere.value.map((note) => (
          <p key={note} class="note">
            {note}
          </p>
        ))}
      </div>
      <Buttons />
      <Track first={firstTurn} last={lastTurn} />
    </section>
  );
}

function Buttons() {
  return (
    <div class="moves" role="group" aria-label="Move">
      <button type="button" onClick={() => goToEnd('first')} aria-label="To the start" title="To the start (Home)">
        |◀
      </button>
      <button type="button" onClick={() => step(-1)} title="Step back (Left)">
        ◀ Back
      </button>
      <button type="button" class="primary" onClick={togglePlaying} title="Play or pause (Space)">
        {playing.value ? 'Pause' : 'Play'}
      </button>
      <button type="button" onClick={() => step(1)} title="Step forward (Right)">
        Step ▶
      </button>
      <button type="button" onClick={() => goToEnd('last')} aria-label="To the end" title="To the end (End)">
        ▶|
      </button>
      <label>
        <span>Step by </span>
        <select value={stride.value} onChange={(event) => (stride.value = event.currentTarget.value as Stride)}>
          <option value="turns">turns</option>
          <option value="changes">changes</option>
          <option value="outline">the outline</option>
          <option value="story">the story</option>
        </select>
      </label>
      <label class="speed">
        <span>Speed </span>
        <select value={pause.value} onChange={(event) => (pause.value = Number(event.currentTarget.value))}>
          {[8, 4, 2, 1, 0.5, 0.25].map((seconds) => (
            <option key={seconds} value={seconds}>
              {seconds >= 1 ? `a step every ${seconds} s` : `${1 / seconds} steps a second`}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** The run from end to end, with its bookmarks and questions. */
function Track({ first, last }: { readonly first: number; readonly last: number }) {
  const { bookmarks, exam } = reader.value.film;
  const place = (at: number): string => `${((at - first) / Math.max(1, last - first)) * 100}%`;
  return (
    <div class="track">
      <input
        type="range"
        aria-label="Turn"
        min={first}
        max={last}
        value={turn.value}
        onInput={(event) => goTo(Number(event.currentTarget.value))}
      />
      <div class="marks" aria-hidden="true">
        {bookmarks.map((bookmark) => (
          <i key={`b${bookmark.turn}`} style={{ insetInlineStart: place(bookmark.turn) }} title={bookmark.note} />
        ))}
        {exam.map((question) => (
          <i key={`q${question.turn}`} class="question" style={{ insetInlineStart: place(question.turn) }} />
        ))}
      </div>
      <span class="count">
        turn {turn.value} of {last}
      </span>
    </div>
  );
}

/** Steps on after each pause while the page plays. */
function usePlaying(): void {
  const [plays, seconds, at] = [playing.value, pause.value, turn.value];
  useEffect(() => {
    if (!plays || stops.value.length === 0) return undefined;
    const timer = setTimeout(() => step(1), seconds * 1000);
    return () => clearTimeout(timer);
  }, [plays, seconds, at]);
}
