import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as formats from '../../../src/world/formats/index.ts';
import {
  classes,
  clientBaseConfigurations,
  componentConfigurations,
  discoveryRecords,
  hardwareReports,
  instants,
  lookupEntries,
  mifs,
  names,
  seconds,
  softwareFiles,
  softwareReports,
  statusMessages,
} from './arbitraries.ts';

/** Every format whose reader can refuse a text: reading what was written gives the value back. */
function comesBack<T>(
  values: fc.Arbitrary<T>,
  print: (value: T) => string,
  parse: (text: string) => formats.Parsed<T>,
) {
  forAll(values, (value) => expect(parse(print(value))).toEqual({ ok: true, value }));
}

function forAll<T>(values: fc.Arbitrary<T>, check: (value: T) => void) {
  fc.assert(
    fc.property(values, (value) => {
      check(value);
    }),
  );
}

describe('what is written can be read back', () => {
  it('MIF', () => comesBack(mifs, formats.printMif, formats.parseMif));

  it('hardware report', () => comesBack(hardwareReports, formats.printHardwareReport, formats.parseHardwareReport));

  it('16-bit inventory', () => {
    const complete = hardwareReports.map((report) => ({ ...report, kind: 'complete' as const }));
    comesBack(complete, formats.printRawInventory, formats.parseRawInventory);
  });

  it('software report', () => comesBack(softwareReports, formats.printSoftwareReport, formats.parseSoftwareReport));

  it('software history', () => {
    comesBack(fc.array(softwareFiles), formats.printSoftwareHistory, formats.parseSoftwareHistory);
  });

  it('discovery record', () => {
    comesBack(discoveryRecords, formats.printDiscoveryRecord, formats.parseDiscoveryRecord);
  });

  it('resync request', () => {
    const requests = fc.record({ component: fc.constantFrom('HW' as const, 'SW' as const), time: seconds });
    comesBack(requests, formats.printResyncRequest, formats.parseResyncRequest);
  });

  it('Client.lkp', () => comesBack(fc.array(lookupEntries), formats.printClientLookup, formats.parseClientLookup));

  it('Caplist.ini', () => {
    const lists = fc.record({ siteCode: names, paths: fc.array(names.map((name) => `\\\\${name}\\CAP_ABC`)) });
    comesBack(lists, formats.printCapList, formats.parseCapList);
  });

  it('client configuration request', () => {
    const set = fc.constant(true as const);
    const requests = fc.record(
      { machineName: names, firstTry: seconds, isClient: set, isBegun: set },
      { requiredKeys: ['machineName'] },
    );
    comesBack<formats.ClientRequest>(requests, formats.printClientRequest, formats.parseClientRequest);
    expect(formats.parseClientRequest('').ok).toBe(false);
  });

  it('component configuration', () => {
    comesBack(componentConfigurations, formats.printComponentConfiguration, formats.parseComponentConfiguration);
  });

  it('client base configuration', () => {
    comesBack(clientBaseConfigurations, formats.printClientBaseConfiguration, formats.parseClientBaseConfiguration);
  });

  it('status message file', () => {
    comesBack(statusMessages, formats.printStatusMessageFile, formats.parseStatusMessageFile);
  });

  it('SMS_def.mof', () => {
    const files = fc.record({ pragmas: fc.constantFrom([], ['#pragma namespace("\\\\\\\\.")']), classes });
    comesBack(files, formats.printSmsDefMof, formats.parseSmsDefMof);
  });

  it('log line', () => {
    const text = fc.string().map((one) => one.replaceAll('\n', ' ').replaceAll('\r', ' '));
    const common = { text, component: names, time: instants, thread: fc.nat(4294967295) };
    const lines = fc.oneof(fc.record(common), fc.record({ ...common, zoneName: names }));
    forAll(lines, (line) => expect(formats.parseLogLine(formats.printLogLine(line))).toEqual(line));
  });

  it('log line as SMSTrace shows it', () => {
    const lines = fc.record({ text: names, component: names, time: seconds, thread: fc.nat(4294967295) });
    forAll(lines, (line) => expect(formats.parseTraceViewLine(formats.printTraceViewLine(line))).toEqual(line));
  });

  it('STATMSG line', () => {
    fc.assert(
      fc.property(statusMessages, (message) => {
        const inserts = message.inserts.map((insert) => insert.replace(/["\r\n]/g, '.'));
        const plain = { ...message, inserts };
        expect(formats.parseStatusMessageLine(formats.printStatusMessageLine(plain))).toEqual(plain);
      }),
    );
  });

  it('Compver.ini', () => {
    const versions = fc.array(fc.nat(9999), { minLength: 4, maxLength: 4 }).map((fields) => fields.join('.'));
    forAll(versions, (version) => expect(formats.parseCompver(formats.printCompver({ version }))).toEqual({ version }));
  });

  it('<site>_cfg.lcf', () => {
    const configurations = fc.record({
      siteCode: names,
      siteServer: names,
      version: names,
      logonDiscovery: fc.boolean(),
      logonInstallation: fc.boolean(),
      pollingMinutes: fc.nat(),
      files: fc.array(names),
    });
    forAll(configurations, (one) =>
      expect(formats.parseLogonConfiguration(formats.printLogonConfiguration(one))).toEqual(one),
    );
  });

  it('NETCONF.NCF', () => {
    forAll(fc.array(names), (one) =>
      expect(formats.parseNetConfiguration(formats.printNetConfiguration(one))).toEqual(one),
    );
  });

  it('offer', () => {
    const component = fc.record({ name: names, version: names, directory: names, command: names });
    const offers = fc.record({ components: fc.array(component) });
    forAll(offers, (offer) => expect(formats.parseOffer(formats.printOffer(offer))).toEqual(offer));
  });

  it('INI of any text: nothing but white space around names and values is lost', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            names,
            names.map((n) => `[${n}]`),
            names.map((n) => `${n}=${n}`),
          ),
        ),
        (lines) => {
          const text = lines.map((line) => `${line}\r\n`).join('');
          expect(formats.printIni(formats.parseIni(text))).toBe(text);
        },
      ),
    );
  });
});

describe('a file cut off at any place', () => {
  it.each([
    ['hardware report', hardwareReports.map(formats.printHardwareReport), formats.parseHardwareReport],
    ['software report', softwareReports.map(formats.printSoftwareReport), formats.parseSoftwareReport],
    ['discovery record', discoveryRecords.map(formats.printDiscoveryRecord), formats.parseDiscoveryRecord],
  ])('%s ends too early, whatever the place', (_, texts, parse) => {
    fc.assert(
      fc.property(texts, fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
        const cut = text.trimEnd().slice(0, Math.floor(share * (text.trimEnd().length - 1)));
        expect(parse(cut)).toMatchObject({ ok: false, kind: 'unexpected end of file' });
      }),
    );
  });
});
