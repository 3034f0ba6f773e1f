import { useSignal } from '@preact/signals';
import { isReadable } from '../../film/grade.ts';
import type { FilmQuestion } from '../../film/film.ts';
import { moment } from '../clock.ts';
import { reader, turn } from '../desk-state.ts';
import { answers, beginExam, examIsOn, giveAnswer, marks, openQuestion, takeHint, total } from '../exam-paper.ts';
import { goTo } from '../moving.ts';
import { ScoreSheet } from './score-sheet.tsx';

/** Questions of the scenario, one after the other; play stops at each. */
export function Exam() {
  const { exam } = reader.value.film;
  const question = exam[openQuestion.value];
  if (!examIsOn.value) return <Begin count={exam.length} />;
  return (
    <div class="reading exam" tabIndex={0} role="group" aria-label="Exam">
      <Marks />
      {question === undefined ? <ScoreSheet /> : <Asked question={question} index={openQuestion.value} />}
    </div>
  );
}

function Begin({ count }: { readonly count: number }) {
  return (
    <div class="reading">
      <h3>{count} questions about this run</h3>
      <p>
        The run goes on to each question and stops. Say what happens next; a hint costs a part of the points. What comes
        after the question is hidden until it is answered.
      </p>
      <button
        type="button"
        class="primary"
        onClick={() => {
          beginExam();
          goTo(reader.value.film.clock.firstTurn);
        }}
      >
        Begin the exam
      </button>
    </div>
  );
}

function Asked({ question, index }: { readonly question: FilmQuestion; readonly index: number }) {
  const time = moment(reader.value, reader.value.timeOf(question.turn));
  if (turn.value < question.turn) {
    return (
      <section class="question">
        <p>
          Question {index + 1} is asked at {time}.
        </p>
        <button type="button" class="primary" onClick={() => goTo(question.turn)}>
          Go there
        </button>
      </section>
    );
  }
  return (
    <section class="question">
      <p class="asked-at">
        Question {index + 1}, at <span class="mono">{time}</span>, {question.points} points
      </p>
      <h3>{question.ask}</h3>
      <Hints question={question} index={index} />
      <AnswerForm key={index} question={question} index={index} />
    </section>
  );
}

function Hints({ question, index }: { readonly question: FilmQuestion; readonly index: number }) {
  const taken = answers.value[index]?.hints ?? 0;
  return (
    <>
      <ol class="hints">
        {question.hints.slice(0, taken).map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ol>
      {taken < question.hints.length && (
        <button type="button" onClick={() => takeHint(index)}>
          Hint {taken + 1} of {question.hints.length}
        </button>
      )}
    </>
  );
}

const expected: Readonly<Record<FilmQuestion['kind'], string>> = {
  file: 'Name of the file',
  state: 'State',
  time: 'Time, as 09:05 or 1999-11-16 09:05',
  text: 'Answer',
};

function AnswerForm({ question, index }: { readonly question: FilmQuestion; readonly index: number }) {
  const given = useSignal('');
  const ready = given.value.trim() !== '' && isReadable(question, given.value);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) giveAnswer(index, given.value);
      }}
    >
      {question.choices.length > 0 ? (
        <fieldset>
          <legend class="hidden">Answer</legend>
          {question.choices.map((choice) => (
            <label key={choice} class="choice">
              <input
                type="radio"
                name="answer"
                checked={given.value === choice}
                onChange={() => (given.value = choice)}
              />{' '}
              {choice}
            </label>
          ))}
        </fieldset>
      ) : (
        <label class="typed">
          {expected[question.kind]}
          <input type="text" value={given.value} onInput={(event) => (given.value = event.currentTarget.value)} />
        </label>
      )}
      <button type="submit" class="primary" disabled={!ready}>
        Answer
      </button>
    </form>
  );
}

/** What was answered so far; an answer shows itself in its turn. */
function Marks() {
  const answered = marks.value.filter(({ given }) => given !== null);
  if (answered.length === 0) return null;
  return (
    <section>
      <p class="facts">
        {total().points} points so far, {answered.length} of {marks.value.length} questions answered
      </p>
      <ol class="marks">
        {answered.map(({ ask, given, key, right, points, of }, index) => (
          <li key={ask} class={right ? 'right' : 'wrong'}>
            <p>{ask}</p>
            <p>
              <b>{right ? 'Right' : 'Wrong'}</b>: {given}
              {!right && <> (right is: {key})</>}, {points} of {of} points{' '}
              <button type="button" class="plain" onClick={() => goTo(reader.value.film.exam[index]?.answerTurn ?? 0)}>
                See it
              </button>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
