import { describe, expect, it } from 'vitest';
import {
  defaultSmsDefMof,
  parseSmsDefMof,
  printSmsDefMof,
  reportedClasses,
  withClassReported,
  withPropertyReported,
} from '../../../src/world/formats/index.ts';

const text = [
  '// classes of the site',
  '#pragma namespace("\\\\\\\\.\\\\root\\\\CIMv2\\\\sms")',
  '[SMS_Report(FALSE)] class SMS_Class_Template { };',
  '[ SMS_Report (TRUE), Dynamic, SMS_Group_Name ("PC BIOS") : ToInstance,',
  '  SMS_Class_ID("MICROSOFT|PC_BIOS|1.0") ]',
  'class Win32_BIOS : SMS_Class_Template',
  '{',
  '    [SMS_Report(TRUE), key] string Name; /* the',
  '    name */ [SMS_Report(FALSE)] uint16 BiosCharacteristics[];',
  '    boolean PrimaryBIOS;',
  '};',
].join('\r\n');

describe('SMS_def.mof', () => {
  it('tells which classes and properties are reported, and nothing is by default', () => {
    const answer = parseSmsDefMof(text);
    if (!answer.ok) throw new Error(answer.token);
    expect(answer.value.classes[0]).toEqual({
      name: 'SMS_Class_Template',
      report: false,
      groupName: 'SMS_Class_Template',
      properties: [],
    });
    const name = { name: 'Name', type: 'string', array: false, key: true, report: true };
    expect(answer.value.classes[1]).toMatchObject({ groupName: 'PC BIOS', base: 'SMS_Class_Template', report: true });
    expect(answer.value.classes[1]?.properties.map(({ report, array }) => [report, array])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
    expect(reportedClasses(answer.value)).toMatchObject([{ name: 'Win32_BIOS', properties: [name] }]);
  });

  it.each([
    ['Strin', 8, text.replace('string Name', 'Strin Name')],
    ['{', 7, text.replace('class Win32_BIOS : SMS_Class_Template', 'class Win32_BIOS :')],
    ['class', 6, text.replace('MICROSOFT|PC_BIOS|1.0") ]', 'MICROSOFT|PC_BIOS|1.0")')],
    ['MAYBE', 4, text.replace('(TRUE)', '(MAYBE)')],
    ['"', 5, text.replace('1.0")', '1.0)')],
  ])('fails to compile at %s on line %i', (token, line, damaged) => {
    expect(parseSmsDefMof(damaged)).toEqual({ ok: false, kind: 'syntax error', line, token });
  });

  it('that was cut off ends unexpectedly', () => {
    expect(parseSmsDefMof(text.slice(0, text.indexOf('boolean')))).toMatchObject({ kind: 'unexpected end of file' });
  });
});

describe('the default SMS_def.mof', () => {
  const all = defaultSmsDefMof.classes.flatMap(({ properties }) => properties);

  it('has more than 650 properties, about 200 of them reported (Q202940)', () => {
    const reported = reportedClasses(defaultSmsDefMof).flatMap(({ properties }) => properties);
    expect(all.length).toBeGreaterThan(650);
    expect(reported.length).toBeGreaterThanOrEqual(195);
    expect(reported.length).toBeLessThanOrEqual(205);
  });

  it('gives every reported class a key that is reported, and names each class and property once', () => {
    const keyless = reportedClasses(defaultSmsDefMof).filter(({ properties }) => !properties.some(({ key }) => key));
    expect(keyless).toEqual([]);
    const names = defaultSmsDefMof.classes.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, properties } of defaultSmsDefMof.classes) {
      expect(new Set(properties.map((one) => one.name)).size, name).toBe(properties.length);
    }
  });

  it('can be written and read', () => {
    expect(parseSmsDefMof(printSmsDefMof(defaultSmsDefMof))).toEqual({ ok: true, value: defaultSmsDefMof });
  });

  it('reports network clients until they are switched off (Q225507)', () => {
    const reported = (mof = defaultSmsDefMof) => reportedClasses(mof).map(({ name }) => name);
    expect(reported()).toContain('Win32_NetworkClient');
    expect(reported(withClassReported(defaultSmsDefMof, 'win32_networkclient', false))).not.toContain(
      'Win32_NetworkClient',
    );
  });

  it('does not report a class whose properties are all off, until one is switched on', () => {
    const shares = withClassReported(defaultSmsDefMof, 'Win32_Share', true) ?? defaultSmsDefMof;
    expect(reportedClasses(shares).some(({ name }) => name === 'Win32_Share')).toBe(false);
    const named = withPropertyReported(shares, 'Win32_Share', 'name', true) ?? shares;
    expect(reportedClasses(named).find(({ name }) => name === 'Win32_Share')?.properties).toHaveLength(1);
  });

  it('has no class or property of an unknown name to switch', () => {
    expect(withClassReported(defaultSmsDefMof, 'Win32_Nothing', true)).toBeUndefined();
    expect(withPropertyReported(defaultSmsDefMof, 'Win32_Share', 'Nothing', true)).toBeUndefined();
  });
});
