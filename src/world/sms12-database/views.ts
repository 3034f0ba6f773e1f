import { documented } from '../provenance.ts';
import type { SiteDatabase } from '../site-database/site-database.ts';
import type { SqlOutcome } from '../site-database/sql-failure.ts';
import type { SqlSession } from '../site-database/sql-session.ts';
import { storedAttributes } from './defined-attribute.ts';
import type { DefinedAttribute } from './defined-attribute.ts';
import { storedGroups } from './defined-group.ts';
import type { DefinedGroup } from './defined-group.ts';
import { personalComputerKey } from './schema.ts';

/** What SMSVIEW makes: it is run by hand, and again when groups or columns have come. */
export const views12Provenance = documented(
  'Q133253, Q175764, Q199229, SMS 1.2 SDK (How SMSVIEW Works)',
  'A view v<Group> for each group, with the attributes of both tables in the order of their names, and vGroupNames.',
);

/** SMSVIEW: makes the views of all groups anew; answers their names. */
export function createViews(database: SiteDatabase): SqlOutcome<readonly string[]> {
  return database.transaction((sql) => {
    const views = storedGroups(sql).map((group): readonly [string, string] => [
      `v${group.specific.replace(/_SPEC$/, '')}`,
      groupSelect(group, storedAttributes(sql, group.groupKey)),
    ]);
    const all = [...views, ['vGroupNames', groupNames] as const];
    for (const [name, select] of all) createView(sql, name, select);
    return all.map(([name]) => name);
  });
}

function createView(sql: SqlSession, name: string, select: string): void {
  sql.define(`drop view if exists ${name}`);
  sql.define(`create view ${name} as ${select}`);
}

const groupNames = `select GM.GroupName from ArchitectureMap AM, GroupMap GM
  where GM.ArchitectureKey = AM.ArchitectureKey and AM.Mode = 0`;

function groupSelect({ groupKey, common, specific }: DefinedGroup, attributes: readonly DefinedAttribute[]): string {
  const columns = attributes
    .toSorted((a, b) => (a.name.toUpperCase() < b.name.toUpperCase() ? -1 : 1))
    .map(({ column, storage }) => `${storage === 'Common' ? common : specific}.${column}`);
  const joined = common === null ? '' : `left join ${common} on ${common}.datakey = CommonKey`;
  return `select ${['dwMachineID', ...columns].join(', ')} from MachineDataTable ${joined}
    left join ${specific} on ${specific}.datakey = SpecificKey
    where ArchitectureKey = ${personalComputerKey} and GroupKey = ${groupKey}`;
}
