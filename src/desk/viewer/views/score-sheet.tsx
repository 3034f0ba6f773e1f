import { useSignal } from '@preact/signals';
import { reader } from '../desk-state.ts';
import { beginExam, examinee, marks, scoreSheet, total } from '../exam-paper.ts';

/** The result of an exam, to be copied or printed. */
export function ScoreSheet() {
  return (
    <section class="score-sheet" aria-label="Score sheet">
      <h3>Score sheet: {reader.value.film.scenario.title}</h3>
      <label class="typed">
        Name{' '}
        <input type="text" value={examinee.value} onInput={(event) => (examinee.value = event.currentTarget.value)} />
      </label>
      <MarkTable />
      <Take />
    </section>
  );
}

function MarkTable() {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">Answer</th>
          <th scope="col">Right is</th>
          <th scope="col">Hints</th>
          <th scope="col">Points</th>
        </tr>
      </thead>
      <tbody>
        {marks.value.map(({ ask, given, key, right, hints, points, of }) => (
          <tr key={ask} class={right ? 'right' : 'wrong'}>
            <td>{ask}</td>
            <td>{given}</td>
            <td>{key}</td>
            <td>{hints}</td>
            <td>
              {points} of {of}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={4}>
            Total
          </th>
          <td>
            {total().points} of {total().of}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Away with it: to the clipboard, to the printer, or another try. */
function Take() {
  const said = useSignal('');
  return (
    <div class="choices">
      <button
        type="button"
        onClick={() => {
          navigator.clipboard.writeText(scoreSheet()).then(
            () => (said.value = 'Copied.'),
            () => (said.value = 'This browser does not let a page copy; print it.'),
          );
        }}
      >
        Copy
      </button>
      <button type="button" onClick={() => window.print()}>
        Print
      </button>
      <button type="button" class="plain" onClick={beginExam}>
        Begin again
      </button>
      <output>{said.value}</output>
    </div>
  );
}
