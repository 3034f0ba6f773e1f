import { describe, expect, it } from 'vitest';
import { minute, second } from '../../../src/kernel/index.ts';
import { ServerBench, discoveryText, hardwareText } from './server-fixture.ts';

/** A separate access point behind a slow line: one kilobyte takes a second. */
function slowSite(release: string): ServerBench {
  const bench = new ServerBench(release, { cap: true });
  bench.simulation.world.network.change('CAP1', 'SMSSRV1', { bytesPerSecond: 1000 });
  return bench.start().pass(20 * minute);
}

const big = 'x'.repeat(10_000);

describe('Inbox Manager Assistant', () => {
  it('moves uploads of a separate access point to the inbox they belong to', () => {
    const bench = new ServerBench('2.0 SP4', { cap: true }).start();
    const lines = bench.log('SMS_INBOX_MANAGER_ASSISTANT', 'Inboxast.log', bench.capServer);
    bench.write('C:\\CAP_ABC\\ddr.box\\PP9DNM8E.DDR', discoveryText(['192.168.0.0']), bench.capServer);
    bench.pass(minute);
    expect(bench.rows('select NetBIOS_Name0 from System_DISC')).toEqual([['SMSNTCLI8']]);
    expect(bench.names('C:\\CAP_ABC\\ddr.box', '*.*', bench.capServer)).toEqual([]);
    expect(lines()).toEqual([
      'Copying C:\\CAP_ABC\\ddr.box\\PP9DNM8E.DDR to \\\\SMSSRV1\\SMS_ABC\\inboxes\\ddm.box\\PP9DNM8E.DDR, OK',
    ]);
  });

  it('moves uploads on the site server itself by local paths', () => {
    const bench = new ServerBench().start();
    bench.discover();
    bench.write('C:\\CAP_ABC\\inventry.box\\AAAAAAAA.nhm', hardwareText());
    bench.pass(minute);
    expect(bench.rows('select BIOS_Version0 from PC_BIOS_DATA')).toEqual([['1.0']]);
  });

  it.each([
    ['2.0 SP4', 'SLOW0001.svf'],
    ['2.0 SP4 HRP', 'SLOW0001.tmp'],
  ])('%s: a file on its way is called %s (Q311212)', (release, name) => {
    const bench = slowSite(release);
    bench.write('C:\\CAP_ABC\\statmsgs.box\\SLOW0001.svf', big, bench.capServer);
    bench.pass(5 * second);
    expect(bench.names(bench.inbox('statmgr.box', 'statmsgs'))).toEqual([name]);
  });

  it.each([
    ['2.0 SP4', true],
    ['2.0 SP4 HRP', false],
  ])('%s: Status Manager stumbles over a file that is still being copied: %s (Q311212)', (release, stumbles) => {
    const bench = slowSite(release);
    const lines = bench.log('SMS_STATUS_MANAGER', 'Statmgr.log');
    bench.write('C:\\CAP_ABC\\statmsgs.box\\SLOW0001.svf', big, bench.capServer);
    bench.pass(5 * second);
    const path = 'C:\\SMS\\inboxes\\statmgr.box\\statmsgs\\SLOW0001.svf';
    const reason =
      'The operating system reported error 32: ' +
      'The process cannot access the file because it is being used by another process.';
    const open = `ERROR: Could not open file "${path}", the file is assumed to be corrupt. ${reason}`;
    const cannotDelete = `ERROR: Could not delete corrupt file "${path}". ${reason}`;
    expect(lines()).toEqual(stumbles ? [open, cannotDelete] : []);
  });

  it('waits for an upload that a client is still writing', () => {
    const bench = new ServerBench().start();
    const path = 'C:\\CAP_ABC\\sinv.box\\AAAAAAAA.sic';
    bench.server.files.write({ process: '', account: '', local: true, groups: ['Administrators'] }, path, { size: 0 });
    const letGo = bench.hold(path, 'none');
    bench.pass(minute);
    expect(bench.names('C:\\CAP_ABC\\sinv.box')).toEqual(['AAAAAAAA.sic']);
    letGo();
    bench.pass(11 * minute);
    expect(bench.names('C:\\CAP_ABC\\sinv.box')).toEqual([]);
  });

  it('keeps the original and tries again when the line breaks during a copy', () => {
    const bench = slowSite('2.0 SP4');
    bench.write('C:\\CAP_ABC\\ddr.box\\SLOW0001.ddr', discoveryText(['192.168.0.0']), bench.capServer);
    const { network, transfers } = bench.simulation.world;
    network.change('CAP1', 'SMSSRV1', { cut: true });
    transfers.linkChanged();
    bench.pass(minute);
    expect(bench.names('C:\\CAP_ABC\\ddr.box', '*.*', bench.capServer)).toEqual(['SLOW0001.ddr']);
    network.change('CAP1', 'SMSSRV1', { cut: false });
    transfers.linkChanged();
    bench.pass(15 * minute);
    expect(bench.names('C:\\CAP_ABC\\ddr.box', '*.*', bench.capServer)).toEqual([]);
    expect(bench.rows('select count(*) from System_DISC')).toEqual([[1]]);
  });
});
