import { describe, expect, it } from 'vitest';
import { instantOf, isoTime } from '../../../src/kernel/index.ts';
import {
  compareVersions,
  discoveryValues,
  parseClientBaseConfiguration,
  parseClientLookup,
  parseCompver,
  parseComponentConfiguration,
  parseDiscoveryRecord,
  parseFileTime,
  parseResyncRequest,
  parseStatusMessageLine,
  printClientLookup,
  printDiscoveryRecord,
  printRegistryFile,
  printResyncRequest,
  printStatusMessageLine,
  releaseOf,
  withClientLookupEntry,
} from '../../../src/world/formats/index.ts';
import type { DiscoveryRecord, StatusMessage } from '../../../src/world/formats/index.ts';

const time = instantOf({ year: 2000, month: 6, day: 13, hour: 6, minute: 28, second: 53 });
const guid = 'GUID:D9343DC0-254F-11D3-84BA-00105AA9F6DE';

describe('the files of a resync request', () => {
  it('carry the agent and the time', () => {
    const text = '[Hardware Inventory Agent]\r\nResync=1\r\nResync Time=2000/06/13 06:28.53\r\n';
    expect(printResyncRequest({ component: 'HW', time })).toBe(text);
    expect(parseResyncRequest(text.replace('Resync=1', 'Resync=0'))).toMatchObject({ ok: false, line: 1 });
  });

  it('are indexed by Client.lkp, where a newer request replaces the older one of the same inventory', () => {
    const entry = { guid, component: 'HW' as const, file: '2Q7Z1K9A.CFG', time };
    const software = { ...entry, component: 'SW' as const, file: '8J0PL3MM.CFG' };
    const newer = { ...entry, file: 'NEWER.CFG' };
    expect(printClientLookup([entry]).split('\r\n')[1]).toBe(`${guid},HW,2Q7Z1K9A.CFG,2000/06/13 06:28.53`);
    expect(withClientLookupEntry([entry, software], newer)).toEqual([software, newer]);
  });

  it.each(['nonsense', `${guid},XX,A.CFG,2000/06/13 06:28.53`, `${guid},HW,A.CFG,2000/13/13 06:28.53`])(
    'a damaged line of Client.lkp is named: %s',
    (line) => {
      expect(parseClientLookup(`; index\r\n\r\n${line}\r\n`)).toEqual({
        ok: false,
        kind: 'syntax error',
        line: 3,
        token: line,
      });
    },
  );
});

describe('a status message', () => {
  const line =
    'STATMSG: ID=679 SEV=E LEV=M SOURCE="SMS Server" COMP="SMS_DISCOVERY_DATA_MANAGER" SYS=FMCSMS SITE=FMC PID=314 ' +
    'TID=519 GMTDATE=Tue Mar 23 15:38:31.973 1999 ISTR0="" ISTR1="" ISTR2="" ISTR3="" ISTR4="" ISTR5="" ISTR6="" ' +
    'ISTR7="" ISTR8="" ISTR9="" NUMATTRS=0';
  const message: StatusMessage = {
    component: 'SMS_DISCOVERY_DATA_MANAGER',
    machine: 'FMCSMS',
    id: 679,
    severity: 'E',
    type: 'M',
    module: 'SMS Server',
    siteCode: 'FMC',
    processId: 314,
    threadId: 519,
    time: instantOf({ year: 1999, month: 3, day: 23, hour: 15, minute: 38, second: 31, millisecond: 973 }),
    inserts: [],
  };

  it('shows in the log as Q247546 quotes it', () => {
    expect(printStatusMessageLine(message)).toBe(line);
    expect(parseStatusMessageLine(line)).toEqual(message);
    expect(parseStatusMessageLine(line.replace('SEV=E', 'SEV=X'))).toBeUndefined();
  });
});

describe('a component configuration', () => {
  const text = [
    '[Component Configuration]',
    '    LastUpdate=29228490, 61154480',
    '    Name=LICENSE METERING',
    '    KeyFlags=0',
    '      (REG_DWORD) ContinuousOffline=1',
    '      (REG_SZ) LicenseServers=SRV1',
    '[SRV1]',
    '      (REG_SZ) Role=Software Metering',
    '[IDENT]',
    '    TYPE=Base Config File Type',
  ].join('\r\n');

  it('is read from the layout of Q199747', () => {
    expect(parseComponentConfiguration(text)).toMatchObject({
      ok: true,
      value: {
        name: 'LICENSE METERING',
        settings: [
          { type: 'REG_DWORD', name: 'ContinuousOffline', value: 1 },
          { type: 'REG_SZ', name: 'LicenseServers', value: 'SRV1' },
        ],
        sections: [{ name: 'SRV1', settings: [{ name: 'Role' }] }],
      },
    });
    expect(isoTime(parseFileTime('29228490, 61154480') ?? 0)).toBe('1998-10-22 14:41:12.261');
  });

  it('without its identification is none', () => {
    expect(parseComponentConfiguration(text.replace('[IDENT]', '[X]'))).toMatchObject({ ok: false, line: 1 });
  });
});

