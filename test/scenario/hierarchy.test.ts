import { describe, expect, it } from 'vitest';
import { mismatchesOf } from './site-play.ts';

/** Plays steps in the hierarchy of CEN, PRI below it and the secondary site SEC below PRI. */
function mismatches(steps: readonly string[], expectations: readonly string[], site = 'hierarchy-2.0'): unknown {
  const list = (lines: readonly string[]): string => lines.map((line) => `  - ${line}`).join('\n');
  const head = ['scenario: x', 'source: test', `site: ${site}`, 'claims: { 2.0 SP3: present }'];
  const body = ['steps:', list(steps), 'expect:', list(expectations), 'variants: { symptom: {} }\n'];
  return mismatchesOf([...head, ...body].join('\n'));
}

const newProgram = "select FileName from v_GS_SoftwareFile where FileName = 'NEW.EXE'";
const delta = `at: '09:00'
    write:
      path: '\\\\PRISRV\\CAP_PRI\\sinv.box\\SOFTWARE.sid'
      software report: { client: PRICLI, site: PRI, kind: delta, files: [{ name: NEW.EXE }] }`;

describe('what clients report', () => {
  it.each([
    ['CEN', 3],
    ['PRI', 2],
  ])('is in the database of %s, with that of the sites below', (site, computers) => {
    const rows = ['System_DISC', 'WorkstationStatus_DATA', 'SoftwareInventoryStatus'].map(
      (table) => `database: { site: ${site}, sql: 'select * from ${table}', rows: ${computers} }`,
    );
    expect(mismatches(['run until: 09:00'], rows)).toEqual([]);
  });

  it('tells each primary site to which sites the clients below are assigned', () => {
    const assigned = 'select distinct SMS_Assigned_Sites0 from System_SMS_Assign_ARR order by 1';
    const expectations = [
      `database: { site: CEN, sql: '${assigned}', rows: [[CEN], [PRI], [SEC]] }`,
      `database: { site: PRI, sql: '${assigned}', rows: [[PRI], [SEC]] }`,
    ];
    expect(mismatches(['run until: 09:00'], expectations)).toEqual([]);
  });

  it('is kept at a secondary site as the records that the parent has processed', () => {
    const folder = 'C:\\SMS\\inboxes\\ddm.box\\Data.col\\*.ddr';
    const expectation = `file: { on: SECSRV, path: '${folder}', count: 1, has: SECCLI }`;
    expect(mismatches(['run until: 09:00'], [expectation])).toEqual([]);
  });
});

describe('a record that the parent processed', () => {
  it('is skipped at a secondary site when its serial number has gone back (Q288407)', () => {
    const key = 'HKLM\\Software\\Microsoft\\SMS\\Components\\SMS_Discovery_Data_Manager';
    const record = "path: 'C:\\SMS\\inboxes\\ddm.box\\AGAIN001.ddr', ddr: { client: SECCLI, site: SEC }";
    const steps = [
      'server logging: { site: SEC, components: [SMS_DISCOVERY_DATA_MANAGER] }',
      `{ at: '08:15', write: { on: SECSRV, ${record} } }`,
      `{ at: '08:30', registry set: { on: PRISRV, key: '${key}', name: Serial number, value: 0, type: REG_DWORD } }`,
      `{ at: '09:00', write: { on: SECSRV, ${record} } }`,
      'run until: 09:30',
    ];
    const line = 'serial number on this file is older than the current data. Skipping this file.';
    expect(mismatches(steps, [`log: { on: SECSRV, file: Ddm.log, has: '${line}', times: 1 }`])).toEqual([]);
  });
});

