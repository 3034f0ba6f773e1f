import { describe, expect, it } from 'vitest';
import {
  applyCompleteHardware,
  applyCompleteSoftware,
  assignedSites,
  deleteAgedDiscovery,
  deleteInventoryOfUnassigned,
  deleteOrphanedSoftware,
  deleteResource,
  findResource,
  resources,
  setAssignedSites,
  storedSubnets,
  upsertDiscovery,
} from '../../../src/world/site-database/index.ts';
import { bios, day, discovered, monday, newDatabase, program, record, rows, value } from './site-database-fixture.ts';

const guid = 'GUID:D9343DC0-254F-11D3-84BA-00105AA9F6DE';
const other = 'GUID:11111111-254F-11D3-84BA-00105AA9F6DE';

describe('a discovery data record', () => {
  it('makes a resource that is found by GUID and by name, both without case', () => {
    const database = newDatabase();
    const made = value(upsertDiscovery(database, record({ guid, name: 'PC1' })));
    expect(made).toEqual({ verdict: 'created', resourceId: 1 });
    const resource = { resourceId: 1, guid, name: 'PC1', client: true };
    expect(value(findResource(database, { guid: guid.toLowerCase() }))).toEqual(resource);
    expect(value(findResource(database, { name: 'pc1' }))).toEqual(resource);
    expect(value(findResource(database, { name: 'PC2' }))).toBeUndefined();
    expect(rows(database, 'select MachineID, ArchitectureKey, GUID from MachineIdGroupXRef')).toEqual([[1, 5, guid]]);
  });

  it('with a known GUID changes that resource whatever its name is', () => {
    const database = newDatabase();
    upsertDiscovery(database, record({ guid, name: 'PC1' }));
    const renamed = value(upsertDiscovery(database, record({ guid: guid.toLowerCase(), name: 'PC2' })));
    expect(renamed).toEqual({ verdict: 'updated', resourceId: 1 });
    expect(value(resources(database)).map(({ name }) => name)).toEqual(['PC2']);
  });

  it('with a new GUID and the same key properties gives the resource the new GUID', () => {
    const database = newDatabase();
    upsertDiscovery(database, record({ guid, name: 'PC1', adapters: ['00:01'] }));
    expect(value(upsertDiscovery(database, record({ guid: other, name: 'PC1', adapters: ['00:01'] })))).toEqual({
      verdict: 'updated',
      resourceId: 1,
    });
    expect(value(findResource(database, { guid }))).toBeUndefined();
    expect(rows(database, 'select GUID from MachineIdGroupXRef')).toEqual([[other]]);
  });

  it('with a new GUID and the same name on another adapter makes another resource', () => {
    const database = newDatabase();
    upsertDiscovery(database, record({ guid, name: 'PC1', adapters: ['00:01'] }));
    const twin = record({ guid: other, name: 'PC1', adapters: ['00:02'] });
    expect(value(upsertDiscovery(database, twin))).toEqual({ verdict: 'created', resourceId: 2 });
  });

  it('without a GUID leaves the stored one alone', () => {
    const database = newDatabase();
    upsertDiscovery(database, record({ guid, name: 'PC1' }));
    upsertDiscovery(database, record({ name: 'pc1' }));
    expect(value(resources(database)).map((one) => one.guid)).toEqual([guid]);
  });

  it('without any name is corrupt and stores nothing', () => {
    const database = newDatabase();
    expect(value(upsertDiscovery(database, record({ guid })))).toEqual({ verdict: 'no name' });
    expect(rows(database, 'select * from System_DISC')).toEqual([]);
  });

  it.each([
    { replaceSubnets: true, expected: ['10.2.0.0'] },
    { replaceSubnets: false, expected: ['10.1.0.0', '10.2.0.0'] },
  ])('replaces or appends subnets (Q313660): $replaceSubnets', ({ replaceSubnets, expected }) => {
    const database = newDatabase();
    const first = discovered(database, upsertDiscovery(database, record({ name: 'PC1', subnets: ['10.1.0.0'] })));
    upsertDiscovery(database, record({ name: 'PC1', subnets: ['10.2.0.0'] }), { replaceSubnets });
    expect(value(storedSubnets(database, first))).toEqual(expected);
  });

  it('gives properties nobody had before their column or array table', () => {
    const database = newDatabase();
    const common = { type: 'string', flags: [], maxLength: 32 } as const;
    const more = [
      { ...common, name: 'Travel Mode of the Mobile Client Computer', value: 'On' },
      { ...common, name: 'Forced Site Codes', value: ['ABC', 'XYZ'] },
    ];
    upsertDiscovery(database, record({ name: 'PC1', more }));
    expect(rows(database, 'select Travel_Mode_of_the_Mobile0 from System_DISC')).toEqual([['On']]);
    const stored = rows(database, 'select Forced_Site_Codes0 from System_Forced_Sit_ARR order by Position');
    expect(stored).toEqual([['ABC'], ['XYZ']]);
  });

  it('writes nothing but the time of its agent when nothing changed', () => {
    const database = newDatabase();
    const heartbeat = { guid, name: 'PC1', subnets: ['10.1.0.0'] };
    upsertDiscovery(database, record(heartbeat), { replaceSubnets: true });
    const before = database.rowsWritten;
    upsertDiscovery(database, record({ ...heartbeat, time: monday + 7 * day }), { replaceSubnets: true });
    expect(database.rowsWritten - before).toBe(1);
    expect(rows(database, 'select AgentTime from DiscItemAgents')).toEqual([['1999-11-22 09:00:00.000']]);
  });
});