describe('versions', () => {
  it.each([
    ['2.00.1493.2009', '2.00.1493.2009', 0],
    ['2.00.1239.0000', '2.00.1380.1000', -1],
    ['2.00.1493.3004', '2.00.1493.2009', 1],
    ['2.00.1493.10000', '2.00.1493.9999', 1],
  ])('%s against %s', (a, b, sign) => expect(Math.sign(compareVersions(a, b))).toBe(sign));

  it('shorten to the release that logs name (Q264630)', () => {
    expect(releaseOf('2.00.1380.1000')).toBe('2.00.1380.1');
  });

  it.each(['', '[Version]\r\nVersion=', '[Other]\r\nVersion=2.00.1239.0000'])('are not found in %j', (text) => {
    expect(parseCompver(text)).toBeUndefined();
  });
});

describe('a discovery record', () => {
  const record: DiscoveryRecord = {
    architecture: 'System',
    agent: 'SMS Heartbeat',
    siteCode: 'ABC',
    time,
    properties: [
      { name: 'SMS Unique Identifier', type: 'string', flags: ['guid', 'key'], maxLength: 64, value: guid },
      { name: 'IP Addresses', type: 'string', flags: [], maxLength: 64, value: ['10.0.0.1', null] },
      { name: 'Last Seen', type: 'date', flags: [], maxLength: 0, value: time },
    ],
  };

  it('has typed properties with their flags, lists as array properties', () => {
    expect(printDiscoveryRecord(record).split('\r\n').slice(2)).toEqual([
      `<10><SMS Unique Identifier><11><64><${guid}>`,
      '<16><IP Addresses><11><64>',
      '    <10.0.0.1>',
      '    <(null)>',
      '<0><Last Seen><12><0><06/13/00 06:28:53>',
      'END',
      '',
    ]);
    expect(discoveryValues(record, 'IP Addresses')).toEqual(['10.0.0.1', null]);
    expect(discoveryValues(record, 'Last Seen')).toEqual([time]);
    expect(discoveryValues(record, 'Nothing')).toEqual([]);
  });

  it.each([
    [3, `<10><SMS Unique Identifier><9><64><${guid}>`],
    [3, 'nonsense'],
  ])('names line %i where it holds %s', (line, token) => {
    const text = printDiscoveryRecord(record).replace(/<10>.*/, token);
    expect(parseDiscoveryRecord(text)).toEqual({ ok: false, kind: 'syntax error', line, token });
  });
});

describe('the client base configuration', () => {
  it('with a damaged CRC is refused', () => {
    const text = '[Site]\r\nSite Code=ABC\r\nLastUpdate=1, 1\r\n[Verification Data]\r\nBin\\i386\\Ccim32.dll=2,';
    expect(parseClientBaseConfiguration(`${text}0000ABCD\r\n`)).toMatchObject({
      ok: true,
      value: { programs: [{ crc: 43981 }] },
    });
    expect(parseClientBaseConfiguration(`${text}XYZ\r\n`)).toMatchObject({ ok: false });
  });
});

describe('a registry export', () => {
  it('writes each type as RegEdit does', () => {
    const text = printRegistryFile([
      {
        path: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS',
        values: [
          { name: '', type: 'REG_SZ', data: 'C:\\"x"' },
          { name: 'Init', type: 'REG_DWORD', data: 20 },
          { name: 'Sites', type: 'REG_MULTI_SZ', data: ['AB', 'é€'] },
          { name: 'Path', type: 'REG_EXPAND_SZ', data: '%' },
          { name: 'Data', type: 'REG_BINARY', data: Array.from({ length: 40 }, () => 255) },
        ],
      },
    ]);
    const lines = text.split('\r\n');
    expect(lines.slice(0, 7)).toEqual([
      'REGEDIT4',
      '',
      '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\SMS]',
      '@="C:\\\\\\"x\\""',
      '"Init"=dword:00000014',
      '"Sites"=hex(7):41,42,00,e9,3f,00,00',
      '"Path"=hex(2):25,00',
    ]);
    expect(lines[7]).toMatch(/^"Data"=hex:(ff,)+\\$/);
    expect(lines[8]).toMatch(/^ {2}(ff,)+ff$/);
    expect(lines.every((line) => line.length < 80)).toBe(true);
    expect(lines.slice(7, 9).join('').match(/ff/g)).toHaveLength(40);
  });
});
