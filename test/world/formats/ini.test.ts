import { describe, expect, it } from 'vitest';
import {
  iniEntries,
  iniValue,
  parseIni,
  printIni,
  withIniValue,
  withoutIniValue,
} from '../../../src/world/formats/index.ts';

const text = '; top\r\n[Sites]\r\n  Code = ABC \r\n; kept\r\n\r\n[Empty]\r\n[sites]\r\nCode=second\r\n';
const ini = parseIni(text);

describe('an INI file', () => {
  it('is searched without regard to case, the first match wins', () => {
    expect(iniValue(ini, 'SITES', 'code')).toBe('ABC');
    expect(iniValue(ini, 'Sites', 'Other')).toBeUndefined();
    expect(iniEntries(ini, 'empty')).toEqual([]);
  });

  it('keeps comments, blank lines and order when a value changes', () => {
    const edited = printIni(withIniValue(ini, 'sites', 'CODE', 'XYZ'));
    expect(edited).toBe('; top\r\n[Sites]\r\nCode=XYZ\r\n; kept\r\n\r\n[Empty]\r\n[sites]\r\nCode=second\r\n');
  });

  it.each([
    ['Empty', '[Empty]\r\nNew=1\r\n[sites]'],
    ['Third', 'Code=second\r\n[Third]\r\nNew=1\r\n'],
  ])('gets a new value in section %s', (section, part) => {
    expect(printIni(withIniValue(ini, section, 'New', '1'))).toContain(part);
  });

  it('loses a key or a section', () => {
    expect(iniValue(withoutIniValue(ini, 'SITES', 'CODE'), 'Sites', 'Code')).toBeUndefined();
    expect(printIni(withoutIniValue(ini, 'SITES'))).toBe('; top\r\n[Empty]\r\n');
  });

  it('reads line ends of any kind and a last line without one', () => {
    expect(iniValue(parseIni('[A]\nx=1\r\ny=a=b'), 'a', 'Y')).toBe('a=b');
  });
});
