import { describe, expect, it } from 'vitest';
import {
  discoveryValues,
  parseDiscoveryRecord,
  parseHardwareReport,
  parseSoftwareReport,
} from '../../../src/world/index.ts';
import { StepBench, guid, monday } from './step-bench.ts';

function written(content: string): string {
  const bench = new StepBench();
  bench.done(`write: { on: SMSSRV1, path: 'C:\\x', ${content} }`);
  return bench.text('SMSSRV1', 'C:\\x');
}

describe('write makes reports as a client would', () => {
  it('a discovery data record with changed and added properties', () => {
    const text = written('ddr: { client: PC1, properties: { Client: 0, IP Subnets: [10.0.0.0], Colour: red } }');
    const record = parseDiscoveryRecord(text);
    if (!record.ok) throw new Error(text);
    const value = (name: string) => discoveryValues(record.value, name);
    expect(record.value).toMatchObject({ siteCode: 'ABC', agent: 'Heartbeat Discovery', time: monday });
    expect(value('SMS Unique Identifier')).toEqual([guid]);
    expect([value('Client'), value('IP Subnets'), value('Colour')]).toEqual([[0], ['10.0.0.0'], ['red']]);
  });

  it('a complete hardware report of what the client has, and a delta of given groups', () => {
    const complete = parseHardwareReport(written('mif: { client: PC1 }'));
    expect(complete).toMatchObject({ ok: true, value: { guid, computerName: 'PC1', kind: 'complete' } });
    expect(complete.ok && complete.value.groups.map((group) => group.name)).toEqual(['PC BIOS']);
    const groups = 'groups: [{ name: X, class: "A|X|1.0", pragma: delete, attributes: { Size: 3 } }]';
    const delta = parseHardwareReport(written(`mif: { client: PC1, kind: delta, ${groups} }`));
    expect(delta).toMatchObject({
      value: { kind: 'delta', groups: [{ pragma: 'delete', attributes: [{ value: 3 }] }] },
    });
  });

  it('a delta without groups updates what the client has', () => {
    const delta = parseHardwareReport(written('mif: { client: PC1, kind: delta }'));
    expect(delta).toMatchObject({ value: { groups: [{ name: 'PC BIOS', pragma: 'update' }] } });
  });

  it('complete and delta software reports', () => {
    const complete = written(
      'software report: { client: PC1, time: 1999-11-01 10:00, files: [{ name: SOL.EXE, size: 2 KB }] }',
    );
    expect(parseSoftwareReport(complete)).toMatchObject({
      value: { guid, kind: 'complete', files: [{ fileName: 'SOL.EXE', size: 2048, count: 1 }] },
    });
    const delta = written(
      'software report: { client: PC2, kind: delta, identity: "GUID:X",' +
        ' files: [{ name: A, product: P, action: delete }] }',
    );
    expect(parseSoftwareReport(delta)).toMatchObject({
      value: { guid: 'GUID:X', kind: 'delta', changes: [{ action: 'delete', file: { product: { product: 'P' } } }] },
    });
  });
});
