import { describe, expect, it } from 'vitest';
import { printConfigurationRequest, printResyncFile, type ServiceAction } from '../../../src/world/index.ts';
import { events, mismatches, written } from './site-server-play.ts';

const box = 'C:\\SMS\\LOGON.SRV\\CCR.BOX';
const inventory = 'SMS Client Inventory';

/** A step in which client set-up asks for something on NTWS1. */
function request(at: string, actions: Readonly<Record<string, ServiceAction>>): string {
  const text = printConfigurationRequest({ smsid: 'LAM00001', machineName: 'NTWS1', actions });
  return `{ at: '${at}', write: { on: LAMSRV1, path: '${box}\\LAM00001.CCR', text: ${JSON.stringify(text)} } }`;
}

function requests(folder: string, count: number, rest = ''): string {
  return `file: { on: LAMSRV1, path: '${folder}\\*.CCR', count: ${count}${rest} }`;
}

function log(has: string, rest: string, on = 'LAMSRV1', file = 'CLICFG.LOG'): string {
  return `log: { on: ${on}, file: ${file}, has: '${has}', ${rest} }`;
}

const inRetry = requests(`${box}\\RETRY`, 1);
const done = [requests(box, 0), requests(`${box}\\RETRY`, 0)];
const failed = 'ERROR: Cannot connect to machine "NTWS1" for request "LAM00001". Win32 Error = 53';
const isOff = "{ at: '08:30', power off: NTWS1 }";
const removal = request('08:31', { [inventory]: 'remove' });

const dropped = "{ at: '10:00', write: { on: NTWS1, path: 'C:\\MS\\SMS\\INVDATA\\LAM00001.RAW', text: x } }";

describe('the Client Configuration Manager of a logon server', () => {
  it('makes and starts a service, and takes one away, and deletes the request (Q168518)', () => {
    const agent = (runs: boolean): string => `process: { on: NTWS1, component: INV32CLI, running: ${runs} }`;
    const key = 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Client Services';
    const noted = (exists: boolean): string =>
      `registry: { on: NTWS1, key: '${key}', value: ${inventory}, exists: ${exists} }`;
    expect(mismatches([removal, 'run until: 08:40'], [...done, agent(false), noted(false)])).toEqual([]);
    const again = [removal, request('08:41', { [inventory]: 'install' }), 'run until: 08:50'];
    expect(mismatches(again, [...done, agent(true), noted(true)])).toEqual([]);
  });

  it('puts the request of a computer that it cannot find by name into RETRY, with error 53 (Q168518)', () => {
    const expectations = [requests(box, 0), inRetry, log(failed, 'times: 1'), events(402, 0)];
    expect(mismatches([isOff, removal, 'run until: 08:45'], expectations)).toEqual([]);
  });

  it('gives a request that waits in RETRY the values of a newer one (Q168518)', () => {
    const newer = request('08:41', { 'SMS Remote Control': 'remove' });
    const both = `, has: ['${inventory}=remove', 'SMS Remote Control=remove']`;
    const steps = [isOff, removal, newer, 'run until: 08:50'];
    expect(mismatches(steps, [requests(box, 0), requests(`${box}\\RETRY`, 1, both)])).toEqual([]);
  });

  it('tries again until the computer is there, and tells nobody of it within 24 hours', () => {
    const steps = [isOff, removal, "{ at: '11:00', power on: NTWS1 }", 'run until: 12:30'];
    expect(mismatches(steps, [...done, events(402, 0)])).toEqual([]);
  });

  it('tells when more computers wait than Machine Count Warning, and when they do no longer', () => {
    const key = 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Components\\SMS_CLIENT_CONFIG_MANAGER';
    const given = `on: LAMSRV1, key: '${key}', name: Machine Count Warning, value: 0`;
    const limit = `{ at: '08:20', registry set: { ${given} } }`;
    const waiting = [isOff, limit, removal, 'run until: 09:30'];
    expect(mismatches(waiting, [events(404, 1, '1 computers wait'), events(404, 0, 'no longer')])).toEqual([]);
    const over = [isOff, limit, removal, "{ at: '11:00', power on: NTWS1 }", 'run until: 14:00'];
    expect(mismatches(over, [events(404, 2), events(404, 1, '0 computers wait')])).toEqual([]);
  });

  it('tells of the failure once after 24 hours, and does not try it any more', () => {
    const steps = [isOff, removal, 'run until: day 3 12:00'];
    const expectations = [inRetry, events(402, 1, 'NTWS1'), log(failed, 'at least: 20, at most: 26')];
    expect(mismatches(steps, [...expectations, log(failed, "from: 'day 2 10:00', times: 0")])).toEqual([]);
  });

  it.each([
    [
      'a restart of the service',
      "{ at: 'day 3 10:00', service: { on: LAMSRV1, name: SMS_CLIENT_CONFIG_MANAGER, do: restart } }",
    ],
    [
      'the request that is put back',
      `{ at: 'day 3 10:00', move: { on: LAMSRV1, from: '${box}\\RETRY\\*.CCR', to: '${box}\\' } }`,
    ],
  ])('is made to try again by %s, and tells of the success behind a failure (Q168518)', (_name, step) => {
    const steps = [isOff, removal, "{ at: 'day 3 09:00', power on: NTWS1 }", step, 'run until: day 3 10:10'];
    expect(mismatches(steps, [...done, events(402, 2)])).toEqual([]);
    expect(
      mismatches(
        steps.filter((one) => one !== step),
        [inRetry, events(402, 1)],
      ),
    ).toEqual([]);
  });

  it('says so where the service account has no rights on the computer (Q168518)', () => {
    const closed =
      "{ at: '08:30', share: { on: NTWS1, name: ADMIN$, path: 'C:\\WINNT', permissions: { ANNA: Read } } }";
    const line =
      'ERROR: The SMS service account does not have administrative rights on machine "NTWS1" for request "LAM00001".';
    expect(mismatches([closed, removal, 'run until: 08:45'], [inRetry, log(line, 'times: 1')])).toEqual([]);
  });

  it('counts a service that cannot be started as a failed installation', () => {
    const steps = [
      `{ at: '08:30', service: { on: NTWS1, name: ${inventory}, do: stop, start type: Disabled } }`,
      request('08:31', { [inventory]: 'install' }),
      'run until: day 2 10:00',
    ];
    expect(mismatches(steps, [inRetry, events(403, 1), events(402, 0)])).toEqual([]);
  });
});

