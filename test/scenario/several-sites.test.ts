import { expect, it } from 'vitest';
import { mismatchesOf } from './site-play.ts';

const secondSite = `
  - { name: SRV2, role: site server, operating system: Windows NT 4.0, address: 10.1.0.2, subnet: 10.1.0.0 }
other sites:
  - site: XYZ
    server: SRV2
    boundaries: [10.1.0.0]
    connection accounts: [{ name: SMSClient_XYZ, password: secret }]
`;

it.each(['hw', 'sw'])(
  'two sites get the inventory of their client; invsync %s at one asks nothing of the other',
  (kind) => {
    const complete =
      kind === 'hw'
        ? String.raw`C:\WINNT\MS\SMS\Clicomp\Hinv\Hinvdat.hic`
        : String.raw`C:\WINNT\MS\SMS\Clicomp\Sinv\Sinvdat.sic`;
    const delta = complete.replace(/c$/, 'd');
    const stored = `stored: true, software: NOTEPAD.EXE`;
    const mismatches = mismatchesOf(
      String.raw`scenario: A client of two sites
source: Q202940
site: single-2.0
steps:
  - { at: '09:00', smscfg: { on: SMSNTCLI8, arguments: start Hardware Inventory Agent } }
  - { at: '09:10', smscfg: { on: SMSNTCLI8, arguments: start Software Inventory Agent } }
  - { at: '10:00', invsync: { on: SRV2, arguments: ${kind} SMSNTCLI8 } }
  - { at: '10:05', setevnt: { on: SMSNTCLI8, arguments: /q } }
  - run until: '11:00'
expect:
  - inventory: { client: SMSNTCLI8, site: ABC, ${stored} }
  - inventory: { client: SMSNTCLI8, site: XYZ, ${stored} }
  - trace: { kind: file, subject: '${complete}', detail: created, from: 10:00, times: 1 }
  - trace: { kind: file, subject: '${delta}', detail: created, from: 10:00, times: 1 }
`,
      secondSite,
    );
    expect(mismatches).toEqual([]);
  },
);