describe('a resync request of a parent', () => {
  it('is published by the site of the client, two tiers below', () => {
    const steps = [
      "{ at: '09:00', sql: { site: CEN, execute: delete from WorkstationStatus_DATA } }",
      `at: '09:01'
    write:
      on: CENSRV
      path: 'C:\\SMS\\inboxes\\dataldr.box\\DELTA001.MIF'
      mif: { client: SECCLI, site: SEC, kind: delta }`,
      "{ at: '09:20', setevnt: { on: SECCLI, arguments: /q } }",
      "{ at: '09:30', smscfg: { on: SECCLI, arguments: start Hardware Inventory Agent } }",
      'run until: 10:00',
    ];
    const expectations = [
      "file: { on: SECSRV, path: 'C:\\SMS\\inboxes\\clidata.src\\client.lkp', has: ',HW,' }",
      "file: { on: PRISRV, path: 'C:\\SMS\\inboxes\\clidata.src\\client.lkp', exists: false }",
      'inventory: { site: CEN, client: SECCLI, hardware: Win32_BIOS, equals the machine: true }',
      "database: { site: CEN, sql: 'select * from WorkstationStatus_DATA', rows: 1 }",
    ];
    expect(mismatches(steps, expectations)).toEqual([]);
  });

  it.each([
    ['CENSRV', 'SECCLI', 'belongs to child site SEC', 1],
    ['PRISRV', 'SECCLI', 'belongs to child site SEC', 1],
    ['SECSRV', 'SECCLI', 'has been sent', 0],
    ['SECSRV', 'PRICLI', 'is not a client of site SEC', 1],
  ])('by InvSync on %s for %s: the client %s', (server, client, answer, code) => {
    const step = `invsync: { on: ${server}, arguments: hw ${client} }`;
    const command = `invsync hw ${client}`;
    const expectation = `console: { on: ${server}, command: ${command}, has: ${answer}, exit code: ${code} }`;
    expect(mismatches([step, 'run until: 09:00'], [expectation])).toEqual([]);
  });
});

describe('settings', () => {
  it.each([
    ['of a secondary site, from the console of its parent', 'SEC', 'site: SEC'],
    ['of a child site, from the console of the central site', 'PRI', 'site: PRI, console: CEN'],
  ])('%s travel there, and back up to the central site', (_words, site, given) => {
    const steps = [
      `{ at: '09:00', setting: { ${given}, set: { 'Heartbeat interval (days)': 3 } } }`,
      'run until: 09:30',
    ];
    const kept = `C:\\SMS\\inboxes\\hman.box\\Sites\\${site}.ct2`;
    const expectations = [
      `trace: { kind: setting, process: ${site}SRV/SMS_SITE_CONTROL_MANAGER, times: 1 }`,
      `file: { on: CENSRV, path: '${kept}', has: Heartbeat interval (days)=3 }`,
      `file: { on: ${site}SRV, path: 'C:\\CAP_${site}\\clidata.box\\Clibase.cfg', has: '/Heartbeat Interval .*=3/' }`,
    ];
    expect(mismatches(steps, expectations)).toEqual([]);
  });

  it('of a child site that concern its logon points get there', () => {
    const interval = "'Logon point update interval (minutes)': 720";
    const steps = [
      "{ at: '08:10', attach site: { site: BBB, to: AAA } }",
      `{ at: '09:00', setting: { site: BBB, console: AAA, set: { ${interval} } } }`,
      'run until: 09:30',
    ];
    const file = "{ on: PDC1, path: 'D:\\SMSLOGON\\SitesCfg\\BBB_cfg.lcf', has: Polling Interval=720 }";
    expect(mismatches(steps, [`file: ${file}`], 'shared-domain-2.0')).toEqual([]);
  });
});

describe('an address', () => {
  it('that is closed for normal priority keeps inventory back until it opens', () => {
    const steps = [
      "address: { site: PRI, to: CEN, schedule: [{ from: '08:00', to: '18:00', send: high }] }",
      delta,
      'run until: 18:30',
    ];
    const expectations = [
      `{ database: { site: CEN, sql: "${newProgram}", rows: 0 }, at: '17:59' }`,
      `database: { site: CEN, sql: "${newProgram}", rows: 1 }`,
    ];
    expect(mismatches(steps, expectations)).toEqual([]);
  });

  it('that is missing is reported as message 3400, and what waits travels when there is one (Q212937)', () => {
    const steps = [
      'address: { site: PRI, to: CEN, delete: true }',
      delta,
      "{ at: '10:00', address: { site: PRI, to: CEN } }",
      'run until: 11:00',
    ];
    const expectations = [
      'status message: { site: CEN, id: 3400, computer: PRISRV, at least: 1 }',
      `database: { site: CEN, sql: "${newProgram}", rows: 1 }`,
    ];
    expect(mismatches(steps, expectations)).toEqual([]);
  });

  it('limited to a hundredth of the connection takes a hundred times as long', () => {
    const sent = (limit: string) => [
      `address: { site: PRI, to: CEN${limit} }`,
      '{ slow: { between: [PRISRV, CENSRV], per second: 50 bytes } }',
      delta,
      'run until: 11:00',
    ];
    const arrived = [`{ database: { site: CEN, sql: "${newProgram}", rows: 1 }, at: '09:05' }`];
    expect(mismatches(sent(''), arrived)).toEqual([]);
    expect(mismatches(sent(', limit: 1'), arrived)).not.toEqual([]);
  });
});

