import { cellOf, type Bisection, type Cell, type Measurement, type Row } from '../../src/analysis/index.ts';
import type { BisectionReport, MatrixReport } from '../../src/reporters/index.ts';
import type { Mismatch } from '../../src/scenario/index.ts';
import { claims, onlyRow } from '../analysis/releases/scenarios.ts';
import { goodReport } from './results.ts';

const unmet: Mismatch = {
  ...{ file: 'scenarios/x.yaml', line: 23, column: 5, turn: 180, time: 0 },
  ...{ expectation: 'file {path: <CAP1>\\client.lkp}', actual: 'there is no such file', message: '' },
};

const symptom: Measurement = {
  ...{ told: [], cure: [unmet], refusal: undefined, breakdown: undefined, results: goodReport.results },
};
const cure: Measurement = { ...symptom, told: [unmet], cure: [] };
const neither: Measurement = { ...symptom, told: [unmet], cure: [{ ...unmet, actual: 'a long story, '.repeat(40) }] };
const refused: Measurement = { ...neither, refusal: '2.0 SP4 requires 2.0 SP2 or 2.0 SP3.' };
const limit: Measurement = { ...neither, breakdown: { kind: 'limit', message: 'too many turns', details: [] } };
const unplayed: Measurement = { ...symptom, told: undefined, cure: undefined, results: [] };

const steps = 'steps: [{ note: a }]\n';
const variants = 'variants: { symptom: {}, corrected: { releases: [SP4] } }\n';
const reasons = "'contradicts the KB': { SP2: another article says so, SP3: nothing }\n";

const plainRow = onlyRow(`parameters: [{ client: PC1 }]\n${claims('apcccc')}${reasons}${steps}${variants}`);
const mixes = "{ symptom: { roles: { site: SP1, clients: '2.0' } }, corrected: { releases: [SP4] } }";
const mixedRow = onlyRow(`${claims('-p')}${steps}variants: ${mixes}`);
const upgradeRow = onlyRow(`parameters:
  - { from: 2.0 SP2, hardware: 1 }
  - { from: 2.0 SP3, hardware: 0 }
steps: [{ install release: { release: SP4 } }]
variants: { procedure: { releases: ['\${from}'] } }`);

function measured(row: Row, measurements: readonly Measurement[]): readonly Cell[] {
  return measurements.flatMap((one, at) => {
    const place = row.places[at];
    return place === undefined ? [] : [cellOf(place, one)];
  });
}

/** A report in which every saying comes up, a mixed row, upgrades to one release and an interruption. */
export const matrix: MatrixReport = {
  version: '1.2.3',
  rows: [
    { row: plainRow, cells: measured(plainRow, [neither, symptom, symptom, cure, neither, limit]) },
    { row: upgradeRow, cells: measured(upgradeRow, [unplayed, unplayed, symptom, refused, unplayed, unplayed]) },
    { row: mixedRow, cells: measured(mixedRow, [symptom, cure, cure, cure, cure, cure, symptom, refused]) },
  ],
  elapsed: 500,
  notRun: 28,
};

const bisection = onlyRow(`${claims('aappc')}${steps}${variants}`);
const [rtm, sp1, sp2, sp3, sp4, rollup] = measured(bisection, [cure, symptom, symptom, symptom, cure, neither]);
const [, , , odd] = measured(bisection, [cure, symptom, symptom, neither]);
const search: Bisection = {
  row: bisection,
  absent: bisection.places.slice(0, 2),
  searched: bisection.places.slice(2),
  cells: [sp3, sp4].flatMap((cell) => cell ?? []),
  first: sp4?.place,
  interrupted: false,
};
const whole: Bisection = { ...search, absent: [], searched: bisection.places };

/** A search that found a release, one that found none, two where there is nothing to find, one that was interrupted. */
export const bisections: BisectionReport = {
  version: '1.2.3',
  bisections: [
    search,
    { ...search, cells: [sp2, sp3, rollup].flatMap((cell) => cell ?? []), first: undefined },
    { ...whole, cells: [rtm].flatMap((cell) => cell ?? []), first: rtm?.place },
    { ...search, cells: [odd, sp4].flatMap((cell) => cell ?? []) },
    { ...whole, cells: [sp1].flatMap((cell) => cell ?? []), first: undefined, interrupted: true },
  ],
  elapsed: 500,
};
