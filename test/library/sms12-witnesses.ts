import { witnessesOf } from './witness.ts';

/** One for each change of SMS 1.2, found by taking the change out and running the cases of its articles. */
export const sms12Witnesses = witnessesOf({
  SMS_INVENTORY_PROCESSOR: [
    [
      'length of the NT CPU record (bytes)',
      '1.20.786.2000 | Q169038 | procedure a site without Service Pack 2 | 1.2 SP1',
    ],
    ['length of the NT CPU record (bytes)', '1.20.786.4000 | Q169038 | without cause | 1.2 SP2'],
    ['notes in the log that nothing changed', '1.20.786.3500 | Q187334 | symptom | 1.2'],
    ['a complete MIF without history replaces the record', '1.20.0.0 | Q148649 | symptom | 1.1'],
    ['last year of a date in a MIF', '1.20.786.4001 | Q239534 | procedure a MIF of another program | 1.2'],
    ['reads records of any length', '1.20.786.4000 | Q179561 | symptom | 1.2'],
    ['reports that the last package is gone', ' | Q147707 | symptom | 1.2'],
  ],
  SMS_MAINTENANCE_MANAGER: [
    ['takes the inventory of NetWare servers beside its cycle', '1.20.0.0 | Q153563 | symptom | 1.1'],
    ['appends .nim files to the inventory of a NetWare server', '1.20.786.4001 | Q265143 | symptom | 1.2'],
  ],
  SMS_INVENTORY_DATA_LOADER: [
    ['last year of a date in a MIF', '1.20.786.4001 | Q239534 | symptom | 1.2'],
    ['takes names of attributes in any case', '1.20.786.4000 | Q185913 | symptom | 1.2'],
    ['keeps a MIF when SQL Server is lost', '1.20.0.0 | Q176517 | procedure 1.1 takes MIFs for bad | 1.1'],
    ['deletes the record of a computer that has moved at its old sites', '1.20.786.2000 | Q167777 | symptom | 1.2'],
    ['compares without SMSLocation', '1.10.0.0 | Q129125 | symptom | 1.0'],
  ],
  INVWIN32: [
    [
      'length of the NT CPU record (bytes)',
      '1.20.786.2000 | Q169038 | procedure a site without Service Pack 2 | 1.2 SP1',
    ],
    ['length of the NT CPU record (bytes)', '1.20.786.4000 | Q169038 | without cause | 1.2 SP2'],
    ['names its output after the SMSID', '1.20.786.1500 | Q162557 | procedure Windows NT | 1.2'],
    ['knows /X', '1.20.786.4000 | Q191337 | symptom | 1.2'],
  ],
  SMS_INVENTORY_AGENT_NT: [
    ['length of the NT CPU record (bytes)', '1.20.786.2000 | Q169038 | procedure the services | 1.2'],
    ['length of the NT CPU record (bytes)', '1.20.786.4000 | Q169038 | procedure the services | 1.2 SP2'],
    ['answers resync requests', '1.20.786.2000 | Q185353 | procedure a server before Service Pack 2 | 1.2'],
    ['names its output after the SMSID', '1.20.786.1500 | Q162557 | procedure the service of a server | 1.2'],
    ['writes the AppleTalk zone of its server', '1.20.786.1000 | Q156385 | symptom | 1.2'],
  ],
  INV32CLI: [
    ['length of the NT CPU record (bytes)', '1.20.786.2000 | Q169038 | procedure the services | 1.2'],
    ['length of the NT CPU record (bytes)', '1.20.786.4000 | Q169038 | procedure the services | 1.2 SP2'],
  ],
  INVDOS: [
    ['sets the resync flag with /F and after a move', '1.20.786.2000 | Q164886 | symptom | 1.2'],
    ['names its output after the SMSID', '1.20.786.1500 | Q162557 | symptom | 1.2'],
    ['knows /X', '1.20.786.4000 | Q191337 | procedure invdos without /X | 1.2'],
    ['notes which foreign site it has met', '1.20.0.0 | Q131631 | symptom | 1.0'],
    ['keeps SMSSAFE.TMP in its data folder', '1.10.0.0 | Q139908 | procedure a 1.0 client | 1.0'],
  ],
  CLIMONNT: [['looks at the copy list when there is inventory', '1.20.786.3000 | Q174961 | symptom | 1.2']],
  INVMAC: [
    ['answers a resync', '1.20.786.3001 | Q172533 | workaround delete the history file | 1.2'],
    ['asks Open Transport for addresses', '1.20.786.3000 | Q156403 | symptom | 1.2'],
    ['goes on without TCP/IP of Open Transport', '1.20.786.3002 | Q178661 | symptom | 1.2 SP3'],
    ['goes on without MacTCP', '1.20.786.4000 | Q191304 | symptom | 1.2'],
    ['names the PowerPC 750', '1.20.786.4001 | Q225063 | symptom | 1.2'],
    ['looks only where there are files', '1.20.786.4001 | Q225064 | symptom | 1.2'],
  ],
});
