import * as world from '../../world/index.ts';
import type { Provenance } from '../../world/index.ts';

/** A format of files, tables or answers, with what the sources say about it. */
export interface FileFormat {
  readonly title: string;
  readonly provenance: Provenance;
}

/** Every format of the world floor, in the order in which a resync meets them. */
export const fileFormats: readonly FileFormat[] = [
  { title: 'resynchronization request (.cfg)', provenance: world.resyncRequestProvenance },
  { title: 'client.lkp', provenance: world.clientLookupProvenance },
  { title: '.rpl, between sites', provenance: world.replicationProvenance },
  { title: 'Package of Setup, for a secondary site', provenance: world.setupPackageProvenance },
  { title: '.job, .srq, .srs and instructions, between sites', provenance: world.siteJobProvenance },
  { title: '.ct0, .ct1, .ct2', provenance: world.siteControlProvenance },
  { title: 'Clibase.cfg', provenance: world.clientBaseConfigurationProvenance },
  { title: 'configuration of a client component', provenance: world.componentConfigurationProvenance },
  { title: 'Compver.ini', provenance: world.compverProvenance },
  { title: 'Windows profile files (.ini)', provenance: world.iniProvenance },
  { title: 'list of client access points in the registry', provenance: world.capListProvenance },
  { title: '.CCR, client configuration requests', provenance: world.clientRequestProvenance },
  { title: '<site>_cfg.lcf, on logon points', provenance: world.logonConfigurationProvenance },
  { title: 'NETCONF.NCF, on logon points', provenance: world.netConfigurationProvenance },
  { title: 'SMS schedule token', provenance: world.scheduleTokenProvenance },
  { title: 'SMS_def.mof', provenance: world.smsDefMofProvenance },
  { title: 'classes of the SMS_def.mof that ships', provenance: world.defaultSmsDefMofProvenance },
  { title: 'management information format (MIF)', provenance: world.mifProvenance },
  { title: 'hardware inventory (.nhm, .mif), complete and delta', provenance: world.hardwareReportProvenance },
  { title: 'hardware inventory of 16-bit clients (.raw)', provenance: world.rawInventoryProvenance },
  { title: 'software inventory (.sic, .sid)', provenance: world.softwareReportProvenance },
  { title: 'discovery data record (.ddr)', provenance: world.discoveryRecordProvenance },
  { title: 'offers to clients', provenance: world.offerProvenance },
  { title: 'lines of SMS logs', provenance: world.logLineProvenance },
  { title: 'STATMSG line of a log', provenance: world.statusMessageLineProvenance },
  { title: 'status message file (.svf)', provenance: world.statusMessageFileProvenance },
  { title: 'registry file (.reg)', provenance: world.registryFileProvenance },
  { title: 'files that Windows 9x replaces when it starts (Wininit.ini)', provenance: world.pendingRenamesProvenance },
  { title: 'event of a service that was killed', provenance: world.serviceTerminatedProvenance },
  { title: 'collected files', provenance: world.collectedFilesProvenance },
  { title: 'tables of the site database', provenance: world.schemaProvenance },
  { title: 'v_ views of the site database', provenance: world.viewsProvenance },
  { title: 'names of tables and columns', provenance: world.namesProvenance },
  { title: 'tables of hardware classes', provenance: world.groupsProvenance },
  { title: 'group System of every machine', provenance: world.systemGroupProvenance },
  { title: 'stored procedures of hardware classes', provenance: world.proceduresProvenance },
  { title: 'hardware deltas in the database', provenance: world.hardwareProvenance },
  { title: 'software changes in the database', provenance: world.softwareProvenance },
  { title: 'software reports out of date', provenance: world.outOfDateProvenance },
  { title: 'discovery records in the database', provenance: world.storageProvenance },
  { title: 'which computer a discovery record means', provenance: world.matchingProvenance },
  { title: 'inventory taken out of the database for a new parent', provenance: world.extractionProvenance },
  { title: 'deletion of a computer', provenance: world.deletionProvenance },
  { title: 'status messages in the database', provenance: world.statusMessageProvenance },
  { title: 'failures of SQL Server', provenance: world.sqlFailureProvenance },
  { title: 'outage and full log of SQL Server', provenance: world.outageProvenance },
];