describe('a connection that is cut', () => {
  it('delays what is sent, and nothing is lost', () => {
    const steps = ["{ at: '08:30', cut: { between: [PRISRV, CENSRV] } }", delta, "{ at: '10:00', heal: all }"];
    const expectation = `database: { site: CEN, sql: "${newProgram}", rows: 1 }`;
    expect(mismatches([...steps, 'run until: 12:00'], [expectation])).toEqual([]);
  });
});

describe('a site', () => {
  it('that is attached sends its parent what it has of its clients, and has the components for it from then on', () => {
    const running = 'component: { on: SMSSRV2, component: SMS_SCHEDULER, running: ';
    const steps = ["{ at: '09:00', attach site: { site: XYZ, to: ABC } }", 'run until: 09:30'];
    const expectations = [
      `{ ${running}false }, at: '08:30' }`,
      `${running}true }`,
      'inventory: { site: ABC, client: XYZCLI, hardware: Win32_BIOS, equals the machine: true }',
      "database: { site: ABC, sql: 'select * from System_DISC', rows: 2 }",
      "database: { site: ABC, sql: 'select * from WorkstationStatus_DATA', rows: 2 }",
      "database: { site: ABC, sql: 'select * from SoftwareInventoryStatus', rows: 2 }",
    ];
    expect(mismatches(steps, expectations, twoSites)).toEqual([]);
  });

  it('that is added as a secondary site reports to its parent', () => {
    const added = 'site: SEC, server: NEWSRV, type: secondary, parent: ABC, boundaries: [10.3.0.0], release: 2.0 SP3';
    const steps = [
      `{ at: '09:00', add site: { ${added} } }`,
      "{ at: '09:10', install client: { on: NEWCLI, sites: [SEC] } }",
      'run until: 10:30',
    ];
    const expectations = [
      'inventory: { site: ABC, client: NEWCLI, hardware: Win32_BIOS, equals the machine: true }',
      "database: { site: ABC, sql: \"select * from Sites where SiteCode = 'SEC' and ReportToSite = 'ABC'\", rows: 1 }",
    ];
    expect(mismatches(steps, expectations, twoSites)).toEqual([]);
  });

  it.each([
    ['a site that is below it', 'attach site: { site: CEN, to: PRI }', 'PRI is CEN or below it'],
    ['a secondary site', 'attach site: { site: PRI, to: SEC }', 'SEC is a secondary site'],
    ['another one, as a secondary site', 'attach site: { site: SEC, to: CEN }', 'SEC is a secondary site'],
  ])('cannot be attached to %s', (_words, step, refusal) => {
    expect(mismatches([step], ["file: { on: CENSRV, path: 'C:\\SMS\\bin\\i386\\Ddm.dll' }"])).toEqual([
      expect.stringContaining(refusal),
    ]);
  });

  it('that is alone runs nothing for other sites', () => {
    const names = ['SMS_HIERARCHY_MANAGER', 'SMS_REPLICATION_MANAGER', 'SMS_SCHEDULER', 'SMS_LAN_SENDER'];
    const expectations = names.map((name) => `component: { on: SMSSRV1, component: ${name}, running: false }`);
    expect(mismatches(['run until: 08:10'], expectations, 'single-2.0')).toEqual([]);
  });
});

/** ABC and XYZ, which know nothing of each other, and a server and a client for a third site. */
const twoSites = `
  site: ABC
  server: SMSSRV1
  release: 2.0 SP3
  boundaries: [10.1.0.0]
  other sites:
    - { site: XYZ, server: SMSSRV2, boundaries: [10.2.0.0] }
  computers:
    - { name: SMSSRV1, role: site server, address: 10.1.0.1, subnet: 10.1.0.0 }
    - { name: SMSSRV2, role: site server, address: 10.2.0.1, subnet: 10.2.0.0 }
    - { name: NEWSRV, role: other, address: 10.3.0.1, subnet: 10.3.0.0 }
    - { name: ABCCLI, role: client, address: 10.1.0.8, subnet: 10.1.0.0, user: ANNA }
    - { name: XYZCLI, role: client, address: 10.2.0.8, subnet: 10.2.0.0, user: BEN }
    - { name: NEWCLI, role: client, installed: false, address: 10.3.0.8, subnet: 10.3.0.0, user: CID }`;
