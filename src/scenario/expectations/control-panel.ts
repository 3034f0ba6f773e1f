import { z } from 'zod';
import { listedComponents, listedSites } from '../../components/index.ts';
import { computerName } from '../references.ts';
import { defineExpectation } from '../verb.ts';

const schema = z
  .strictObject({
    on: computerName().describe('Client'),
    component: z.string().optional().describe('Row of the Components tab: Hardware Inventory Agent'),
    listed: z.boolean().optional().describe('Whether there is such a row; true without it'),
    version: z.string().optional().describe('Version in that row'),
    state: z.string().optional().describe('Status in that row: Installed, Repair Pending'),
    components: z.array(z.string()).optional().describe('All rows of the Components tab, in any order'),
    sites: z.array(z.string()).optional().describe('All rows of the Sites tab, the principal site first'),
  })
  .refine(
    ({ component, listed, version, state }) => component !== undefined || (listed ?? version ?? state) === undefined,
    {
      message: 'listed, version and state look at one row: give its component',
    },
  );

/** What the Systems Management control panel of a client shows (Q206800). */
export const controlPanel = defineExpectation({
  name: 'control panel',
  summary: 'The Components and Sites tabs of the Systems Management control panel of a client',
  schema,
  example: 'control panel: { on: SMSNTCLI8, component: Hardware Inventory Agent, state: Installed, sites: [ABC] }',
  looksAt: 'state',
  changesWith: ['registry', 'step'],
  check(play, given) {
    const { registry } = play.world.mustHave(given.on);
    const rows = listedComponents(registry);
    const sites = listedSites(registry);
    const row = rows.find((one) => one.name.toUpperCase() === given.component?.toUpperCase());
    const met =
      (given.component === undefined || (row !== undefined) === (given.listed ?? true)) &&
      (given.version === undefined || row?.version === given.version) &&
      (given.state === undefined || row?.status === given.state) &&
      (given.components === undefined ||
        sameNames(
          given.components,
          rows.map((one) => one.name),
        )) &&
      (given.sites === undefined || given.sites.join() === sites.join());
    return { met, actual: describe(given, rows, row, sites) };
  },
});

type Row = ReturnType<typeof listedComponents>[number];

function sameNames(wanted: readonly string[], actual: readonly string[]): boolean {
  return wanted.toSorted().join('\n').toUpperCase() === actual.toSorted().join('\n').toUpperCase();
}

function describe(
  given: z.infer<typeof schema>,
  rows: readonly Row[],
  row: Row | undefined,
  sites: readonly string[],
): string {
  const list = rows.length === 0 ? 'no components' : `components ${rows.map((one) => one.name).join(', ')}`;
  const inRow =
    row === undefined ? `no row ${given.component}; ${list}` : `${row.name}: version ${row.version}, ${row.status}`;
  const parts = [
    ...(given.component === undefined ? [] : [inRow]),
    ...(given.components === undefined ? [] : [list]),
    ...(given.sites === undefined ? [] : [sites.length === 0 ? 'no sites' : `sites ${sites.join(', ')}`]),
  ];
  return parts.join('; ');
}
