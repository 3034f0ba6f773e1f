import { reader } from '../desk-state.ts';
import { goTo } from '../moving.ts';

/** What the scenario file says of itself, what came otherwise than expected, and what this page leaves out. */
export function About() {
  const { scenario, leftOut } = reader.value.film;
  if (scenario.description === null && scenario.mismatches.length === 0 && leftOut.length === 0) return null;
  return (
    <div class="about">
      {scenario.description !== null && <p>{scenario.description}</p>}
      {leftOut.map((what) => (
        <p key={what} class="left-out">
          Left out of this page: {what}
        </p>
      ))}
      {scenario.mismatches.map(({ expectation, actual, turn, line }) => (
        <p key={`${line} ${turn}`} class="mismatch">
          Line {line}: {expectation}; found: {actual}{' '}
          <button type="button" class="plain" onClick={() => goTo(turn)}>
            turn {turn}
          </button>
        </p>
      ))}
    </div>
  );
}
