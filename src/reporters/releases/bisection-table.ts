import { isUnexplained, type Bisection } from '../../analysis/index.ts';
import type { Paint } from '../report.ts';
import { notesOn } from './notes.ts';
import { cellTally, counted, effort, type BisectionReport } from './report.ts';

/** For each search its answer, what was measured for it, and what was not. */
export function bisectionTable(report: BisectionReport, paint: Paint): string {
  const lines = report.bisections.flatMap((one) => [...told(one, paint), '']);
  const tally = cellTally(report.bisections.flatMap(({ cells }) => cells));
  return `${[...lines, paint.faint(effort(tally, report.elapsed))].join('\n')}\n`;
}

function told(one: Bisection, paint: Paint): readonly string[] {
  const { row, cells } = one;
  const { kb, title, file } = row.loaded.scenario;
  const width = Math.max(...one.searched.map(({ run }) => run.name.length));
  const measured = cells.map((cell) => {
    const line = `    ${cell.place.run.name.padEnd(width)}  ${cell.measured.padEnd(7)}  ${paint.faint(cell.place.claim)}`;
    return isUnexplained(cell) ? `${line}  ${paint.bad('contradicts the KB')}` : line;
  });
  return [
    `${kb ?? file}  ${title}`,
    ...(row.label === '' ? [] : [`  ${row.label}`]),
    ...`${answerOf(one, paint)}`.split('\n').map((line) => `  ${line}`),
    ...measured,
    ...cells.flatMap((cell) => notesOn(cell, paint)),
    ...assumptionsOf(one).map((line) => `  ${line}`),
  ];
}

function answerOf({ first, interrupted, searched, cells }: Bisection, paint: Paint): string {
  if (interrupted) return paint.bad('interrupted; measured so far:');
  const claimed = searched.find(({ claim }) => claim === 'corrected')?.run.name;
  const article = claimed === undefined ? 'the article states none' : `the article says ${claimed}`;
  if (first === undefined) return `no release cures it; ${article}`;
  const before = cells.findLast(({ measured }) => measured !== 'cure');
  if (before === undefined) {
    return `every release cures it, from ${first.run.name} on: none that was played shows the symptom; ${article}`;
  }
  const neighbour =
    before.measured === 'symptom' ? '' : `\n${before.place.run.name} before it does not show the symptom`;
  return `first release that cures it: ${paint.good(first.run.name)}; ${article}${neighbour}`;
}

/** How many runs it took, and what stands for the releases that were not played. */
function assumptionsOf({ cells, searched, absent, row, interrupted }: Bisection): readonly string[] {
  const runs = cellTally(cells).runs;
  const unplayed = searched.filter((place) => !cells.some((cell) => cell.place === place)).map(({ run }) => run.name);
  const count = `${counted(runs, 'run')} on ${cells.length} of ${counted(searched.length, 'release')}`;
  const assumed = 'assumed, not played: a release that cures it is followed only by releases that cure it';
  return [
    count,
    ...(interrupted || unplayed.length === 0 ? [] : [`${assumed} (${unplayed.join('; ')})`]),
    ...(absent.length === 0 ? [] : [`not searched, feature absent: ${absent.map(({ run }) => run.name).join('; ')}`]),
    ...(row.mixed ? ['only the release of the site was changed'] : []),
  ];
}
