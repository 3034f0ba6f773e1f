import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../../src/kernel/index.ts';
import {
  appleServers,
  copyListNames,
  domainIniOf,
  failedChecks,
  foreignEntry,
  hardwareTests,
  logonServers,
  mergedRequest,
  networkTypeCodes,
  operatingSystemCodes,
  ownZone,
  parseConfigurationRequest,
  parseIni,
  parseSafeFile,
  printIni,
  scanRule,
  setupPhaseOf,
  smsIniTime,
  smsIniValue,
  withFailedChecks,
  withSmsIniTime,
  withSmsIniValue,
} from '../../../../src/world/index.ts';

describe('SMS.INI', () => {
  const ini = parseIni('[SMS]\r\nSMS Unique ID=LAM00001\r\nLastHardwareScan=19971104130727.000000+000\r\n');
  const time = instantOf({ year: 1997, month: 11, day: 4, hour: 13, minute: 7, second: 27 });

  it('is read and written by section and key', () => {
    expect(smsIniValue(ini, 'smsid')).toBe('LAM00001');
    expect(smsIniTime(ini, 'lastHardwareScan')).toBe(time);
    expect(smsIniTime(ini, 'lastSoftwareScan')).toBeUndefined();
    expect(printIni(withSmsIniTime(ini, 'lastSoftwareScan', time))).toContain(
      'LastSoftwareScan=19971104130727.000000+000',
    );
  });

  it('keeps the foreign site and domain in [LogonHistory] (Q131631)', () => {
    const text = printIni(withSmsIniValue(ini, 'foreignEntry', foreignEntry('XYZ', 'OTHER')));
    expect(text).toMatch(/\[LogonHistory\]\r\nEntry=XYZ:OTHER\r\n$/);
  });

  it.each([
    [0, 'always'],
    [1, 'always'],
    [2, { days: 1 }],
    [3, { days: 3 }],
    [7, { days: 7 }],
  ])('with the interval %i scans as often as Q151620 says: %j', (interval, rule) => {
    expect(scanRule(interval)).toEqual(rule);
  });

  it('has the numbers of Q171329 and Q155593', () => {
    expect(operatingSystemCodes['Windows 95']).toBe(5);
    expect([networkTypeCodes['Windows NT'], networkTypeCodes['NetWare 3.x']]).toEqual([2, 6]);
  });

  it('has a set-up phase in any case (Q166771)', () => {
    expect(setupPhaseOf('verify_files')).toBe('VERIFY_FILES');
    expect([setupPhaseOf('dancing'), setupPhaseOf(undefined)]).toEqual([undefined, undefined]);
  });
});

describe('DOMAIN.INI', () => {
  const ini = domainIniOf({
    siteCode: 'LAM',
    domain: 'LAMWORLD',
    buildNumber: 786,
    servers: ['LAMJAM', 'LAMB'],
    appleServers: [{ zone: ownZone, server: 'LAMJAM' }],
    hardwareScanInterval: 7,
    softwareScanInterval: 7,
    falseLogonCount: 3,
    serviceWakeupInterval: 1440,
  });

  it('has an asterisk where no AppleTalk zone is known (Q156385)', () => {
    expect(printIni(ini)).toContain('[AppleServers]\r\nServer1=*@LAMJAM\r\n');
    expect(appleServers(parseIni('[AppleServers]\r\nServer1=LAMJAM\r\n'))).toEqual([]);
  });

  it('lists the logon servers, and the current one is none of the list', () => {
    expect(logonServers(withSmsIniValue(ini, 'currentLogonServer', 'LAMB'))).toEqual(['LAMJAM', 'LAMB']);
  });

  it('never tells the service pack (Q171038)', () => {
    expect(smsIniValue(ini, 'spNumber')).toBe('0');
  });
});

describe('SMSSAFE.TMP (Q139908)', () => {
  it('may be written by an administrator', () => {
    expect(parseSafeFile('MouseInfo=CRASHED\r\n; note\r\nVideo = completed\r\n')).toEqual([
      { test: 'MouseInfo', state: 'CRASHED' },
      { test: 'Video', state: 'COMPLETED' },
    ]);
    expect(hardwareTests).toContain('MouseInfo');
  });

  it('gives its crashed tests to FailedHardwareChecks, each once', () => {
    const value = withFailedChecks('MouseInfo', ['Video', 'MouseInfo']);
    expect(value).toBe('MouseInfo,Video');
    expect(failedChecks(value)).toEqual(['MouseInfo', 'Video']);
    expect(failedChecks(undefined)).toEqual([]);
  });
});

describe('the other files of LOGON.SRV', () => {
  it('have the names of Q166771', () => {
    expect(Object.values(copyListNames).toSorted()).toEqual([
      'CL_DOS.TXT',
      'CL_NT.TXT',
      'CL_OS2.TXT',
      'CL_WIN.TXT',
      'CL_WIN95.TXT',
    ]);
  });

  it('a request that waits in RETRY takes over the actions of a newer one (Q168518)', () => {
    const waiting = {
      smsid: 'YAP00001',
      machineName: 'PC1',
      actions: { A: 'install', B: 'install' },
      firstAttempt: 0,
    } as const;
    const newer = {
      smsid: 'YAP00001',
      machineName: 'PC1',
      actions: { B: 'remove' },
      firstAttempt: 5,
      lastAttempt: 5,
    } as const;
    expect(mergedRequest(waiting, newer)).toEqual({
      ...{ smsid: 'YAP00001', machineName: 'PC1', firstAttempt: 0, lastAttempt: 5 },
      actions: { A: 'install', B: 'remove' },
    });
  });

  it.each(['', '[Request]\r\nSMSID=YAP00001\r\n', '[Request]\r\nSMSID=Y\r\nMachine=M\r\n[Services]\r\nA=dance\r\n'])(
    'are no request where they say %j',
    (text) => expect(parseConfigurationRequest(text).ok).toBe(false),
  );
});
