import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as world from '../../../../src/world/index.ts';
import { jobPriorities } from '../../../../src/world/index.ts';
import { names, seconds } from '../arbitraries.ts';
import {
  commands,
  diskRows,
  groups,
  mapEntries,
  orders,
  packageRules,
  records,
  reports,
  smsids,
} from './arbitraries.ts';

function forAll<T>(values: fc.Arbitrary<T>, check: (value: T) => void): void {
  fc.assert(
    fc.property(values, (value) => {
      check(value);
    }),
  );
}

function comesBack<T>(values: fc.Arbitrary<T>, print: (value: T) => string, parse: (text: string) => unknown): void {
  forAll(values, (value) => expect(parse(print(value))).toEqual({ ok: true, value }));
}

const expectation = { versionStamps: ['1.2'], recordLengths: { 'NT CPU': 44, Disk: 44 } };
const collected = fc.record({
  path: names,
  modified: seconds,
  content: fc.string().map((text) => ({ text, size: text.length })),
});
const rawFiles = fc.record({
  versionStamp: fc.constant('1.2'),
  smsid: smsids,
  time: seconds,
  resync: fc.boolean(),
  records: fc.array(records, { maxLength: 3 }),
  mifs: fc.array(fc.record({ name: names, text: fc.string() }), { maxLength: 3 }),
  collected: fc.array(collected, { maxLength: 3 }),
});
const histories = fc.record({ smsid: smsids, forwarded: seconds, groups: fc.array(groups, { maxLength: 3 }) });

describe('what one program of SMS 1.2 writes another reads', () => {
  it('date of a MIF', () => {
    forAll(seconds, (time) => expect(world.parseMifDate(world.printMifDate(time))).toBe(time));
  });

  it('log line', () => {
    const text = names.map((name) => `~${name} $$<`);
    const lines = fc.record({ text, component: names, time: seconds, thread: fc.nat(0xffff) });
    forAll(lines, (line) => expect(world.parseSms12LogLine(world.printSms12LogLine(line))).toEqual(line));
  });

  it('text MIF', () => {
    comesBack(reports, world.printReportMif, world.parseReportMif);
  });

  it('binary MIF', () => {
    comesBack(reports, world.printDeltaMif, world.parseDeltaMif);
  });

  it('RAW', () => {
    comesBack(rawFiles, world.printRawFile, (text) => world.parseRawFile(text, expectation));
  });

  it('history', () => {
    comesBack(histories, world.printHistory, world.parseHistory);
  });

  it('History.map', () => {
    comesBack(mapEntries, world.printHistoryMap, world.parseHistoryMap);
  });

  it('compressed files', () => {
    const words = fc.stringMatching(/^[A-Za-z0-9.]{1,20}$/);
    const files = fc.record({ name: words, version: words, size: fc.nat() });
    forAll(files, (file) => expect(world.parseCompressedFile(world.printCompressedFile(file))).toEqual(file));
  });

  it('Resync.cfg, each record 48 bytes', () => {
    comesBack(commands, world.printResyncFile, world.parseResyncFile);
    forAll(commands, (all) => expect(world.printResyncFile(all)).toHaveLength(48 * all.length));
  });

  it('command history', () => {
    const obeyed = fc.array(fc.record({ command: fc.constant('RESYNC' as const), time: seconds }));
    comesBack(obeyed, world.printCommandHistory, world.parseCommandHistory);
  });

  it('package rules and their compiled form', () => {
    comesBack(packageRules, world.printPackageRules, world.compilePackageRules);
    forAll(packageRules, (rules) => {
      expect(world.parsePackageConfiguration(world.printPackageConfiguration(rules))).toEqual(rules);
    });
  });

  it('copy list', () => {
    const lists = fc.record({ version: names, files: fc.array(names) });
    forAll(lists, (list) => expect(world.parseCopyList(world.printCopyList(list))).toEqual(list));
  });

  it('SMSSAFE.TMP', () => {
    const entry = fc.record({ test: names, state: fc.constantFrom('COMPLETED' as const, 'CRASHED') });
    forAll(fc.array(entry), (all) => expect(world.parseSafeFile(world.printSafeFile(all))).toEqual(all));
  });

  it('DOMAIN.INI', () => {
    const number = fc.nat(9999);
    const domains = fc.record({
      siteCode: names,
      domain: names,
      buildNumber: number,
      servers: fc.array(names),
      appleServers: fc.array(fc.record({ zone: fc.oneof(names, fc.constant('*')), server: names })),
      hardwareScanInterval: number,
      softwareScanInterval: number,
      falseLogonCount: number,
      serviceWakeupInterval: number,
    });
    forAll(domains, (one) => {
      expect(world.readDomainIni(world.parseIni(world.printIni(world.domainIniOf(one))))).toEqual(one);
    });
  });
});

