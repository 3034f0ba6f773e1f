import { describe, expect, it } from 'vitest';
import {
  architectureGroup,
  architectureOf,
  compilationFaultText,
  compileMif,
  declarationOf,
  deletionReport,
  identificationGroup,
  identificationOf,
  isDeletion,
  lastMifYears,
  parseReportMif,
  personalComputer,
  printReportMif,
  reportFault,
  smsLocation,
} from '../../../../src/world/index.ts';
import type { InventoryGroup } from '../../../../src/world/index.ts';

const billybob = identificationGroup({
  name: 'BILLYBOB',
  smsid: 'C1200007',
  site: 'C12',
  domain: 'NCSMS12DOM',
  netCardId: '00:AA:00:60:D8:56',
  systemRole: 'Workstation',
  systemType: 'X86-based PC',
  logOnName: 'smsadmin',
});
const asset = (attributes: InventoryGroup['attributes'], more: Partial<InventoryGroup> = {}): InventoryGroup => {
  return { class: 'ACME|ASSET|1.0', name: 'Asset', keys: [], attributes, ...more };
};
const purchased = (date: string) =>
  asset({ Purchased: date }, { declarations: { Purchased: { type: 'Date', storage: 'Specific' } } });

describe('an IDMIF (Q199229)', () => {
  const text = printReportMif({ groups: [billybob, architectureGroup(personalComputer)] });

  it('identifies the computer by NetCardID, SMSID and Name, in this order', () => {
    expect(text).toContain('Class = "MICROSOFT|IDENTIFICATION|1.0"\r\n        Key = 6,2,1\r\n');
  });

  it.each([
    ['Name', 1, 64, 'BILLYBOB'],
    ['SMSID', 2, 8, 'C1200007'],
    ['SMSLocation', 3, 64, 'C12|NCSMS12DOM|BILLYBOB'],
    ['Site', 4, 3, 'C12'],
    ['Domain', 5, 16, 'NCSMS12DOM'],
    ['NetCardID', 6, 18, '00:AA:00:60:D8:56'],
    ['SystemRole', 7, 12, 'Workstation'],
    ['SystemType', 8, 32, 'X86-based PC'],
    ['LogOn Name', 9, 48, 'smsadmin'],
    ['ArchitectureName', 1, 18, 'Personal Computer'],
  ])('has the attribute %s as number %i, a specific string of %i characters', (name, id, length, value) => {
    const head = `Name = "${name}"\r\n            ID = ${id}\r\n            Access = READ-ONLY\r\n`;
    const declared = `            Storage = SPECIFIC\r\n            Type = String(${length})\r\n`;
    expect(text).toContain(`${head}${declared}            Value = "${value}"`);
  });

  it('tells whose it is', () => {
    const report = parseReportMif(text);
    expect(report.ok && identificationOf(report.value)).toMatchObject({ name: 'BILLYBOB', smsid: 'C1200007' });
    expect(report.ok && architectureOf(report.value)).toBe('Personal Computer');
  });

  it('keeps declarations of attributes that SMS does not know', () => {
    const common = { type: 'String', length: 40, storage: 'Common' } as const;
    const group = asset({ 'More Stuff': 'This is more stuff' }, { declarations: { 'More Stuff': common } });
    const report = parseReportMif(printReportMif({ groups: [group] }));
    expect(report.ok && report.value.groups.map((one) => declarationOf(one, 'More Stuff'))).toEqual([common]);
  });
});

describe('a Macintosh without a name in its Sharing Setup (Q129125)', () => {
  const nameless = { site: 'LAM', domain: 'LAMWORLD', name: null };

  it('has the SMSLocation of every other one', () => {
    expect(smsLocation(nameless)).toBe('LAM|LAMWORLD|');
  });

  it('reports a name without a value', () => {
    const group = { ...billybob, attributes: { ...billybob.attributes, Name: null } };
    const text = printReportMif({ groups: [group] });
    expect(text).toContain('Value = ""');
    const report = parseReportMif(text);
    expect(report.ok && identificationOf(report.value)?.name).toBeNull();
  });
});

describe('a delete-MIF', () => {
  it('deletes by the pragma of its only group', () => {
    const report = parseReportMif(printReportMif(deletionReport('ABC00012')));
    expect(report.ok && isDeletion(report.value)).toBe(true);
    expect(report.ok && report.value.groups).toHaveLength(1);
    expect(isDeletion({ groups: [billybob] })).toBe(false);
  });
});

describe('compiling a MIF', () => {
  const compiled = (group: InventoryGroup, year: number = lastMifYears.released) =>
    reportFault({ groups: [group] }, year);

  it('fails for an attribute name with a blank at its end (Q160776)', () => {
    expect(compiled(asset({ 'PC Asset Number ': '2485798' }))?.kind).toBe('trailing blank');
    expect(compiled(asset({ 'PC Asset Number': '2485798 ' }))).toBeUndefined();
  });

  it('fails for a quotation mark in any text (Q160776)', () => {
    expect(compiled(asset({ Screen: '17" monitor' }))?.kind).toBe('quotation mark');
    expect(compiled(asset({ 'The "Name"': 'x' }))?.kind).toBe('quotation mark');
  });

  it.each([
    ['20301231235959.000000+000', 2030, true],
    ['20311011051024.000000+000', 2030, false],
    ['20311011051024.000000+000', 2035, true],
    ['20360101000000.000000+000', 2035, false],
    ['19991305000000.000000+000', 2035, false],
    ['04/05/1999', 2030, false],
  ])('of the date %s with %i as the last year succeeds: %s (Q239534)', (date, year, succeeds) => {
    expect(compiled(purchased(date), year) === undefined).toBe(succeeds);
  });

  it('takes a date without a value, and a string that looks like a wrong date', () => {
    expect(
      reportFault({ groups: [asset({ Purchased: null }, purchased('')), asset({ D: '20311011051024.0' })] }, 2030),
    ).toBe(undefined);
  });

  it('judges a date whichever of its type and its value comes first', () => {
    const text = printReportMif({ groups: [purchased('20311011051024.000000+000')] });
    const [type = '', value = ''] = text.split('\r\n').filter((line) => /Type = Date|Value = /.test(line));
    const turned = text.replace(`${type}\r\n${value}`, `${value}\r\n${type}`);
    expect(turned).not.toBe(text);
    for (const one of [text, turned]) expect(compileMif(one, 2030)).toMatchObject({ fault: { kind: 'time' } });
  });

  it('says what the logs quote, with the line where the Inventory Processor says it (Q239534, Q275191)', () => {
    const fault = compiled(purchased('20311011051024.000000+000'));
    if (fault === undefined) throw new Error('The date was compiled.');
    expect(compilationFaultText(fault)).toBe('Compilation failed~Time has incorrect format or illegal values.');
    expect(compilationFaultText({ ...fault, line: 109 }, true)).toBe(
      'Compilation failed~Time has incorrect format or illegal values. on line 109',
    );
    expect(compilationFaultText({ kind: 'trailing blank', line: 3 })).toBe('Compilation failed');
  });

  it('fails for what is no MIF', () => {
    expect(compileMif('Start Component\r\n', 2030)).toMatchObject({ ok: false, fault: { kind: 'syntax' } });
    expect(compileMif(printReportMif({ groups: [billybob] }), 2030)).toMatchObject({ ok: true });
  });
});
