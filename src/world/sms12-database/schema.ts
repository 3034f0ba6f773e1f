import { identificationClass, personalComputer, workstationStatusClass } from '../formats/sms12/identification.ts';
import { assumed, documented } from '../provenance.ts';
import { textType } from '../site-database/database-template.ts';
import type { DatabaseSchema } from '../site-database/database-template.ts';
import { columnOf } from './names.ts';

/** Tables and columns that articles and guide pages show. */
export const schema12Provenance = documented(
  'Q133253, Q185913, Q188051, Q191301, Q202006, SMS 1.2 SDK (How SMSVIEW Works)',
  'MachineDataTable points to a shared COMM row and a SPEC row of its own for each row of a group; what it pointed ' +
    'to before stands in MachineDataHistoryTable.',
);

/** No source lists the tables completely. */
export const schema12Assumptions = assumed(
  'The columns of AttributeMap, Machines and SMSEvent are ours; architectures other than Personal Computer are not ' +
    'shown (Mode 1), and only SMSEvent of them has a table.',
  'Q133253 (ArchitectureMap.Mode), Q185913 (AttributeMap), Q188051 (Machines)',
);

/** The architecture of all computers; the other four are the product’s own affairs. */
export const personalComputerKey = 5;

/** Keys of the groups that a new database has (Q133253, Q191301). */
export const identificationKey = 1;
export const workstationStatusKey = 2;

const name = textType(64);
const text = textType(255);
const time = 'datetime';

const machineRow = `dwMachineID int not null, ArchitectureKey int not null, GroupKey int not null,
  InstanceKey int not null, CommonKey int not null, SpecificKey int not null, TimeKey ${time} not null`;

/** Sizes as the MIF of an administrator declares them (Q199229). */
const identificationAttributes = [
  ['Name', 64],
  ['SMSID', 8],
  ['SMSLocation', 64],
  ['Site', 3],
  ['Domain', 16],
  ['NetCardID', 18],
  ['SystemRole', 12],
  ['SystemType', 32],
  ['LogOn Name', 48],
] as const;

const statusAttributes = [
  ['LastHWScan', 'LastHWScan', 'Date', 0],
  ['LastSWScan', 'LastSWScan', 'Date', 0],
  ['Failed Hardware Checks', 'Failed_Hardware_Checks0', 'String', 255],
  ['Files Not Installed', 'Files_Not_Installed0', 'String', 255],
  ['Standalone Workstation', 'Standalone_Workstation0', 'String', 255],
  ['System Files Not Modified', 'System_Files_Not_Modified0', 'String', 255],
] as const;

const tables = [
  `create table ArchitectureMap (ArchitectureKey integer primary key, ArchitectureName ${name} not null unique,
    Mode int not null)`,
  `create table GroupMap (ArchitectureKey int not null, GroupKey int not null, GroupName ${text} not null,
    GroupClass ${text} not null, CommonTableName ${name}, SpecificTableName ${name} not null,
    NextInstanceKey int not null, NextCommonKey int not null, NextSpecificKey int not null,
    primary key (ArchitectureKey, GroupKey))`,
  `create table AttributeMap (ArchitectureKey int not null, GroupKey int not null, AttributeName ${text} not null,
    ColumnName ${name} not null, ColumnType ${name} not null, ColumnLength int not null, Storage ${name} not null,
    primary key (ArchitectureKey, GroupKey, AttributeName), unique (ArchitectureKey, GroupKey, ColumnName))`,
  'create table Machines (dwMachineID integer primary key autoincrement, ArchitectureKey int not null)',
  `create table MachineDataTable (${machineRow})`,
  'create index MachineDataTable_idx on MachineDataTable (dwMachineID, GroupKey, InstanceKey)',
  'create index MachineDataTable_SpecificKey_idx on MachineDataTable (GroupKey, SpecificKey)',
  `create table MachineDataHistoryTable (${machineRow})`,
  'create index dwMachineID_idx on MachineDataHistoryTable (dwMachineID)',
  ...groupTables('Identification_COMM', 'Identification_SPEC'),
  ...identificationAttributes.map(
    ([attribute, length]) => `alter table Identification_SPEC add column ${columnOf(attribute)} ${textType(length)}`,
  ),
  ...['SMSID0', 'Name0', 'NetCardID0'].map(
    (column) => `create index Identification_${column}_idx on Identification_SPEC (${column})`,
  ),
  `create table WorkstationStatus (datakey integer primary key, ${statusAttributes
    .map(([, column, type]) => `${column} ${type === 'Date' ? time : text}`)
    .join(', ')})`,
  `create table SMSEvent (datakey integer primary key autoincrement, EventID int not null, EventTime ${time} not null,
    SiteCode ${name} not null, MachineName ${name} not null, Component ${name} not null, Description ${text} not null)`,
  `create table Jobs (JobID ${name} primary key, JobType int, Status ${name} not null)`,
];

const architectures = ['PackageLocation', 'UserGroups', 'JobDetails', 'SMSEvent'] as const;

const maps = [
  ...architectures.map(
    (architecture, index) => `insert into ArchitectureMap values (${index + 1}, '${architecture}', 1)`,
  ),
  `insert into ArchitectureMap values (${personalComputerKey}, '${personalComputer}', 0)`,
  `insert into GroupMap values (4, 1, 'Identification', '${identificationClass}', null, 'SMSEvent', 1, 1, 1)`,
  `insert into GroupMap values (${personalComputerKey}, ${identificationKey}, 'Identification',
    '${identificationClass}', 'Identification_COMM', 'Identification_SPEC', 1, 1, 1)`,
  `insert into GroupMap values (${personalComputerKey}, ${workstationStatusKey}, 'Workstation Status',
    '${workstationStatusClass}', null, 'WorkstationStatus', 1, 1, 1)`,
  ...identificationAttributes.map(([attribute, length]) =>
    attributeRow(identificationKey, attribute, columnOf(attribute), 'String', length),
  ),
  ...statusAttributes.map(([attribute, column, type, length]) =>
    attributeRow(workstationStatusKey, attribute, column, type, length),
  ),
];

/** The database of SMS 1.2. */
export const sms12Schema: DatabaseSchema = { definitions: [...tables, ...maps] };

/**
 * The definitions of a group's two tables, to which columns are added as attributes come. A data key may stand there
 * twice (Q192859), and is looked for.
 */
export function groupTables(common: string, specific: string): readonly string[] {
  return [common, specific].flatMap((table) => [
    `create table ${table} (datakey int not null)`,
    `create index ${table}_idx on ${table} (datakey)`,
  ]);
}

function attributeRow(groupKey: number, attribute: string, column: string, type: string, length: number): string {
  return `insert into AttributeMap values (${personalComputerKey}, ${groupKey}, '${attribute}', '${column}', '${type}',
    ${length}, 'Specific')`;
}
