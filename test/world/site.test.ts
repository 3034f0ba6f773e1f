import { describe, expect, it } from 'vitest';
import {
  accessPointPath,
  accessPointShare,
  changedParts,
  inboxPath,
  siteHeardBy,
  type Site,
} from '../../src/world/index.ts';

describe('paths of a site', () => {
  it('lead to the share of its client access points', () => {
    expect(accessPointShare('ABC')).toBe('CAP_ABC');
    expect(accessPointPath({ code: 'ABC' }, 'CAP1')).toBe('\\\\CAP1\\CAP_ABC');
    expect(accessPointPath({ code: 'ABC' }, 'CAP1', 'clidata.box', 'client.lkp')).toBe(
      '\\\\CAP1\\CAP_ABC\\clidata.box\\client.lkp',
    );
  });

  it('lead to its inboxes, wherever it was installed', () => {
    expect(inboxPath({ folder: 'D:\\SMS' }, 'dataldr.box', 'Process')).toBe('D:\\SMS\\inboxes\\dataldr.box\\Process');
  });
});

describe('a site', () => {
  const site: Site = {
    ...{ code: 'ABC', name: 'Chicago', server: 'SRV', folder: 'C:\\SMS', connectionAccounts: [] },
    accessPoints: [{ server: 'CAP1', folder: 'C:\\CAP_ABC' }],
    boundaries: ['10.1.0.0'],
    settings: { interval: 7, enabled: true },
  };

  it('tells what a change gives it: settings that differ, and lists', () => {
    expect(changedParts(site, { settings: { interval: 1, enabled: true }, boundaries: [] })).toEqual([
      ['interval', '1'],
      ['boundaries', ''],
    ]);
    expect(changedParts(site, { accessPoints: site.accessPoints })).toEqual([['access points', 'CAP1']]);
  });

  it('is the same to a reader who is heard', () => {
    const heard: string[] = [];
    const same = siteHeardBy(site, (part) => void heard.push(part));
    expect([same.code, same.boundaries, same.accessPoints[0]?.server]).toEqual(['ABC', ['10.1.0.0'], 'CAP1']);
    expect(heard).toEqual(['boundaries', 'access points']);
  });
});
