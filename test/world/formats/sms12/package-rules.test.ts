import { describe, expect, it } from 'vitest';
import { compilePackageRules, packageRulesErrorText, parsePackageConfiguration } from '../../../../src/world/index.ts';

describe('PACKAGE.RUL', () => {
  const rule = 'PACKAGE 59 "Captura v4.09M (Build 827) Full" FILE "captura4.EXE" DATE 01/04/01 BYTE 0 77 CHECKSUM 0 0 ';

  it('is written as Q286387 shows it', () => {
    const compiled = compilePackageRules(`${rule}1742860494\r\n`);
    expect(compiled).toMatchObject({ value: [{ id: 59, title: 'Captura v4.09M (Build 827) Full' }] });
    expect(compiled.ok && compiled.value[0]?.alternatives[0]?.[0]?.attributes).toEqual([
      ['DATE', '01/04/01'],
      ['BYTE', '0', '77'],
      ['CHECKSUM', '0', '0', '1742860494'],
    ]);
  });

  it('does not compile with a negative checksum, and Maintman.log names the line (Q286387)', () => {
    const error = compilePackageRules(`${rule}-1742860494\r\n`);
    if (error.ok) throw new Error('The rules were compiled.');
    expect(packageRulesErrorText(error)).toBe('ERROR in Package rule file: syntax error Line: 1~~');
  });

  it.each([
    'PACKAGE 1 "Excel" FILE ""Microsoft Excel.exe""',
    'PACKAGE 1 "Excel" FILE "Excel.exe',
    'PACKAGE 1 "Excel" FILE',
    'PACKAGE 1 "Excel" FILE "Excel.exe" AND',
    'PACKAGE 1 "Excel" FILE "Excel.exe" NOT FILE "x"',
    'PACKAGE 1 "Excel" FILE "Excel.exe" SIZE',
    'PACKAGE 1 Excel FILE "Excel.exe"',
    'PACKAGE x "Excel" FILE "Excel.exe"',
    'RULE 1 "Excel" FILE "Excel.exe"',
  ])('does not compile with %j (Q153826)', (line) => {
    expect(compilePackageRules(`PACKAGE 1 "Word" FILE word.exe\r\n${line}\r\n`)).toMatchObject({ ok: false, line: 2 });
  });

  it('says nothing to agents where Pkg_16.cfg is empty (Q286387)', () => {
    expect(parsePackageConfiguration('')).toBeUndefined();
    expect(parsePackageConfiguration('PKG_16\r\n')).toEqual([]);
  });

  it('binds AND stronger than OR, and may ask for the file itself', () => {
    const compiled = compilePackageRules('PACKAGE 1 "W" FILE a.exe AND FILE b.ini COLLECT OR file c.exe size 0x10');
    expect(compiled.ok && compiled.value[0]?.alternatives).toEqual([
      [
        { name: 'a.exe', collect: false, attributes: [] },
        { name: 'b.ini', collect: true, attributes: [] },
      ],
      [{ name: 'c.exe', collect: false, attributes: [['SIZE', '0x10']] }],
    ]);
  });
});
