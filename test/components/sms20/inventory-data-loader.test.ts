import { describe, expect, it } from 'vitest';
import { day, hour, minute, second } from '../../../src/kernel/index.ts';
import { ServerBench, bios, guid, hardwareText, monday } from './server-fixture.ts';

const key = 'HKLM\\Software\\Microsoft\\SMS\\Components\\SMS_INVENTORY_DATA_LOADER';
const stored = 'select BIOS_Version0 from PC_BIOS_DATA';

function logged(bench: ServerBench): () => readonly string[] {
  return bench.log('SMS_INVENTORY_DATA_LOADER', 'Dataldr.log');
}

function load(bench: ServerBench, name: string, text: string): void {
  bench.write(bench.inbox('dataldr.box', name), text);
  bench.pass(10 * second);
}

function delta(version: string, pragma: 'add' | 'update' | 'delete', time = monday + hour): string {
  return hardwareText({ kind: 'delta', groups: [bios(version, pragma)], time });
}

describe('Inventory Data Loader', () => {
  it('loads a complete report and says so line by line (Q319167, Q293225)', () => {
    const bench = new ServerBench().start();
    bench.discover();
    const lines = logged(bench);
    load(bench, '7LXAWNST.MIF', hardwareText());
    expect(lines()).toEqual([
      expect.stringMatching(/^Starting the No\. 1 machine MIF processing thread, thread ID = [0-9A-F]+$/),
      'Processing file 7LXAWNST.MIF',
      'Processing machine SMSNTCLI8',
      `File successfully parsed. Processing item (GUID = ${guid})`,
      'Finished processing file 7LXAWNST.MIF',
      'No more machine MIFs to be processed, terminating thread',
      'Finished processing 1 MIFs',
    ]);
    expect(bench.rows(stored)).toEqual([['1.0']]);
    expect(bench.names(bench.inbox('dataldr.box', 'Process'))).toEqual([]);
  });

  it('takes what is there in the order of names', () => {
    const bench = new ServerBench().start();
    bench.discover();
    bench.write(bench.inbox('dataldr.box', 'B.MIF'), delta('2.0', 'update'));
    bench.write(bench.inbox('dataldr.box', 'A.MIF'), hardwareText());
    bench.pass(10 * second);
    expect(bench.rows(stored)).toEqual([['2.0']]);
  });

  it('keeps the name of a file that is too large when it goes to BADMIFS (Q319167)', () => {
    const bench = new ServerBench().start();
    bench.server.registry.set(key, 'Max MIF Size', { type: 'REG_DWORD', data: 100 });
    const lines = logged(bench);
    load(bench, 'NPFPTHKY.MIF', hardwareText());
    expect(bench.names(bench.inbox('dataldr.box', 'BADMIFS'))).toEqual(['NPFPTHKY.MIF']);
    expect(lines().slice(2, 4)).toEqual([
      'ERROR: File size exceeds defined maximum.',
      'Cannot process MIF NPFPTHKY.MIF, moving it to C:\\SMS\\inboxes\\dataldr.box\\BADMIFS\\NPFPTHKY.MIF',
    ]);
  });

  it('gives a file with a syntax error a new name in BADMIFS and raises message 2703', () => {
    const bench = new ServerBench().start();
    const lines = logged(bench);
    load(bench, 'BAD.MIF', 'Start Component\r\n  Nonsense = 1\r\nEnd Component\r\n');
    const [name = ''] = bench.names(bench.inbox('dataldr.box', 'BADMIFS'));
    expect(name).toMatch(/^[A-Z0-9]{8}\.MIF$/);
    expect(lines()).toContain("Compilation failed~syntax error on line 2, token 'Nonsense'");
    expect(lines()).toContain(
      `~Cannot process MIF XBAD.MIF, moving it to C:\\SMS\\inboxes\\dataldr.box\\BADMIFS\\${name}`,
    );
    expect(bench.rows('select MessageID from StatusMessages')).toEqual([[2703]]);
  });

  it.each([
    ['2.0 SP3', 0],
    ['2.0 SP4', 1],
  ])('%s: after a truncated MIF loads %i other report (Q295309)', (release, loaded) => {
    const bench = new ServerBench(release).start();
    bench.discover();
    bench.write(bench.inbox('dataldr.box', 'A.MIF'), hardwareText().slice(0, 400));
    bench.write(bench.inbox('dataldr.box', 'B.MIF'), hardwareText());
    bench.pass(minute);
    expect(bench.rows('select count(*) from WorkstationStatus_DATA')).toEqual([[loaded]]);
  });

  it.each([
    ['2.0', 3],
    ['2.0 SP1', 1],
  ])(
    '%s: an orphan makes %i discovery record(s) while discovery is late for 25 minutes (Q258162)',
    (release, records) => {
      const bench = new ServerBench(release).start();
      bench.simulation.stopProcess('SMSSRV1/SMS_DISCOVERY_DATA_MANAGER', 'stopped');
      load(bench, 'ORPHAN01.MIF', hardwareText());
      expect(bench.names(bench.inbox('dataldr.box', 'ORPHANS'))).toEqual(['ORPHAN01.MIF']);
      bench.pass(25 * minute);
      expect(bench.names(bench.inbox('ddm.box'))).toHaveLength(records);
      bench.simulation.startProcess('SMSSRV1', 'SMS_DISCOVERY_DATA_MANAGER');
      bench.pass(10 * minute);
      expect(bench.rows(stored)).toEqual([['1.0']]);
      expect(bench.rows('select count(*) from System_SMS_Assign_ARR')).toEqual([[0]]);
    },
  );

  it('asks for a resync when a delta comes from a client without a complete report (Q281107)', () => {
    const bench = new ServerBench().start();
    bench.discover();
    const lines = logged(bench);
    load(bench, 'DELTA001.MIF', delta('2.0', 'update'));
    expect(lines()).toContain('CMachineSource::InsertMachine - attempt to update non-existent row. Requesting resync.');
    const [request = ''] = bench.names(bench.inbox('clidata.src'), '*.cfg').filter((name) => !name.startsWith('Cli'));
    expect(bench.text(bench.inbox('clidata.src', 'client.lkp'))).toContain(`${guid},HW,${request},`);
    expect(bench.names('C:\\CAP_ABC\\clidata.box')).toEqual(expect.arrayContaining(['client.lkp', request]));
    expect(bench.rows('select MessageID from StatusMessages')).toEqual([[2703]]);
  });

  it('drops the request for a client that no site is assigned to (Q281107)', () => {
    const bench = new ServerBench().start();
    bench.discover(['10.0.0.0']);
    const lines = logged(bench);
    load(bench, 'DELTA001.MIF', delta('2.0', 'update'));
    expect(lines()).toContain('CMachine::SendResyncCommand - could not get site assignment.');
    expect(bench.names(bench.inbox('clidata.src'), '*.lkp')).toEqual([]);
  });

  it('tries a rejected delta again for 14 days and then discards it (Q275694)', () => {
    const bench = new ServerBench().start();
    bench.discover();
    load(bench, 'DELTA001.MIF', delta('2.0', 'update'));
    const requests = (): number => bench.names(bench.inbox('clidata.src'), '*.cfg').length;
    const before = requests();
    bench.pass(13 * day);
    expect(bench.names(bench.inbox('dataldr.box', 'BADMIFS'))).toHaveLength(1);
    expect(requests()).toBe(before);
    bench.pass(2 * day);
    expect(bench.names(bench.inbox('dataldr.box', 'BADMIFS'))).toEqual([]);
  });

  it('loads a rejected delta when its complete report has come meanwhile (Q275694)', () => {
    const bench = new ServerBench().start();
    bench.discover();
    load(bench, 'DELTA001.MIF', delta('2.0', 'update'));
    load(bench, 'FULL0001.MIF', hardwareText());
    bench.pass(day + minute);
    expect(bench.rows(stored)).toEqual([['2.0']]);
    expect(bench.names(bench.inbox('dataldr.box', 'BADMIFS'))).toEqual([]);
  });

  it('does not let a rejected delta undo a later report', () => {
    const bench = new ServerBench().start();
    bench.discover();
    load(bench, 'DELTA001.MIF', delta('0.9', 'update', monday - hour));
    load(bench, 'FULL0001.MIF', hardwareText());
    bench.pass(2 * day);
    expect(bench.rows(stored)).toEqual([['1.0']]);
  });

  it('writes its SQL into the log when SQL tracing is on', () => {
    const bench = new ServerBench().start();
    bench.discover();
    const lines = logged(bench);
    bench.server.registry.set('HKLM\\Software\\Microsoft\\SMS\\Tracing', 'SqlEnabled', { type: 'REG_DWORD', data: 1 });
    load(bench, 'FULL0001.MIF', hardwareText());
    expect(lines()).toContain('SQL>>>commit transaction');
    expect(lines()).toContain('SQL>>>>> Done.');
  });

  it('waits while SQL Server is gone and loses nothing', () => {
    const bench = new ServerBench().start();
    bench.discover();
    const database = bench.simulation.world.database('ABC');
    if (database === undefined) throw new Error('no database');
    database.state = 'offline';
    load(bench, 'FULL0001.MIF', hardwareText());
    expect(bench.names(bench.inbox('dataldr.box'))).toEqual(['FULL0001.MIF']);
    database.state = 'online';
    bench.pass(2 * minute);
    expect(bench.rows(stored)).toEqual([['1.0']]);
  });

  it('finishes what it was stopped in when it starts again', () => {
    const bench = new ServerBench().start();
    bench.discover();
    bench.write(bench.inbox('dataldr.box', 'FULL0001.MIF'), hardwareText());
    bench.pass(500);
    expect(bench.names(bench.inbox('dataldr.box', 'Process'))).toEqual(['XFULL0001.MIF']);
    bench.simulation.stopProcess('SMSSRV1/SMS_INVENTORY_DATA_LOADER', 'killed');
    bench.simulation.startProcess('SMSSRV1', 'SMS_INVENTORY_DATA_LOADER');
    bench.pass(minute);
    expect(bench.rows(stored)).toEqual([['1.0']]);
  });

  it('keeps name and identifier of every machine in the group System, a former name as history (Q254735)', () => {
    const bench = new ServerBench().start();
    bench.discover();
    load(bench, 'FULL0001.MIF', hardwareText());
    expect(bench.rows('select MachineID, Name0, SMSID0 from System_DATA')).toEqual([[1, 'SMSNTCLI8', guid]]);
    const clone = hardwareText({ kind: 'delta', groups: [], computerName: 'CLONE', time: monday + hour });
    load(bench, 'DELTA001.MIF', clone);
    const sharing = `select g.Name0, h.Name0 from v_GS_SYSTEM g join v_GH_SYSTEM h on g.ResourceID = h.ResourceID
      where g.Name0 <> h.Name0`;
    expect(bench.rows(sharing)).toEqual([['CLONE', 'SMSNTCLI8']]);
  });

  it('cannot widen SMSID while an index of an upgraded database stands on it (Q293225)', () => {
    const bench = new ServerBench().start();
    bench.discover();
    const database = bench.simulation.world.database('ABC');
    database?.execute(`update AttributeMap set ColumnLength = 8 where AttributeName = 'SMSID';
      create index SMSID_of_1_2 on System_DATA (SMSID0)`);
    const lines = logged(bench);
    load(bench, '7LXAWNST.MIF', hardwareText());
    const [name] = bench.names(bench.inbox('dataldr.box', 'BADMIFS'));
    expect(lines().slice(3, 10)).toEqual([
      `File successfully parsed. Processing item (GUID = ${guid})`,
      'CGroup::DefineAttributes - will widen SYSTEM column SMSID from 8 to 48',
      'CSqlTable::CreateIndex - these columns are already indexed',
      'CDefinedGroup::WidenDefinedAttribute - could not change data type.',
      'CGroup::DefineAttributes - unable to widen attributes',
      "CGroup::DefineGroupAndAttributes - couldn't define attributes for SYSTEM",
      'CMachineSource::InsertMachine - could not validate machine',
    ]);
    expect(lines()).toContain(
      `~Cannot process MIF X7LXAWNST.MIF, moving it to C:\\SMS\\inboxes\\dataldr.box\\BADMIFS\\${name}`,
    );
    expect(bench.rows('select MachineID from System_DATA')).toEqual([]);
    database?.execute('drop index SMSID_of_1_2');
    load(bench, 'FULL0002.MIF', hardwareText());
    expect(bench.rows('select MachineID from System_DATA')).toEqual([[1]]);
  });

  it.each([
    ['as it was', '1.0', [], 1],
    ['changed', '2.0', [], 0],
    ['changed, after both procedures were deleted', '2.0', ['p', 'd'], 1],
    ['changed, after one procedure was deleted', '2.0', ['p'], 0],
  ])('stores a class that DelGrp removed and that comes back %s (Q256073)', (_how, version, deleted, loaded) => {
    const bench = new ServerBench().start();
    bench.discover();
    load(bench, 'FULL0001.MIF', hardwareText());
    const database = bench.simulation.world.database('ABC');
    const removed = database?.execute(`drop view v_GS_PC_BIOS; drop view v_GH_PC_BIOS;
      drop table PC_BIOS_DATA; drop table PC_BIOS_HIST;
      delete from AttributeMap where GroupKey = (select GroupKey from GroupMap where TableName = 'PC_BIOS');
      delete from GroupMap where TableName = 'PC_BIOS'`);
    expect(removed?.ok).toBe(true);
    for (const prefix of deleted) {
      database?.execute(`delete from StoredProcedures where ProcedureName = '${prefix}PC_BIOS_DATA'`);
    }
    const lines = logged(bench);
    const maker = { name: 'Maker', type: 'string', value: 'Compaq' } as const;
    const changed =
      version === '1.0' ? bios(version) : { ...bios(version), attributes: [...bios(version).attributes, maker] };
    load(bench, 'FULL0002.MIF', hardwareText({ groups: [changed], time: monday + hour }));
    const complaint = "CGroup::DefineGroupAndAttributes - couldn't define attributes for MICROSOFT|PC_BIOS|1.0";
    expect(lines().includes(complaint)).toBe(loaded === 0);
    expect(lines().includes('CDefinedGroup::InsertDefinedAttribute - could not find table')).toBe(loaded === 0);
    expect(bench.rows("select count(*) from GroupMap where TableName = 'PC_BIOS'")).toEqual([[loaded]]);
  });
});
