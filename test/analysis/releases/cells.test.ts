import { describe, expect, it } from 'vitest';
import {
  bisect,
  cellOf,
  isNeedless,
  isUnexplained,
  measure,
  type Cell,
  type Place,
} from '../../../src/analysis/index.ts';
import { runTools } from '../../../src/cli/workshop.ts';
import { claims, clientVersion, fullVersion, onlyRow } from './scenarios.ts';

const tools = await runTools();
const idle = new AbortController().signal;

async function cellAt(place: Place, interrupted = idle): Promise<Cell | undefined> {
  const measurement = await measure(place, { tools, seed: undefined, interrupted });
  return measurement === undefined ? undefined : cellOf(place, measurement);
}

async function cellsOf(body: string): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for (const place of onlyRow(body).places) {
    const cell = await cellAt(place);
    if (cell !== undefined) cells.push(cell);
  }
  return cells;
}

const steps = 'steps: [{ run until: 08:10 }]\n';
const until = (symptom: string, corrected: string): string =>
  `variants:
  symptom: { releases: ['2.0'], expect: ${fullVersion(symptom)} }
  corrected: { releases: ['2.0'], expect: ${fullVersion(corrected)} }
`;

const says = (cells: readonly Cell[]): readonly string[] => cells.map((cell) => cell.says);

describe('a cell', () => {
  it('is measured by playing the release, and contradicts a claim that is not so', async () => {
    const cells = await cellsOf(`${claims('ppcp-c')}${steps}${until('1239|1380|2000', '3000|4000')}`);
    expect(cells.map(({ measured }) => measured)).toEqual(['symptom', 'symptom', 'symptom', 'cure', 'cure', 'neither']);
    expect(says(cells)).toEqual([
      ...['symptom', 'symptom', 'contradicts the KB', 'contradicts the KB', 'cure', 'contradicts the KB'],
    ]);
  });

  it('is never judged where the article states nothing or the feature is absent', async () => {
    const cells = await cellsOf(`${claims('a-')}${steps}${until('1239', '1380')}`);
    expect(says(cells).slice(0, 3)).toEqual(['symptom', 'cure', 'not applicable']);
    expect(cells.some(isUnexplained)).toBe(false);
  });

  it('takes what is expected without the cause for a cure, where no variant is corrected', async () => {
    const variants = `variants:
  symptom: { expect: ${fullVersion('1239')} }
  without cause: { drop: [a note], expect: ${fullVersion('1380')} }
`;
    const noted = 'steps: [{ note: a, name: a note }, { run until: 08:10 }]\n';
    const cells = await cellsOf(claims('p') + noted + variants);
    expect(says(cells).slice(0, 3)).toEqual(['symptom', 'cure', 'not applicable']);
  });

  it('takes one run where only the expectations of symptom and cure differ, and two where their steps do', async () => {
    const own = `variants:
  symptom: { releases: [SP1], expect: ${fullVersion('1239')} }
  corrected: { releases: [SP1], add: [{ note: more }], expect: ${fullVersion('1380')} }
`;
    const runsOf = async (body: string): Promise<readonly (readonly [string, string])[]> => {
      const [, sp1] = onlyRow(body).places;
      const cell = sp1 === undefined ? undefined : await cellAt(sp1);
      return cell?.measurement.results.map(({ variant }) => [variant, cell.measured] as const) ?? [];
    };
    expect(await runsOf(steps + until('1239', '1380'))).toEqual([['symptom', 'cure']]);
    expect(await runsOf(steps + own)).toEqual([
      ['symptom', 'cure'],
      ['corrected', 'cure'],
    ]);
  });

  it('is explained by the reason that the scenario gives, and a reason for nothing is needless', async () => {
    const reasons = "'contradicts the KB': { RTM: another article says so, SP1: nothing }\n";
    const cells = await cellsOf(`${claims('cc')}${reasons}${steps}${until('1239', '1380')}`);
    const told = cells.slice(0, 3).map((cell) => [cell.says, cell.reason, isUnexplained(cell), isNeedless(cell)]);
    expect(told).toEqual([
      ['contradicts the KB', 'another article says so', false, false],
      ['cure', 'nothing', false, true],
      ['not applicable', undefined, false, false],
    ]);
  });

  it('is "as told" where a procedure does what it says, and is not played where it is not meant', async () => {
    const procedure = `variants: { procedure: { releases: ['2.0', SP1], expect: ${fullVersion('1239')} } }`;
    const cells = await cellsOf(`${claims('ppp')}${steps}${procedure}`);
    expect(says(cells).slice(0, 3)).toEqual(['as told', 'contradicts the KB', 'not applicable']);
    expect(cells.map(({ measurement }) => measurement.results.length)).toEqual([1, 1, 0, 0, 0, 0]);
  });

  it('is "refused" where Setup does not install the release', async () => {
    const upgrade = 'steps: [{ at: 08:05, install release: { release: SP3 } }, { run until: 09:00 }]\n';
    const cells = await cellsOf(
      `${claims('--p')}${upgrade}variants: { procedure: { expect: ${fullVersion('3000')} } }`,
    );
    expect(says(cells).slice(0, 4)).toEqual(['refused', 'refused', 'as told', 'as told']);
    expect(cells[0]?.measurement.refusal).toBe('2.0 SP3 requires 2.0 SP2.');
  });

  it('is excused by the reason that the scenario gives for the upgrade', async () => {
    const cells = await cellsOf(`claims: { RTM to SP3: present, SP2 to SP3: present }
'contradicts the KB': { RTM to SP3: Setup refuses it }
steps: [{ at: 08:05, install release: { release: SP3 }, may fail: true }, { run until: 09:00 }]
variants: { symptom: { releases: [SP2], expect: ${fullVersion('3000')} } }
`);
    const told = cells.slice(0, 3).map((cell) => [cell.says, cell.reason, isUnexplained(cell)]);
    expect(told).toEqual([
      ['contradicts the KB', 'Setup refuses it', false],
      ['refused', undefined, false],
      ['symptom', undefined, false],
    ]);
  });

  it('gives site and clients their own releases', async () => {
    const mixed = `variants:
  symptom: { roles: { site: '2.0', clients: SP1 }, expect: ${clientVersion('1380')} }
  corrected: { roles: { site: '2.0', clients: '2.0' }, expect: ${clientVersion('1239')} }
`;
    const { places } = onlyRow(claims('p') + steps + mixed);
    const wanted = places.filter(({ run: { roles } }) => roles.site === '2.0').slice(0, 2);
    const cells = await Promise.all(wanted.map((place) => cellAt(place)));
    expect(cells.map((cell) => [cell?.place.run.name, cell?.measured, cell?.place.claim])).toEqual([
      ['clients 2.0, site 2.0', 'cure', 'corrected'],
      ['clients 2.0 SP1, site 2.0', 'symptom', 'present'],
    ]);
  });

  it('holds expectations over seeds to all of them', async () => {
    const never = String.raw`{ file: { on: SRV1, path: 'C:\a.txt', exists: false }, for every seed: 3 }`;
    const seeded = `variants: { symptom: { expect: [${never}] } }`;
    const [first] = onlyRow(`${steps}${seeded}`).places;
    const cell = first === undefined ? undefined : await cellAt(first);
    expect([cell?.measured, cell?.measurement.results.map(({ seed }) => seed)]).toEqual(['symptom', [1, 2, 3]]);
  });

  it('is not measured after an interruption', async () => {
    const [first] = onlyRow(steps + until('1239', '1380')).places;
    expect(first === undefined ? 0 : await cellAt(first, AbortSignal.abort())).toBeUndefined();
  });
});

