import { describe, expect, it } from 'vitest';
import { mismatchesOf } from '../../scenario/site-play.ts';

/** Plays steps in the hierarchy of CEN, PRI and TER below it, and the secondary site SEC below PRI. */
function mismatches(steps: readonly string[], expectations: readonly string[], release = '1.2 SP2'): readonly string[] {
  const list = (lines: readonly string[]): string => lines.map((line) => `  - ${line}`).join('\n');
  const head = ['scenario: x', 'source: test', 'site: hierarchy-1.2', `claims: { ${release}: present }`];
  const body = ['steps:', list(steps), 'expect:', list(expectations), 'variants: { symptom: {} }\n'];
  return mismatchesOf([...head, ...body].join('\n'));
}

const names = "select Name0 from Identification_SPEC where Name0 like '%CLI' order by 1";
const moreMemory = 'class: Win32_LogicalMemoryConfiguration, set: { TotalPhysicalMemory: 131072 }';

describe('inventory in a hierarchy', () => {
  it.each([
    ['CEN', '[[CENCLI], [PRICLI], [SECCLI], [TERCLI]]'],
    ['PRI', '[[PRICLI], [SECCLI]]'],
    ['TER', '[[TERCLI]]'],
  ])('reaches the database of %s, with that of the sites below', (site, rows) => {
    const expectation = `database: { site: ${site}, sql: "${names}", rows: ${rows} }`;
    expect(mismatches(['run until: 09:00'], [expectation])).toEqual([]);
  });

  it('is deleted by Site Reporter where there is no parent, and leaves nothing behind where there is one', () => {
    const folders = ['CENSRV', 'PRISRV', 'SECSRV'].flatMap((server) => [
      `file: { on: ${server}, path: 'C:\\SMS\\SITE.SRV\\SITEREP.BOX\\*.MIF', count: 0 }`,
      `file: { on: ${server}, path: 'C:\\SMS\\SITE.SRV\\SCHEDULE.BOX\\*.JOB', count: 0 }`,
      `file: { on: ${server}, path: 'C:\\SMS\\SITE.SRV\\SENDER.BOX\\TOSEND\\*.*', count: 0 }`,
    ]);
    expect(mismatches(['run until: 09:00'], folders)).toEqual([]);
  });

  it('goes from a secondary site to the Data Loader of its parent, since it has none of its own', () => {
    const expectations = [
      'component: { on: SECSRV, component: SMS_INVENTORY_DATA_LOADER, running: false }',
      "log: { on: SECSRV, file: SITEREP.LOG, has: 'MIFs for site PRI' }",
      "log: { on: PRISRV, file: DESPOOL.LOG, has: 'MICROSOFT|SMS|MINIJOBINSTRUCTION|INVENTORY' }",
      "trace: { kind: file, subject: '/PRISRV.*DELTAMIF\\.COL.*MIF$/', detail: created, from: 08:10 }",
    ];
    const steps = ["{ at: '08:10', invdos: { on: SECCLI, arguments: /F } }", 'run until: 09:00'];
    expect(mismatches(steps, expectations)).toEqual([]);
  });

  it('waits for a parent that is off, and is sent as soon as the Scheduler tries again', () => {
    const steps = [
      `{ at: '08:30', hardware: { on: PRICLI, ${moreMemory} } }`,
      "{ at: '08:50', power off: CENSRV }",
      "{ at: '09:00', invdos: { on: PRICLI, arguments: /F } }",
      `{ at: '09:30', expect: [{ log: { on: PRISRV, file: LANSEND.LOG, has: 'to site CEN failed' } }] }`,
      `{ at: '09:40', power on: CENSRV }`,
      'run until: 10:40',
    ];
    const memory = 'personal computer properties: { site: CEN, name: PRICLI, group: PC Memory, ';
    const attribute = 'attribute: Total Physical Memory (KB), value: 131072 }';
    expect(mismatches(steps, [memory + attribute])).toEqual([]);
  });
});

describe('a resync that a site above asks for', () => {
  it('goes down to the site of the client, through the sites between', () => {
    const steps = [
      `{ at: '09:00', delete computer: { site: CEN, name: SECCLI } }`,
      `{ hardware: { on: SECCLI, ${moreMemory} } }`,
      `{ at: day 8 09:00, log on: { on: SECCLI, user: CARLA } }`,
      `{ at: day 8 11:00, log on: { on: SECCLI, user: CARLA } }`,
      'run until: day 8 12:30',
    ];
    const expectations = [
      'event log: { on: CENSRV, id: 186, has: SEC00001 }',
      "log: { on: PRISRV, file: DESPOOL.LOG, has: 'MINIJOBINSTRUCTION|RESYNC' }",
      "file: { on: SECSRV, path: 'C:\\SMS\\LOGON.SRV\\RESYNC.CFG', has: SEC00001 }",
      'personal computer properties: { site: CEN, name: SECCLI, shows: [Processor, PC Memory, Disk] }',
    ];
    expect(mismatches(steps, expectations)).toEqual([]);
  });
});

describe('a site that gets another parent', () => {
  it('sends all its records and what it knows of sites below, and asks no computer for a resync', () => {
    const steps = ["{ at: '09:00', attach site: { site: PRI, to: TER } }", 'run until: 09:40'];
    const expectations = [
      'personal computer properties: { site: TER, name: PRICLI, shows: [Processor, PC Memory, Disk] }',
      'personal computer properties: { site: TER, name: SECCLI, shows: [Processor, PC Memory, Disk] }',
      "file: { on: TERSRV, path: 'C:\\SMS\\SITE.SRV\\SITECFG.BOX\\SITES\\SEC.CT2' }",
      "file: { on: PRISRV, path: 'C:\\SMS\\LOGON.SRV\\RESYNC.CFG', exists: false }",
    ];
    expect(mismatches(steps, expectations)).toEqual([]);
  });
});

describe('Site Configuration Manager', () => {
  it('tells every site above of a site, by status files that Hierarchy Manager passes on', () => {
    const kept = (server: string, codes: readonly string[]): readonly string[] =>
      codes.map((code) => `file: { on: ${server}, path: 'C:\\SMS\\SITE.SRV\\SITECFG.BOX\\SITES\\${code}.CT2' }`);
    const expectations = [...kept('CENSRV', ['CEN', 'PRI', 'SEC', 'TER']), ...kept('PRISRV', ['PRI', 'SEC'])];
    const none = "file: { on: PRISRV, path: 'C:\\SMS\\SITE.SRV\\SITECFG.BOX\\SITES\\TER.CT2', exists: false }";
    expect(mismatches(['run until: 09:00'], [...expectations, none])).toEqual([]);
  });
});
