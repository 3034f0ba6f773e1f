import { describe, expect, it } from 'vitest';
import { accessPointPath, accessPointShare, inboxPath } from '../../src/world/index.ts';

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