describe('a bisection', () => {
  it.each([
    ['2.0 SP1', '1239', ['2.0', '2.0 SP1', '2.0 SP2']],
    ['2.0 SP3', '1239|1380|2000', ['2.0 SP2', '2.0 SP3', '2.0 SP4']],
    ['2.0 SP4 HRP', '[123]...$|4000', ['2.0 SP2', '2.0 SP4', '2.0 SP4 HRP']],
    [undefined, '.', ['2.0 SP2', '2.0 SP4', '2.0 SP4 HRP']],
    ['2.0', 'no version', ['2.0', '2.0 SP2']],
  ])('finds %s with at most three runs, the two neighbours among them', async (first, symptom, played) => {
    const cure = `variants:
  symptom: { expect: ${fullVersion(symptom)} }
  without cause: { expect: ${fullVersion(symptom).replace('has:', 'lacks:')} }
`;
    const found = await bisect(onlyRow(steps + cure), cellAt);
    expect(found.first?.run.name).toBe(first);
    expect(found.cells.map(({ place }) => place.run.name)).toEqual(played);
    expect(found.interrupted).toBe(false);
  });

  it('takes a release without symptom and cure for one that does not cure', async () => {
    const found = await bisect(onlyRow(claims('p') + steps + until('1239', '2000|3000|4000|4400')), cellAt);
    expect(found.first?.run.name).toBe('2.0 SP2');
    expect(found.cells.map(({ measured }) => measured)).toEqual(['symptom', 'neither', 'cure']);
  });

  it('does not search where the feature is absent', async () => {
    const found = await bisect(onlyRow(`${claims('aappcc')}${steps}${until('2000', '3000|4000|4400')}`), cellAt);
    expect(found.absent.map(({ run }) => run.name)).toEqual(['2.0', '2.0 SP1']);
    expect(found.cells.map(({ place }) => place.run.name)).toEqual(['2.0 SP2', '2.0 SP3']);
    expect(found.first?.run.name).toBe('2.0 SP3');
  });

  it('changes only the release of the site where clients have their own', async () => {
    const mixed = `variants: { symptom: { roles: { site: SP1, clients: SP2 } }, without cause: {} }`;
    const found = await bisect(onlyRow(steps + mixed), async () => undefined);
    expect(new Set(found.searched.map(({ run }) => run.roles.clients))).toEqual(new Set(['2.0 SP2']));
    expect([found.interrupted, found.first, found.cells]).toEqual([true, undefined, []]);
  });
});
