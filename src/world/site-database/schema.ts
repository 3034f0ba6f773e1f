import { longestIdentifier, systemClass } from '../formats/hardware-report.ts';
import { assumed } from '../provenance.ts';
import { textType } from './database-template.ts';
import type { DatabaseSchema } from './database-template.ts';
import { arrayTable, discoveryColumn } from './names.ts';

/** Most table names are sighted in articles and tools; their full definitions were never published. */
export const schemaProvenance = assumed(
  'Tables have the columns that inventory, discovery and status need, under the names that articles and tools show.',
  'Q242951, Q249582, Q298455, Q322802, Q816968; table documentation not published',
);

/** The v_ views are those of the product’s later reports. */
export const viewsProvenance = assumed('The v_ views of SMS 2003 are offered for comfort; SMS 2.0 does not name them.');

/** The architecture key of the System discovery class, in discovery and inventory alike. */
export const systemArchitecture = 5;

const name = textType(64);
const text = textType(255);
/** Compares without case whatever the server's sort order is: not a varchar, so that it is left alone. */
const guid = 'char(48) collate nocase';
const time = 'datetime';

/** Scalar properties of System resources that every database has; others get their column when they first come. */
const systemColumns = [
  `SMS_Unique_Identifier0 ${guid}`,
  ...['NetBIOS Name', 'Name', 'Client Version', 'Operating System Name and Version', 'Resource Domain OR Workgroup']
    .concat(['Last Logon User Domain', 'Last Logon User Name', 'SMS Previous Identifier'])
    .map((property) => `${discoveryColumn(property)} ${text}`),
  'Client0 int',
  'Obsolete0 int default 0',
  `Creation_Date0 ${time}`,
];

/** Array properties that every database has. */
const systemArrays = [
  'IP Subnets',
  'IP Addresses',
  'MAC Addresses',
  'IPX Addresses',
  'IPX Network Numbers',
  'Resource Names',
  'SMS Assigned Sites',
  'SMS Installed Sites',
  'System Roles',
];

/**
 * The table of an array property; a value stands once for a resource, in the order of `Position`. To SQL Server texts
 * that differ in trailing blanks alone are equal, also as keys (Q249582).
 */
export function arrayTableDefinition(property: string): string {
  const [table, column] = [arrayTable(property), discoveryColumn(property)];
  const columns = `ItemKey int not null, Position int not null, ${column} ${text} not null`;
  return `create table ${table} (${columns});
    create unique index ${table}_PK on ${table} (ItemKey, rtrim(${column}) collate nocase)`;
}

const inventoryRow = `MachineID int not null, InstanceKey int not null, RevisionID int not null,
  TimeKey ${time} not null`;

/** The definition of a group's table of current data; those of its attributes are added to it. */
export function groupTableDefinition(table: string, columns: readonly string[] = []): string {
  const all = [inventoryRow, ...columns, 'primary key (MachineID, InstanceKey)'];
  return `create table ${table}_DATA (${all.join(', ')})`;
}

/** The definition of a group's table of former revisions. */
export function historyTableDefinition(table: string, columns: readonly string[] = []): string {
  const all = [inventoryRow, ...columns, 'primary key (MachineID, InstanceKey, RevisionID)'];
  return `create table ${table}_HIST (${all.join(', ')})`;
}

/** The definitions of a group's views: current data and history, with the columns of its attributes. */
export function groupViewDefinitions(group: {
  readonly table: string;
  readonly view: string;
  readonly columns: readonly string[];
}): readonly string[] {
  const fixed = 'MachineID as ResourceID, InstanceKey as GroupID, RevisionID, TimeKey as TimeStamp';
  const selected = [fixed, ...group.columns].join(', ');
  return [
    `create view v_GS_${group.view} as select ${selected} from ${group.table}_DATA`,
    `create view v_GH_${group.view} as select ${selected} from ${group.table}_HIST`,
  ];
}

/** The group that every machine has (Q293225, Q254735): its name and its identifier. */
const systemGroup = [
  groupTableDefinition('System', [`Name0 ${text}`, `SMSID0 ${guid}`]),
  historyTableDefinition('System', [`Name0 ${text}`, `SMSID0 ${guid}`]),
  `insert into GroupMap values (1, ${systemArchitecture}, 'System', '${systemClass}', 'System', 'SYSTEM')`,
  `insert into AttributeMap values (1, 'Name', 'Name0', 'string', 255)`,
  `insert into AttributeMap values (1, 'SMSID', 'SMSID0', 'string', ${longestIdentifier})`,
  ...['pSystem_DATA', 'dSystem_DATA'].map((name) => `insert into StoredProcedures values ('${name}', 'Name0, SMSID0')`),
  ...groupViewDefinitions({ table: 'System', view: 'SYSTEM', columns: ['Name0', 'SMSID0'] }),
];

