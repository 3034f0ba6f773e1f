import { expect, it } from 'vitest';
import { mismatchesOf } from './site-play.ts';

const filed = String.raw`C:\SMS\inboxes\sinv.box\FileCol`;

it('files that the site collects come with the inventory, again when changed, and all of them for a resync', () => {
  const rows = (path: string) => `select RevisionID, LocalFilePath from v_GS_CollectedFile where FilePath = '${path}'`;
  const mismatches = mismatchesOf(String.raw`scenario: Files are collected
source: SMS Administrator online help
site: single-2.0
steps:
  - write: { on: SMSNTCLI8, path: 'C:\AUTOEXEC.BAT', text: first }
  - write: { on: SMSNTCLI8, path: 'C:\TOOLS\SETUP.LOG', size: 5 KB }
  - { at: '09:00', setting: { set: { File collection names: [autoexec.bat, 'setup*.log'] } } }
  - { at: '09:05', setevnt: { on: SMSNTCLI8, arguments: /q } }
  - { at: '09:10', smscfg: { on: SMSNTCLI8, arguments: start Software Inventory Agent } }
  - { at: '10:00', smscfg: { on: SMSNTCLI8, arguments: start Software Inventory Agent }, name: nothing has changed }
  - { at: '11:00', write: { on: SMSNTCLI8, path: 'C:\AUTOEXEC.BAT', text: second } }
  - { at: '11:05', smscfg: { on: SMSNTCLI8, arguments: start Software Inventory Agent } }
  - { at: '12:00', invsync: sw SMSNTCLI8 }
  - { at: '12:05', setevnt: { on: SMSNTCLI8, arguments: /q } }
  - run until: '13:00'
expect:
  - { database: { sql: "${rows('C:\\\\AUTOEXEC.BAT')}", rows: 1 }, at: 10:30 }
  - { database: { sql: "${rows('C:\\\\AUTOEXEC.BAT')}", rows: 2 }, at: 11:30 }
  - database: { sql: "${rows('C:\\\\AUTOEXEC.BAT')}", rows: 3 }
  - database: { sql: "${rows('C:\\\\TOOLS\\\\SETUP.LOG')}", rows: 2 }
  - files: { on: SMSSRV1, path: '${filed}\*.bat', folders below: true, times: 3 }
  - files: { on: SMSSRV1, path: '${filed}\*.log', folders below: true, times: 2 }
`);
  expect(mismatches).toEqual([]);
});