describe('what services hand to each other', () => {
  const priority = fc.constantFrom(...jobPriorities);

  it('system job', () => {
    const work = fc.oneof(
      fc.record({ kind: fc.constantFrom('INVENTORY' as const, 'SITECONTROL'), folder: names }),
      fc.record({ kind: fc.constant('RESYNC' as const), order: orders }),
    );
    const state = fc.constantFrom('Pending' as const, 'Active', 'Complete', 'Failed');
    const jobs = fc.record({ work, destination: names, priority, created: seconds, state });
    comesBack<world.SystemJob>(jobs, world.printSystemJob, world.parseSystemJob);
  });

  it('site control file', () => {
    const pair = fc.tuple(names, names);
    const definition = fc.record({
      kind: fc.constantFrom(...world.siteControlKinds),
      comment: names,
      targetSite: names,
      originSite: names,
      time: seconds,
      posted: fc.boolean(),
    });
    const properties = fc.array(fc.record({ name: names, texts: pair, number: fc.integer() }));
    const transaction = fc.record({ type: fc.nat(), persistent: fc.boolean(), number: fc.integer(), texts: pair });
    const files = fc.record({ definition, properties, transactions: fc.array(transaction) });
    comesBack<world.SiteControlFile>(files, world.printSiteControlFile, world.parseSiteControlFile);
  });

  it('instruction of the Despooler, whatever is missing in it', () => {
    const instructions = fc.oneof(
      fc.record(
        { type: fc.constantFrom('inventory' as const, 'siteControl'), package: names, destination: names },
        { requiredKeys: ['type', 'package'] },
      ),
      fc.record(
        { type: fc.constantFrom('resync' as const, 'domainResync'), order: orders, destination: names },
        { requiredKeys: ['type', 'order'] },
      ),
    );
    forAll<world.DespoolerOrder>(instructions, (one) => {
      expect(world.parseDespoolerOrder(world.printDespoolerOrder(one))).toEqual(one);
    });
  });

  it('configuration request', () => {
    const actions = fc.dictionary(
      names.map((name) => `x${name}`),
      fc.constantFrom('install' as const, 'upgrade', 'remove'),
      { noNullPrototype: true },
    );
    const requests = fc.record(
      {
        ...{ smsid: smsids, machineName: names, actions, firstAttempt: seconds, lastAttempt: seconds },
        reportedEvent: fc.constantFrom(402, 403),
      },
      { requiredKeys: ['smsid', 'machineName', 'actions'] },
    );
    comesBack<world.ConfigurationRequest>(requests, world.printConfigurationRequest, world.parseConfigurationRequest);
  });

  it('entry of the event log', () => {
    const severity = fc.constantFrom('Information' as const, 'Non-fatal Error', 'Fatal Error');
    const action = fc.record(
      { operation: names, object: names, objectName: names, errorCode: fc.nat() },
      { requiredKeys: ['operation', 'object', 'objectName'] },
    );
    const component = fc.constantFrom('SMS_EXECUTIVE', 'SMS_DESPOOLER');
    const events = fc.record(
      { severity, component, action, text: names, machineName: names, siteCode: names },
      { requiredKeys: ['severity', 'component', 'text', 'machineName', 'siteCode'] },
    );
    forAll<world.SmsEvent>(events, (event) => {
      expect(world.parseEventFrame(world.printEventFrame(event))).toEqual(event);
    });
  });

  it('event MIF', () => {
    const one = { component: names, machineName: names, siteCode: names, text: names };
    forAll(fc.record({ id: fc.nat(), time: seconds, ...one }), (event) => {
      expect(world.eventOf(world.eventReport(event))).toEqual(event);
    });
  });
});

describe('changes between two inventories', () => {
  it('lead from the first to the second', () => {
    fc.assert(
      fc.property(diskRows, diskRows, (before, after) => {
        const rows = new Map(before.map((group) => [world.groupIdentity(group), group]));
        for (const { pragma, ...group } of world.inventoryChanges(before, after)) {
          if (pragma === 'SMS:Delete') rows.delete(world.groupIdentity(group));
          else rows.set(world.groupIdentity(group), group);
        }
        const identities = after.map(world.groupIdentity);
        expect([...rows.keys()].toSorted()).toEqual(identities.toSorted());
        for (const group of after) expect(rows.get(world.groupIdentity(group))).toEqual(group);
      }),
    );
  });
});

describe('a file cut off at any place', () => {
  it.each([
    ['binary MIF', reports.map(world.printDeltaMif), world.parseDeltaMif],
    ['history', histories.map(world.printHistory), world.parseHistory],
  ])('%s ends too early', (_, texts, parse) => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, at) => {
        expect(parse(text.slice(0, at % (text.length - 4)))).toMatchObject({ ok: false });
      }),
    );
  });

  it('a RAW has no header or no trailer', () => {
    fc.assert(
      fc.property(rawFiles.map(world.printRawFile), fc.nat(), (text, at) => {
        const read = world.parseRawFile(text.slice(0, at % (text.length - 4)), expectation);
        expect(read.ok ? 0 : world.rawFaultEvent(read.fault)).toSatisfy((event) => event === 128 || event === 130);
      }),
    );
  });
});