const tables = [
  `create table System_DISC (ItemKey integer primary key autoincrement, DiscArchKey int not null, ${systemColumns})`,
  'create unique index System_DISC_GUID on System_DISC (SMS_Unique_Identifier0)',
  'create index System_DISC_Netbios on System_DISC (Netbios_Name0)',
  ...systemArrays.map(arrayTableDefinition),
  `create table DiscItemAgents (ItemKey int not null, AgentName ${name} not null, AgentSite ${name} not null,
    AgentTime ${time} not null, primary key (ItemKey, AgentName, AgentSite))`,
  `create table MachineIdGroupXRef (MachineID int not null, ArchitectureKey int not null, GroupKey int not null,
    GUID ${guid} not null, primary key (MachineID, ArchitectureKey), unique (GUID, ArchitectureKey))`,
  `create table GroupMap (GroupKey integer primary key, ArchitectureKey int not null, GroupName ${text} not null,
    GroupClass ${text} not null unique, TableName ${text} not null unique, ViewName ${text} not null unique)`,
  `create table AttributeMap (GroupKey int not null, AttributeName ${text} not null, ColumnName ${text} not null,
    ColumnType ${name} not null, ColumnLength int not null, primary key (GroupKey, ColumnName))`,
  `create table WorkstationStatus_DATA (MachineID integer primary key, InstanceKey int not null,
    RevisionID int not null, TimeKey ${time} not null, LastHWScan ${time} not null)`,
  `create table StoredProcedures (ProcedureName ${text} primary key, ColumnList text not null)`,
  ...systemGroup,
  `create table SoftwareProduct (ProductID integer primary key autoincrement, CompanyName ${text}, ProductName ${text},
    ProductVersion ${text}, ProductLanguage ${text},
    unique (CompanyName, ProductName, ProductVersion, ProductLanguage))`,
  `create table SoftwareFile (FileID integer primary key autoincrement, FileName ${text} not null,
    FileSize int not null, ProductID int not null, unique (FileName, FileSize, ProductID))`,
  `create table SoftwareInventory (ClientId int not null, FileID int not null, FileModifiedDate ${time} not null,
    FileCount int not null, primary key (ClientId, FileID)) without rowid`,
  `create table SoftwareInventoryStatus (ClientId integer primary key, LastScanDate ${time} not null,
    LastUpdateDate ${time} not null)`,
  `create table CollectedFiles (ClientId int not null, FileName ${text} not null, FilePath ${text} not null,
    FileSize int not null, ModifiedDate ${time} not null, CollectionDate ${time} not null,
    LocalFilePath ${text} not null, RevisionID int not null, primary key (ClientId, FilePath, RevisionID))`,
  `create table StatusMessages (RecordID integer primary key autoincrement, ModuleName ${name} not null,
    Severity int not null, MessageID int not null, MessageType int not null, PerClient int not null,
    Component ${name} not null, MachineName ${name} not null, SiteCode ${name} not null,
    TopLevelSiteCode ${name} not null, ProcessID int not null, ThreadID int not null, Win32Error int not null,
    Time ${time} not null)`,
  'create index StatusMessages_Time on StatusMessages (Time)',
  `create table StatusMessageInsStrs (RecordID int not null, InsStrIndex int not null, InsStrValue ${text} not null,
    primary key (RecordID, InsStrIndex)) without rowid`,
  'create table StatusMessagesNotSummarized (RecordID integer primary key)',
  `create table Sites (SiteCode ${name} primary key, SiteName ${text} not null, SiteServer ${name} not null,
    ReportToSite ${name} not null)`,
];

const views = [
  'create view v_R_System as select ItemKey as ResourceID, * from System_DISC',
  'create view v_AgentDiscoveries as select ItemKey as ResourceID, AgentName, AgentSite, AgentTime from DiscItemAgents',
  `create view v_GS_WORKSTATION_STATUS as select MachineID as ResourceID, InstanceKey as GroupID, RevisionID,
    TimeKey as TimeStamp, LastHWScan from WorkstationStatus_DATA`,
  `create view v_GS_SoftwareFile as select i.ClientId as ResourceID, f.FileID, f.FileName, f.FileSize,
    i.FileModifiedDate, i.FileCount, p.CompanyName, p.ProductName, p.ProductVersion, p.ProductLanguage
    from SoftwareInventory i join SoftwareFile f on f.FileID = i.FileID
    left join SoftwareProduct p on p.ProductID = f.ProductID`,
  `create view v_GS_LastSoftwareScan as select ClientId as ResourceID, LastScanDate, LastUpdateDate
    from SoftwareInventoryStatus`,
  `create view v_GS_CollectedFile as select ClientId as ResourceID, FileName, FilePath, FileSize, ModifiedDate,
    CollectionDate, LocalFilePath, RevisionID from CollectedFiles`,
  'create view v_StatusMessage as select * from StatusMessages',
  'create view v_StatMsgInsStrings as select * from StatusMessageInsStrs',
  'create view v_Site as select * from Sites',
  `create view v_RA_System_IPSubnets as select ItemKey as ResourceID, IP_Subnets0 from System_IP_Subnets_ARR`,
  `create view v_RA_System_SMSAssignedSites as select ItemKey as ResourceID, SMS_Assigned_Sites0
    from System_SMS_Assign_ARR`,
];

/** The database of SMS 2.0. */
export const sms20Schema: DatabaseSchema = { definitions: [...tables, ...views] };
