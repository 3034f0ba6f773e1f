import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as formats from '../../../src/world/formats/index.ts';
import { jobPriorities } from '../../../src/world/index.ts';
import { names, seconds } from './arbitraries.ts';

const priority = fc.constantFrom(...jobPriorities);

function comesBack<T>(
  values: fc.Arbitrary<T>,
  print: (value: T) => string,
  parse: (text: string) => formats.Parsed<T>,
): void {
  fc.assert(
    fc.property(values, (value) => {
      expect(parse(print(value))).toEqual({ ok: true, value });
    }),
  );
}

const files = fc.array(
  fc.record({
    destination: names,
    origin: names,
    priority,
    inbox: names,
    name: names,
    size: fc.nat(),
    text: fc.string({ unit: fc.constantFrom('a', '\t', '\r', '\n', '\\') }),
  }),
);

describe('what one site writes another can read', () => {
  it('replicated files, whatever their text', () => {
    comesBack(files, formats.printReplication, formats.parseReplication);
  });

  it('job', () => {
    const state = fc.constantFrom('pending' as const, 'active' as const);
    const jobs = fc.record({ destination: names, priority, created: seconds, notBefore: seconds, state });
    comesBack(jobs, formats.printSiteJob, formats.parseSiteJob);
  });

  it('send request', () => {
    const status = fc.constantFrom('pending' as const, 'sending' as const, 'completed' as const, 'failed' as const);
    const limit = fc.integer({ min: 1, max: 100 });
    const requests = fc.record({ destination: names, server: names, priority, limit, created: seconds, status });
    comesBack(requests, formats.printSendRequest, formats.parseSendRequest);
  });

  it('instruction', () => {
    const instructions = fc.oneof(
      fc.record({ type: fc.constant('REPLICATION' as const), package: names }),
      fc.record({
        type: fc.constant('INVRESYNC' as const),
        guid: names,
        component: fc.constantFrom('HW' as const, 'SW' as const),
      }),
    );
    comesBack<formats.DespoolerInstruction>(instructions, formats.printInstruction, formats.parseInstruction);
  });

  it('site control file', () => {
    const site = {
      code: 'SEC',
      name: 'Branch',
      server: 'SECSRV',
      folder: 'C:\\SMS',
      kind: 'secondary',
      parent: 'PRI',
      accessPoints: [],
      boundaries: ['10.3.0.0', '10.4.0.0'],
      connectionAccounts: [],
      settings: { 'Heartbeat interval (days)': 3, 'File collection names': ['*.exe'], 'Heartbeat enabled': true },
    } as const;
    const control = formats.siteControlOf(site);
    expect(formats.parseSiteControl(formats.printSiteControl(control))).toEqual({ ok: true, value: control });
    expect(control.identity).toEqual({ name: 'Branch', server: 'SECSRV', kind: 'secondary', parent: 'PRI' });
  });
});

describe('a package that was cut off on its way', () => {
  it('is no package', () => {
    fc.assert(
      fc.property(files, fc.nat(), (all, at) => {
        const text = formats.printReplication(all);
        expect(formats.parseReplication(text.slice(0, at % (text.length - 4))).ok).toBe(false);
      }),
    );
  });
});
