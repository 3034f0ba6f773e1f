import { witnessesOf } from './witness.ts';

/** One for each change of SMS 2.0, found by taking the change out and running the cases of its articles. */
export const sms20Witnesses = witnessesOf({
  SMS_INBOX_MANAGER: [
    ['tries of a refused copy', '2.00.1493.4000 | Q280515 | symptom | 2.0'],
    [
      'locks folders while it refreshes them',
      '2.00.1493.2000 | Q275617 | procedure before SP2 [client=SMSNTCLI8, log=Ccim32.log] | 2.0',
    ],
    ['tries to remove a lock', '2.00.1493.4000 | Q275617 | symptom [client=SMSNTCLI8, log=Ccim32.log] | 2.0 SP2'],
    ['permissions of a new access point', '2.00.1380.1000 | Q252856 | procedure RTM | 2.0'],
    ['permissions of a new access point', '2.00.1493.2000 | Q252856 | procedure SP1 | 2.0 SP1'],
  ],
  SMS_CLIENT_INSTALL_DATA_MGR: [
    ['writes versions into component files', '2.00.1380.1000 | Q236596 | symptom | 2.0 SP1, MS1 2.0, OLDMS1 2.0'],
  ],
  SMS_INBOX_MANAGER_ASSISTANT: [
    ['copies under a temporary name', '2.00.1493.3206 | Q311212 | symptom | 2.0'],
    ['copies under a temporary name', '2.00.1493.4400 | Q311212 | symptom | 2.0 SP4'],
  ],
  SMS_INVENTORY_DATA_LOADER: [
    ['stops at a truncated file', '2.00.1493.4000 | Q295309 | symptom | 2.0'],
    ['hours between discovery records of an orphan', '2.00.1380.1000 | Q258162 | symptom | 2.0'],
    [
      'hours between discovery records of an orphan of SMS 1.2',
      '2.00.1493.2000 | Q258162 | procedure another service pack below | 2.0, LAM 1.2 SP2',
    ],
  ],
  SMS_SOFTWARE_INVENTORY_PROCESSOR: [
    ['hours between discovery records of an orphan', '2.00.1380.1000 | Q258162 | symptom | 2.0'],
    ['leaves nothing in BADSinv for a file in use', '2.00.1493.2000 | Q248969 | symptom | 2.0'],
  ],
  SMS_DISCOVERY_DATA_MANAGER: [
    ['forwards the subnets of the record alone', '2.00.1493.4400 | Q313660 | symptom | 2.0'],
    ['gets past an empty record', '2.00.1380.1000 | Q236061 | symptom | 2.0'],
    ['deletes read-only records', '2.00.1493.3000 | Q264524 | symptom | 2.0'],
    ['compares names as SQL Server does', '2.00.1493.2000 | Q249582 | symptom | 2.0'],
    ['keeps travelling clients assigned', '2.00.1493.4000 | Q281107 | procedure the Ddm.dll of SP3 | 2.0 SP4'],
  ],
  SMS_CLIENT_CONFIG_MANAGER: [
    ['spares computers of a later release', '2.0.1239.64 | Q252718 | symptom | AAA 2.0 SP2, site 2.0'],
    ['spares computers of a later release', '2.0.1380.1125 | Q252717 | symptom | AAA 2.0 SP2, site 2.0 SP1'],
    ['names a retry after the computer', '2.0.1239.64 | Q242926 | symptom | 2.0'],
    ['names a retry after the computer', '2.0.1380.1125 | Q242926 | procedure SP1 | 2.0 SP1'],
    ['names the retry of a short domain in full', '2.00.1493.3000 | Q265882 | symptom | 2.0 SP2'],
  ],
  'CCMBtLdr.exe': [
    ['spares computers of a later release', '2.0.1239.64 | Q252718 | symptom | AAA 2.0 SP2, site 2.0'],
    ['spares computers of a later release', '2.0.1380.1125 | Q252717 | symptom | AAA 2.0 SP2, site 2.0 SP1'],
  ],
  SMS_SQL_MONITOR: [['deletes software inventory with its computer', '2.00.1493.2000 | Q242951 | symptom | 2.0']],
  SMS_NT_LOGON_SERVER_MANAGER: [
    ['lists who copied a file', '2.0.1239.62 | Q251070 | symptom | AAA 2.0 SP2, site 2.0'],
    ['lists who copied a file', '2.0.1380.1105 | Q249077 | symptom | AAA 2.0 SP2, site 2.0 SP1'],
    ['hands out COMPVER.INI', '2.00.1493.2000 | Q249077 | symptom | AAA 2.0 SP2, site 2.0 SP1'],
    ['tells an unread configuration from a missing one', '2.00.1493.2000 | Q242492 | symptom | 2.0 SP1'],
    ['keeps to its interval at a restart', '2.00.1493.2000 | Q263345 | symptom | 2.0'],
    ['waits for Nt_logon.not', '2.00.1493.2000 | Q242492 | symptom | 2.0 SP1'],
    ['leaves silent sites alone', '2.00.1493.2000 | Q259816 | symptom | 2.0'],
    ['obeys Senior.lst', '2.00.1380.1000 | Q235726 | symptom | 2.0'],
    ['repairs Copylog.tcf', '2.00.1493.2000 | Q264976 | procedure the next update of SP1 | 2.0 SP1'],
  ],
  'Boot32wn.exe': [
    [
      'leaves a newer release to CCIM',
      '2.00.1493.2000 | Q262677 | procedure an older Boot32wn | 2.0 SP2, BBB 2.0 SP1, PCB 2.0 SP1',
    ],
    [
      'adds no site of an earlier release',
      '2.00.1493.2000 | Q262677 | procedure an older Boot32wn | 2.0 SP2, BBB 2.0 SP1, PCB 2.0 SP1',
    ],
    ['passes over a card that cannot be read', '2.00.1493.2000 | Q247543 | symptom | 2.0'],
    ['reports travel mode', '2.00.1493.4000 | Q281107 | procedure a logon before SP4 | 2.0 SP3'],
  ],
  'Smsman.exe': [
    [
      'leaves a newer release to CCIM',
      '2.00.1493.2000 | Q262677 | procedure an older Smsman | 2.0 SP2, BBB 2.0 SP1, PCB 2.0 SP1',
    ],
    [
      'adds no site of an earlier release',
      '2.00.1493.2000 | Q262677 | procedure an older Smsman | 2.0 SP2, BBB 2.0 SP1, PCB 2.0 SP1',
    ],
    ['passes over a card that cannot be read', '2.00.1493.2000 | Q247543 | procedure the wizard | 2.0'],
    ['reports travel mode', '2.00.1493.4000 | Q281107 | procedure the wizard before SP4 | 2.0 SP3'],
  ],
  'Client Configuration Installation Manager': [
    ['heartbeat counts from the latest record', '2.00.1380.1000 | Q257799 | procedure Thursdays | 2.0'],
    ['reports a new version at once', '2.00.1493.2009 | Q256125 | symptom [client=SMSNTCLI8, log=Ccim32.log] | 2.0'],
    ['reports travel mode', '2.00.1493.4009 | Q281107 | procedure the Ccim32.dll of SP3 | 2.0 SP4'],
    [
      'waits for Inbox Manager',
      '2.00.1493.2009 | Q275617 | procedure before SP2 [client=SMSNTCLI8, log=Ccim32.log] | 2.0',
    ],
    [
      'finds Inboxlck.tok without opening it',
      '2.00.1493.4009 | Q275617 | symptom [client=SMSNTCLI8, log=Ccim32.log] | 2.0 SP2',
    ],
    [
      'compares the release of the access point',
      '2.00.1493.2009 | Q264630 | procedure before SP2 [client=MIXEDPC, log=Ccim32.log] | clients 2.0 SP1, site 2.0',
    ],
    [
      'compares the version of the configuration file',
      '2.00.1380.1000 | Q236596 | procedure a domain for each site | site 2.0',
    ],
    ['passes over a card that cannot be read', '2.00.1493.2009 | Q247543 | symptom | 2.0'],
    ['verification leaves what is in order', '2.00.1493.2009 | Q239564 | symptom | 2.0'],
  ],
  'Client Configuration Installation Manager (16-bit)': [
    ['heartbeat counts from the latest record', '2.00.1380.1000 | Q257799 | procedure Thursdays | 2.0'],
    ['reports a new version at once', '2.00.1493.2009 | Q256125 | symptom [client=OLDCLI, log=Ccim.log] | 2.0'],
    ['reports travel mode', '2.00.1493.4009 | Q281107 | procedure the Ccim16.exe of SP3 | 2.0 SP4'],
    ['waits for Inbox Manager', '2.00.1493.2009 | Q275617 | procedure before SP2 [client=OLDCLI, log=Ccim.log] | 2.0'],
    [
      'compares the release of the access point',
      '2.00.1493.2009 | Q264630 | procedure before SP2 [client=MIXED16, log=Ccim.log] | clients 2.0 SP1, site 2.0',
    ],
    ['verification leaves what is in order', '2.00.1493.2009 | Q239564 | symptom | 2.0'],
    [
      'compares the version of the configuration file',
      '2.00.1380.1000 | Q236596 | procedure a 16-bit client | site 2.0',
    ],
  ],
  'Copy Queue': [
    ['names do not depend on the clock', '2.00.1493.4009 | Q301352 | symptom | 2.0'],
    ['purges while inaccessible', '2.00.1493.2009 | Q263594 | symptom | 2.0'],
  ],
  'SMS Available Programs Manager': [
    ['verification leaves what is in order', '2.00.1493.2011 | Q239564 | symptom | 2.0'],
  ],
  'SMS Client Service': [['writes authorized with a z', '2.00.1493.4009 | Q246331 | symptom | 2.0']],
  'Hardware Inventory Agent': [
    ['verification registers the agent rightly', '2.00.1493.4008 | Q289552 | symptom | 2.0 SP2'],
    ['simple schedules count from the latest inventory', '2.00.1493.3000 | Q245723 | symptom | 2.0 SP1'],
    [
      'the installation routine asks for a full inventory',
      '2.00.1493.4008 | Q319864 | procedure [from=2.0, hardware=1 | 2.0',
    ],
    ['a delta shows a changed BIOS', ' | Q256610 | symptom | 2.0'],
    [
      'array values stay in their own property',
      '2.00.1493.4008 | Q298686 | symptom [client=SMSNTCLI8, log=Hinv32.log] | 2.0',
    ],
    ['status messages carry the right time', ' | Q295450 | symptom | 2.0 SP2'],
  ],
  'Hardware Inventory Agent (16-bit)': [
    ['simple schedules count from the latest inventory', '2.00.1493.3000 | Q245723 | symptom | 2.0 SP1'],
    [
      'array values stay in their own property',
      '2.00.1493.4008 | Q298686 | symptom [client=OLDCLI, log=Hinv16.log] | 2.0',
    ],
  ],
  'Software Inventory Agent': [
    ['simple schedules count from the latest inventory', '2.00.1493.3006 | Q245723 | symptom | 2.0 SP1'],
    [
      'the installation routine asks for a full inventory',
      '2.00.1493.4008 | Q319864 | procedure [from=2.0, hardware=1 | 2.0',
    ],
    ['lists files without a company', '2.00.1493.2006 | Q245700 | symptom [client=SMSNTCLI8] | 2.0'],
  ],
  'Software Inventory Agent (16-bit)': [
    ['simple schedules count from the latest inventory', '2.00.1493.3006 | Q245723 | symptom | 2.0 SP1'],
    [
      'the installation routine asks for a full inventory',
      '2.00.1493.4008 | Q319864 | procedure [from=2.0, hardware=1 | 2.0',
    ],
    ['lists files without a company', '2.00.1493.2006 | Q245700 | symptom [client=OLDCLI] | 2.0'],
  ],
});