it('assignment is the list of sites that was stored last', () => {
  const database = newDatabase();
  const id = discovered(database, upsertDiscovery(database, record({ name: 'PC1' })));
  expect(value(assignedSites(database, id))).toEqual([]);
  setAssignedSites(database, id, ['XYZ', 'ABC']);
  expect(value(assignedSites(database, id))).toEqual(['XYZ', 'ABC']);
  setAssignedSites(database, id, ['ABC']);
  expect(value(assignedSites(database, id))).toEqual(['ABC']);
});

/** A database with two computers that have hardware and software inventory. */
function inventoried() {
  const database = newDatabase();
  const ids = ['PC1', 'PC2'].map((name, index) => {
    const time = monday + index * 60 * day;
    const id = discovered(database, upsertDiscovery(database, record({ name, guid: `GUID:${name}`, time })));
    applyCompleteHardware(database, id, [bios('1.0')], time);
    applyCompleteSoftware(database, id, [program(`${name}.EXE`)], { cycleStart: time, appliedAt: time });
    return id;
  });
  return { database, ids };
}

const owners = 'select ClientId from SoftwareInventory order by ClientId';

describe('a deleted computer', () => {
  it.each([
    { keepSoftware: true, expected: [[1], [2]] },
    { keepSoftware: false, expected: [[2]] },
  ])('leaves its software inventory before SP2 (Q242951): $keepSoftware', ({ keepSoftware, expected }) => {
    const { database } = inventoried();
    value(deleteResource(database, 1, { keepSoftware }));
    expect(value(resources(database)).map(({ name }) => name)).toEqual(['PC2']);
    expect(rows(database, 'select MachineID from PC_BIOS_DATA')).toEqual([[2]]);
    expect(rows(database, 'select MachineID from MachineIdGroupXRef')).toEqual([[2]]);
    expect(rows(database, owners)).toEqual(expected);
  });

  it('leaves files that nobody has until the orphan procedure of SP2 runs', () => {
    const { database } = inventoried();
    value(deleteResource(database, 1, { keepSoftware: true }));
    expect(value(deleteOrphanedSoftware(database))).toBe(3);
    expect(rows(database, 'select FileName from SoftwareFile order by FileName')).toEqual([['PC2.EXE']]);
  });

  it('does not hand its key to the next computer', () => {
    const { database } = inventoried();
    value(deleteResource(database, 2, { keepSoftware: true }));
    expect(discovered(database, upsertDiscovery(database, record({ name: 'PC3' })))).toBe(3);
  });
});

it('the task for aged discovery data deletes computers whose last record is too old', () => {
  const { database } = inventoried();
  expect(value(deleteAgedDiscovery(database, monday + 30 * day, { keepSoftware: false }))).toEqual([1]);
  expect(value(resources(database)).map(({ name }) => name)).toEqual(['PC2']);
});

it('the nightly run deletes the inventory of unassigned computers and keeps them discovered (Q281107)', () => {
  const { database } = inventoried();
  setAssignedSites(database, 2, ['ABC']);
  expect(value(deleteInventoryOfUnassigned(database))).toEqual([1]);
  expect(rows(database, 'select MachineID from WorkstationStatus_DATA')).toEqual([[2]]);
  expect(rows(database, owners)).toEqual([[2]]);
  expect(value(resources(database))).toHaveLength(2);
  expect(value(deleteInventoryOfUnassigned(database))).toEqual([]);
});
