import { describe, expect, it } from 'vitest';
import { minute } from '../../../src/kernel/index.ts';
import { ServerBench, discoveryText } from './server-fixture.ts';

const assigned = 'select SMS_Assigned_Sites0 from System_SMS_Assign_ARR';
const travelMode = { name: 'Travel Mode', type: 'integer', flags: [], maxLength: 0, value: 1 } as const;
const installed = {
  name: 'SMS Installed Sites',
  type: 'string',
  flags: ['full replace'],
  maxLength: 64,
  value: ['ABC'],
} as const;
const ddmKey = 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Components\\SMS_DISCOVERY_DATA_MANAGER';

describe('Discovery Data Manager', () => {
  it('assigns a computer whose subnet lies within the boundaries', () => {
    const bench = new ServerBench().start();
    bench.discover(['192.168.0.0']);
    expect(bench.rows(assigned)).toEqual([['ABC']]);
    expect(bench.names(bench.inbox('ddm.box'))).toEqual([]);
  });

  it('takes the assignment away when the computer reports a foreign subnet', () => {
    const bench = new ServerBench().start();
    bench.discover(['192.168.0.0']);
    bench.discover(['10.0.0.0']);
    expect(bench.rows(assigned)).toEqual([]);
  });

  it('evaluates all computers again when the boundaries change (Q281107)', () => {
    const bench = new ServerBench().start();
    bench.discover(['10.0.0.0']);
    bench.settings({ boundaries: ['192.168.0.0', '10.0.0.0'] });
    bench.pass(minute);
    expect(bench.rows(assigned)).toEqual([['ABC']]);
  });

  it.each([
    ['2.0 SP3', 1, []],
    ['2.0 SP4', 1, [['ABC']]],
    // The bits of the filter count when boundaries change; a record is evaluated with the new logic unless it is 0.
    ['2.0 SP4', 2, [['ABC']]],
    ['2.0 SP4', 0, []],
  ])('%s with filter %i assigns a client in travel mode to %j (Q281107)', (release, filter, sites) => {
    const bench = new ServerBench(release).start();
    bench.server.registry.set(ddmKey, 'Travel Mode Clients Filter', { type: 'REG_DWORD', data: filter });
    bench.discover(['10.0.0.0'], [travelMode, installed]);
    expect(bench.rows(assigned)).toEqual(sites);
  });

  it.each([
    ['2.0', 0],
    ['2.0 SP1', 1],
  ])('%s: after a record of zero bytes stores %i other (Q236061)', (release, stored) => {
    const bench = new ServerBench(release).start();
    bench.write(bench.inbox('ddm.box', 'A.DDR'), '');
    bench.discover();
    expect(bench.rows('select count(*) from System_DISC')).toEqual([[stored]]);
  });

  it.each([
    ['2.0 SP2', ['READONLY.DDR']],
    ['2.0 SP3', []],
  ])('%s: of a read-only record there remains %j (Q264524)', (release, left) => {
    const bench = new ServerBench(release);
    bench.write(bench.inbox('ddm.box', 'READONLY.DDR'), discoveryText(['192.168.0.0']));
    bench.setReadOnly(bench.inbox('ddm.box', 'READONLY.DDR'));
    bench.start();
    expect(bench.rows(assigned)).toEqual([['ABC']]);
    expect(bench.names(bench.inbox('ddm.box'))).toEqual(left);
  });

  it('clears BAD_DDRS of records older than a day when it has work again', () => {
    const bench = new ServerBench().start();
    bench.write(bench.inbox('ddm.box', 'A.DDR'), 'nonsense');
    bench.pass(minute);
    expect(bench.names(bench.inbox('ddm.box', 'BAD_DDRS'))).toEqual(['A.DDR']);
    bench.discover();
    expect(bench.names(bench.inbox('ddm.box', 'BAD_DDRS'))).toEqual(['A.DDR']);
    bench.pass(25 * 60 * minute);
    bench.discover();
    expect(bench.names(bench.inbox('ddm.box', 'BAD_DDRS'))).toEqual([]);
  });

  it('reports an SQL problem and tries again after 60 seconds (Q249582)', () => {
    const bench = new ServerBench().start();
    const database = bench.simulation.world.database('ABC');
    if (database === undefined) throw new Error('no database');
    const lines = bench.log('SMS_DISCOVERY_DATA_MANAGER', 'Ddm.log');
    database.state = 'offline';
    bench.discover();
    expect(lines()).toContain(
      'CDiscoverDataManager::Process - Failed to manage files in inbox. Will retry in at least 60 seconds',
    );
    database.state = 'online';
    bench.pass(2 * minute);
    expect(bench.rows(assigned)).toEqual([['ABC']]);
    expect(bench.rows('select distinct MessageID from StatusMessages')).toEqual([[2636]]);
  });

  it.each([
    ['2.0 SP1', ['BLANK.DDR', 'CLIENT01.DDR'], [2636], [['SMSNTCLI8']]],
    ['2.0 SP2', [], [], [['SMSNTCLI8'], ['SMSNTCLI9']]],
  ])(
    '%s: of a name with a blank at its end, which is a stored one to SQL Server, there remains %j (Q249582)',
    (release, left, messages, names) => {
      const bench = new ServerBench(release).start();
      bench.discover(['192.168.0.0'], [resourceNames('SMSNTCLI8')]);
      const lines = bench.log('SMS_DISCOVERY_DATA_MANAGER', 'Ddm.log');
      bench.server.registry.set('HKLM\\Software\\Microsoft\\SMS\\Tracing', 'SqlEnabled', {
        type: 'REG_DWORD',
        data: 1,
      });
      bench.write(bench.inbox('ddm.box', 'BLANK.DDR'), discoveryText(['192.168.0.0'], [resourceNames('smsntcli8 ')]));
      bench.discover(['192.168.0.0'], [resourceNames('SMSNTCLI9')]);
      const table = 'System_Resource_N_ARR';
      const key = `Violation of PRIMARY KEY constraint '${table}_PK'`;
      const violation = `SQL>>> ${key}. Cannot insert duplicate key in object '${table}'.`;
      expect(lines().includes(violation)).toBe(left.length > 0);
      expect(bench.names(bench.inbox('ddm.box'))).toEqual(left);
      expect(bench.rows('select distinct MessageID from StatusMessages')).toEqual(messages.map((id) => [id]));
      expect(bench.rows('select Resource_Names0 from System_Resource_N_ARR order by Position')).toEqual(names);
    },
  );
});

function resourceNames(name: string) {
  return { name: 'Resource Names', type: 'string', flags: [], maxLength: 64, value: [name] } as const;
}
