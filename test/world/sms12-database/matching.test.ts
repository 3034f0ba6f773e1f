import { describe, expect, it } from 'vitest';
import { findMatches, loadReport, machines, machinesWithSmsid } from '../../../src/world/index.ts';
import { complete, identification, monday, newDatabase, reversedEngine, value } from './sms12-database-fixture.ts';
import type { Identity } from './sms12-database-fixture.ts';

/** A database with these computers, each as a new one. */
function databaseOf(...identities: readonly Identity[]) {
  const database = newDatabase(reversedEngine);
  for (const identity of identities) {
    value(loadReport(database, complete(identification(identity)), { time: monday }));
  }
  return database;
}

/** What is found, told by machine keys. */
function found(identities: readonly Identity[], reported: Identity, keys?: readonly string[]) {
  const group = identification(reported);
  const match = value(findMatches(databaseOf(...identities), keys === undefined ? group : { ...group, keys }));
  const ids = (list: readonly { readonly machineId: number }[]) => list.map(({ machineId }) => machineId);
  if (match.found === 'several') return { several: ids(match.machines), by: match.by };
  const overlapping = ids(match.overlapping);
  return match.found === 'none' ? { overlapping } : { machine: match.machine.machineId, by: match.by, overlapping };
}

const pc1 = { name: 'PC1', smsid: 'LAM00001', netCardId: '00:AA' };
const pc2 = { name: 'PC2', smsid: 'LAM00002', netCardId: '00:BB' };

describe('the computer of a report (Q138021)', () => {
  it('is the one with all its keys, and nothing else is searched for', () => {
    expect(found([pc1, { ...pc2, name: 'PC1' }], pc1)).toEqual({ machine: 1, by: 'all keys', overlapping: [] });
  });

  it('is not found where several have all its keys', () => {
    expect(found([pc1, pc1, pc2], pc1)).toEqual({ several: [1, 2], by: 'all keys' });
  });

  it('is the one with its SMSID otherwise, whatever else differs', () => {
    expect(found([pc1, pc2], { ...pc1, name: 'RENAMED' })).toEqual({ machine: 1, by: 'SMSID', overlapping: [] });
  });

  it('is not found where several have its SMSID', () => {
    expect(found([pc1, { ...pc1, name: 'PC3' }], { ...pc1, name: 'PC4' })).toEqual({ several: [1, 2], by: 'SMSID' });
  });

  it('overlaps with those that have any of its keys, once it was found by its SMSID or not at all', () => {
    const moved = { ...pc1, name: 'PC2' };
    expect(found([pc1, pc2], moved)).toEqual({ machine: 1, by: 'SMSID', overlapping: [2] });
    const newcomer = { name: 'PC1', smsid: 'LAM00009', netCardId: '00:BB' };
    expect(found([pc1, pc2], newcomer)).toEqual({ overlapping: [1, 2] });
    expect(found([pc1], pc2)).toEqual({ overlapping: [] });
  });

  it('is new at once where it has no SMSID', () => {
    const keys = ['Name', 'NetCardID'];
    expect(found([pc1], { ...pc1, netCardId: '00:CC' }, keys)).toEqual({ overlapping: [] });
    expect(found([pc1], pc1, keys)).toEqual({ machine: 1, by: 'all keys', overlapping: [] });
  });

  it('is compared by all its attributes where none is a key', () => {
    expect(found([pc1], { ...pc1, site: 'XYZ' }, [])).toEqual({ machine: 1, by: 'SMSID', overlapping: [] });
    expect(found([pc1], pc1, [])).toEqual({ machine: 1, by: 'all keys', overlapping: [] });
  });

  it('may lack a key: nothing equals nothing, but overlaps with nothing', () => {
    const mac = { name: null, smsid: 'LAM00003', netCardId: null };
    expect(found([pc1, mac], mac)).toEqual({ machine: 2, by: 'all keys', overlapping: [] });
    expect(found([pc1, mac], { ...mac, smsid: 'LAM00004' })).toEqual({ overlapping: [] });
    expect(found([mac], { name: null, smsid: null, netCardId: '00:CC' })).toEqual({ overlapping: [] });
  });

  it('compares as the server does, without case', () => {
    expect(found([pc1], { ...pc1, name: 'pc1' })).toEqual({ machine: 1, by: 'all keys', overlapping: [] });
  });
});

describe('the computers of a database', () => {
  it('are listed by key with their identification', () => {
    const [first, second] = value(machines(databaseOf(pc1, pc2)));
    expect(first).toMatchObject({ machineId: 1, attributes: { Name: 'PC1', SMSLocation: 'LAM|LAMWORLD|PC1' } });
    expect(second).toMatchObject({ machineId: 2, attributes: { SMSID: 'LAM00002', 'LogOn Name': 'ann' } });
  });

  it('are found by SMSID for a delete-MIF', () => {
    const database = databaseOf(pc1, pc2, { ...pc1, name: 'PC3' });
    expect(value(machinesWithSmsid(database, 'LAM00001')).map(({ machineId }) => machineId)).toEqual([1, 3]);
    expect(value(machinesWithSmsid(database, 'LAM00007'))).toEqual([]);
  });
});
