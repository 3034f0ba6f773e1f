import { describe, expect, it } from 'vitest';
import { hour, minute, second } from '../../../src/kernel/index.ts';
import { ServerBench, guid, monday, softwareText } from './server-fixture.ts';

const files = 'select FileName from v_GS_SoftwareFile order by FileName';

function logged(bench: ServerBench): () => readonly string[] {
  return bench.log('SMS_SOFTWARE_INVENTORY_PROCESSOR', 'Sinvproc.log');
}

function known(release?: string): ServerBench {
  const bench = new ServerBench(release).start();
  bench.discover();
  return bench;
}

describe('Software Inventory Processor', () => {
  it('takes complete reports before deltas, whatever their names (Q234360)', () => {
    const bench = known();
    const lines = logged(bench);
    bench.write(bench.inbox('sinv.box', 'AAAA.sid'), softwareText('delta', monday + hour, 'CALC.EXE'));
    bench.write(bench.inbox('sinv.box', 'ZZZZ.sic'), softwareText('complete'));
    bench.pass(second);
    expect(bench.rows(files)).toEqual([['CALC.EXE'], ['SOL.EXE']]);
    expect(lines()).toEqual([
      'Processing Inventory files',
      'Processing file: C:\\SMS\\inboxes\\sinv.box\\ZZZZ.sic',
      'Processing Inventory for Resource Id: 1',
      'Successfully Processed file ZZZZ.sic !!!',
      'Processing file: C:\\SMS\\inboxes\\sinv.box\\AAAA.sid',
      'Processing Inventory for Resource Id: 1',
      'Successfully Processed file AAAA.sid !!!',
      'Process Cycle Completed.',
    ]);
  });

  it('skips a delta that is older than what is stored (Q234360)', () => {
    const bench = known();
    bench.write(bench.inbox('sinv.box', 'A.sic'), softwareText('complete'));
    bench.pass(second);
    const lines = logged(bench);
    bench.write(bench.inbox('sinv.box', 'B.sid'), softwareText('delta', monday - hour, 'OLD.EXE'));
    bench.pass(second);
    expect(lines()).toContain('WARNING - This file is out-of-date and will be skipped.');
    expect(bench.rows(files)).toEqual([['SOL.EXE']]);
    expect(bench.names(bench.inbox('sinv.box'))).toEqual([]);
  });

  it('raises 3703 and publishes a resync for a delta without base (Q281107)', () => {
    const bench = known();
    bench.write(bench.inbox('sinv.box', 'B.sid'), softwareText('delta'));
    bench.pass(second);
    expect(bench.rows('select MessageID from StatusMessages')).toEqual([[3703]]);
    expect(bench.rows('select InsStrValue from StatusMessageInsStrs')).toEqual([['SMSNTCLI8']]);
    expect(bench.text('C:\\CAP_ABC\\clidata.box\\client.lkp')).toContain(`${guid},SW,`);
  });

  it('keeps the inventory of an unknown computer in Orphans until discovery knows it (Q200852)', () => {
    const bench = new ServerBench().start();
    bench.write(bench.inbox('sinv.box', 'A.sic'), softwareText('complete'));
    bench.pass(second);
    expect(bench.names(bench.inbox('sinv.box', 'Orphans'))).toEqual(['A.sic']);
    bench.pass(11 * minute);
    expect(bench.rows(files)).toEqual([['SOL.EXE']]);
  });

  it.each([
    ['2.0 SP1', 1],
    ['2.0 SP2', 0],
  ])('%s: a file in use leaves %i empty file in BADSinv (Q248969)', (release, left) => {
    const bench = known(release);
    bench.simulation.stopProcess('SMSSRV1/SMS_SOFTWARE_INVENTORY_PROCESSOR', 'stopped');
    const path = bench.inbox('sinv.box', '7U74Z2GZ.sid');
    bench.write(path, softwareText('complete'));
    bench.hold(path, 'none');
    const lines = logged(bench);
    bench.simulation.startProcess('SMSSRV1', 'SMS_SOFTWARE_INVENTORY_PROCESSOR');
    bench.pass(second);
    expect(bench.names(bench.inbox('sinv.box', 'BADSinv'))).toHaveLength(left);
    expect(lines().slice(1, 5)).toEqual([
      `Processing file: ${path}`,
      `ERROR - Failed to open file ${path}`,
      expect.stringMatching(
        /^ERROR - Failed to move file .*7U74Z2GZ\.sid to .*BADSinv\\\w{8}\.sid Directory, Win32 = 32$/,
      ),
      `WARNING - Delete file ${path} failed, Win32 = 32`,
    ]);
  });

  it('moves a damaged report to BADSinv', () => {
    const bench = known();
    bench.write(bench.inbox('sinv.box', 'A.sic'), softwareText('complete').slice(0, 60));
    bench.pass(second);
    expect(bench.names(bench.inbox('sinv.box', 'BADSinv'))).toHaveLength(1);
  });
});
