import { clientFolder, clientFolders } from '../../components/index.ts';
import {
  defaultSmsDefMof,
  longestHardwareString,
  parseSmsDefMof,
  reportedClasses,
  type Computer,
  type MofClass,
  type MofProperty,
  type SiteDatabase,
} from '../../world/index.ts';
import { fitsWildcard } from '../patterns.ts';
import { seenText } from './seen-files.ts';

/** One instance of a class: values by property, as texts. */
export type Instance = ReadonlyMap<string, string>;

/** A hardware class of a site database with one machine's instances. */
export interface StoredClass {
  /** `PC BIOS`, as Resource Explorer shows it. */
  readonly group: string;
  /** The WMI class behind it; undefined for what Sms_def.mof of the client does not report. */
  readonly mof: MofClass | undefined;
  readonly instances: readonly Instance[];
}

/**
 * What a site database holds of one machine, for the classes that a name or wildcard means: a WMI class, a group name
 * or a class identifier. Read as a user's select, so that looking counts nowhere.
 */
export function storedClasses(database: SiteDatabase, computer: Computer, name: string): readonly StoredClass[] {
  const machineId = resourceIdOf(database, computer.name);
  const reported = reportedClasses(mofOf(computer));
  const groups = rowsOf(database, 'select GroupKey, GroupName, GroupClass, TableName from GroupMap order by GroupKey');
  return groups.flatMap(([key, group, classId, table]): readonly StoredClass[] => {
    const mof = reported.find((one) => one.classId === classId);
    if (![group, classId, mof?.name ?? ''].some((one) => fitsWildcard(name, String(one)))) return [];
    const instances = machineId === undefined ? [] : instancesOf(database, Number(key), String(table), machineId);
    return instances.length === 0 ? [] : [{ group: String(group), mof, instances }];
  });
}

/** What the machine really has of the classes that the client reports, with the properties that it reports. */
export function realClasses(computer: Computer, name: string): readonly StoredClass[] {
  return reportedClasses(mofOf(computer)).flatMap((mof): readonly StoredClass[] => {
    if (![mof.groupName, mof.classId ?? '', mof.name].some((one) => fitsWildcard(name, one))) return [];
    const instances = (computer.hardware[mof.name] ?? []).map((instance) => {
      const present = mof.properties.flatMap((property) => {
        const value = instance[property.name];
        const reportable = value === undefined ? undefined : asReported(property, value);
        return reportable === undefined ? [] : [[property.name, reportable] as const];
      });
      return new Map(present);
    });
    return instances.length === 0 ? [] : [{ group: mof.groupName, mof, instances }];
  });
}

/** What no agent can report is no difference: larger integers (Q262242), longer texts (Q298686, Q225507). */
function asReported(property: MofProperty, value: string | number): string | undefined {
  if (typeof value === 'number') return Math.abs(value) > 2147483647 ? undefined : String(value);
  if (value.length <= longestHardwareString) return value;
  const head = value.slice(0, longestHardwareString);
  return property.array && head.includes(',') ? head.slice(0, head.lastIndexOf(',')) : head;
}

/** The key of a computer in the tables of a site database; the oldest of several with one name. */
export function resourceIdOf(database: SiteDatabase, name: string): number | undefined {
  const select = 'select ItemKey from System_DISC where Netbios_Name0 = ? order by ItemKey limit 1';
  const [row] = rowsOf(database, select, name);
  return row === undefined ? undefined : Number(row[0]);
}

/** The rows of a user's select; none where it fails. */
export function rowsOf(
  database: SiteDatabase,
  sql: string,
  ...given: readonly (string | number)[]
): readonly (readonly unknown[])[] {
  const answer = database.query(sql, given);
  return answer.ok ? answer.value.rows : [];
}

function instancesOf(database: SiteDatabase, groupKey: number, table: string, machineId: number): readonly Instance[] {
  const attributes = rowsOf(
    database,
    'select AttributeName, ColumnName from AttributeMap where GroupKey = ? order by rowid',
    groupKey,
  );
  const columns = attributes.map(([, column]) => String(column)).join(', ');
  if (columns === '') return [];
  const rows = rowsOf(
    database,
    `select ${columns} from ${table}_DATA where MachineID = ? order by InstanceKey`,
    machineId,
  );
  return rows.map((row) => {
    const known = attributes.map(([name], index) => [String(name), row[index] ?? null] as const);
    return new Map(known.filter(([, value]) => value !== null).map(([name, value]) => [name, String(value)]));
  });
}

/** The Sms_def.mof that the client's agent has compiled (Q199318); that of SMS 2.0 where there is none. */
function mofOf(computer: Computer) {
  const text = seenText(computer, `${clientFolder(computer, clientFolders.hardware)}\\Sms_def.mof`);
  const parsed = text.ok ? parseSmsDefMof(text.value) : undefined;
  return parsed?.ok === true ? parsed.value : defaultSmsDefMof;
}