describe('the inventory service of a Windows NT workstation', () => {
  const ofDomain = 'MAINCFG.BOX\\INVDOM.BOX\\LAMWORLD.000';
  const time = Date.UTC(1997, 10, 3, 14, 10);
  const command = printResyncFile([{ smsid: 'LAM00001', command: 'RESYNC', time }]);
  const resync = ['RESYNC.CFG', 'INVENCFG.BOX\\LAM00001.CFG'].map((name) =>
    written('08:10', `${ofDomain}\\${name}`, command),
  );
  const fetched = (count: number): string =>
    `file: { on: NTWS1, path: 'C:\\MS\\SMS\\DATA\\LAM00001.CFG', count: ${count} }`;
  const answered = (times: number): string => log('answering as a resync', `times: ${times}`, 'NTWS1', 'INV32CLI.LOG');

  it('has the resync command after 8 hours and obeys it within 24 more', () => {
    expect(mismatches([...resync, 'run until: 16:30'], [fetched(1), answered(0)])).toEqual([]);
    expect(mismatches([...resync, 'run until: day 2 16:30'], [answered(1)])).toEqual([]);
    expect(mismatches([...resync, 'run until: day 6 16:30'], [answered(1)])).toEqual([]);
  });

  it('has it after 8 hours whatever Client Monitor carries meanwhile', () => {
    expect(mismatches([...resync, dropped, 'run until: 16:30'], [fetched(1)])).toEqual([]);
  });

  it('neither fetches nor sends anything while nobody is logged on', () => {
    const away = ["{ at: '08:05', log off: NTWS1 }", ...resync, 'run until: day 4 16:30'];
    expect(mismatches(away, [fetched(0), answered(0)])).toEqual([]);
  });
});

describe('client set-up of a client that has the service', () => {
  it('asks for an upgrade, upon which the service begins anew (Q174961)', () => {
    const steps = [
      "{ at: '08:30', attributes: { on: NTWS1, path: 'C:\\SMS.INI', hidden: false } }",
      "{ at: '08:30', ini: { on: NTWS1, path: 'C:\\SMS.INI', section: SMS, key: CopyListVersion, value: old } }",
      "{ at: '09:00', log on: { on: NTWS1, user: ANNA } }",
      'run until: 09:10',
    ];
    const begun = log('Sleeping 1440 minutes', "from: '09:00', times: 1", 'NTWS1', 'INV32CLI.LOG');
    const upgraded = log(`${inventory} on NTWS1: upgrade`, 'times: 1');
    expect(mismatches(steps, [...done, upgraded, begun])).toEqual([]);
  });
});

describe('Client Monitor', () => {
  const local = (count: number): string => `file: { on: NTWS1, path: 'C:\\MS\\SMS\\INVDATA\\*.RAW', count: ${count} }`;

  it('moves what is put into INVDATA at once', () => {
    expect(mismatches([dropped, 'run until: 10:05'], [local(0)])).toEqual([]);
  });

  it('takes no notice of it without the inventory service, until it starts again', () => {
    expect(mismatches([removal, dropped, 'run until: 10:05'], [local(1)])).toEqual([]);
    const again = ['{ at: "10:06", log off: NTWS1 }', '{ at: "10:07", log on: { on: NTWS1, user: ANNA } }'];
    expect(mismatches([removal, dropped, ...again, 'run until: 10:15'], [local(0)])).toEqual([]);
  });
});
