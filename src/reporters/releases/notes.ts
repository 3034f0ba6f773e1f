import { isNeedless, obstacleOf, type Cell } from '../../analysis/index.ts';
import type { Paint } from '../report.ts';

type Obstacle = NonNullable<ReturnType<typeof obstacleOf>>;

/** What a person has to know about a cell beyond its word: why it contradicts, or why it could not be measured. */
export function notesOn(cell: Cell, paint: Paint): readonly string[] {
  const { place, says, measurement } = cell;
  const { breakdown, refusal } = measurement;
  const name = place.run.name;
  if (breakdown !== undefined) return [`  ${paint.bad(breakdown.kind)} on ${name}: ${breakdown.message}`];
  if (says === 'contradicts the KB') return contradiction(cell, paint);
  if (isNeedless(cell)) return [`  ${paint.bad('needless reason')} on ${name}: nothing contradicts the claim`];
  return refusal === undefined ? [] : [paint.faint(`  Setup refuses on ${name}: ${refusal}`)];
}

function contradiction(cell: Cell, paint: Paint): readonly string[] {
  const { place, measured, reason, says } = cell;
  const word = reason === undefined ? paint.bad(says) : says;
  const obstacle = obstacleOf(cell);
  return [
    `  ${word} on ${place.run.name}: the article says ${place.claim}, measured is ${measured}`,
    ...(obstacle === undefined ? [] : obstacleLines(obstacle)),
    `    ${reason === undefined ? 'the scenario gives no reason' : `reason: ${reason}`}`,
  ];
}

function obstacleLines({ file, line, column, expectation, actual }: Obstacle): readonly string[] {
  return [`    ${file}:${line}:${column} ${expectation}`, `      found ${clipped(actual)}`];
}

/** Groups of conditions tell at length what each of them found; the json report has all of it. */
function clipped(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 3)}...`;
}

const longest = 200;
