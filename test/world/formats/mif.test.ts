import { describe, expect, it } from 'vitest';
import { formatErrorText, mifHeader, parseMif, printMif } from '../../../src/world/formats/index.ts';

const office = [
  '//AgentID<Demo Agent>',
  '//Architecture<Office>',
  '//UniqueID<B01F02R003>',
  'Start Component',
  '    Name = "Office"',
  '    Start Group',
  '        Name = "Office"',
  '        ID = 1',
  '        Class = "Office"',
  '        Key = 1',
  '        Start Attribute',
  '            Name = "Room"',
  '            ID = 1',
  '            Access = READ-ONLY',
  '            Storage = Specific',
  '            Type = String(16)',
  '            Value = "R003"',
  '        End Attribute',
  '    End Group',
  'End Component',
  '',
].join('\r\n');

describe('a MIF', () => {
  it('is read and written as the guides show it', () => {
    const mif = parseMif(office);
    expect(mif).toMatchObject({ ok: true, value: { name: 'Office', groups: [{ class: 'Office', key: [1] }] } });
    if (!mif.ok) throw new Error(formatErrorText(mif));
    expect(printMif(mif.value)).toBe(office);
    expect(mifHeader(mif.value, 'UniqueID')).toBe('B01F02R003');
  });

  it('may come in any case, order and spacing, with comments and descriptions', () => {
    const group = 'start GROUP class="C" id = 2 name="G" end group';
    const text = `START component name="X" // note\n Description = "d"\n ${group} end COMPONENT`;
    expect(parseMif(text)).toMatchObject({
      ok: true,
      value: { name: 'X', groups: [{ id: 2, class: 'C', name: 'G' }] },
    });
  });

  it('says the same of a group that it has read before', () => {
    const [group = ''] = /    Start Group[^]*End Group\r\n/.exec(office) ?? [];
    const twice = office.replace('End Component', `${group.replace('R003', 'R004')}End Component`);
    const first = parseMif(twice);
    expect(first).toMatchObject({ value: { groups: [{}, { attributes: [{ value: 'R004' }] }] } });
    expect(parseMif(twice)).toEqual(first);
    expect(parseMif(twice.replaceAll('\r\n', '\n'))).toEqual(first);
  });

  it('has header comments wherever they stand', () => {
    const mif = parseMif(office.replace('        Class', '        //FullResync<1>\r\n        Class'));
    expect(mif.ok && mifHeader(mif.value, 'FullResync')).toBe('1');
  });

  it('keeps backslashes of a path that nobody escaped', () => {
    const mif = parseMif(office.replace('"R003"', '"C:\\notes\\x"'));
    expect(mif).toMatchObject({ value: { groups: [{ attributes: [{ value: 'C:\\notes\\x' }] }] } });
  });

  it.each([
    ['~~', 8, office.replace('ID = 1', '~~ = 1')],
    ['~~', 5, office.replace('"Office"', '~~')],
    ['Attributes', 18, office.replace('End Attribute', 'End Attributes')],
    ['Office', 5, office.replace('"Office"', 'Office')],
    ['"Office', 5, office.replace('"Office"', '"Office')],
    ['Table', 6, office.replace('Start Group', 'Start Table')],
    ['more', 21, `${office}more text`],
    ['Start', 21, `${office}    Start Group\r\n    End Group\r\nEnd Component\r\n`],
  ])('names the token %s on line %i as a syntax error', (token, line, text) => {
    const answer = parseMif(text);
    expect(answer).toEqual({ ok: false, kind: 'syntax error', line, token });
    expect(!answer.ok && formatErrorText(answer)).toBe(`syntax error on line ${line}, token '${token}'`);
  });

  it.each(['', '\r\n', office.slice(0, 300), office.replace('End Component\r\n', '')])(
    'that stops early ends unexpectedly (%#)',
    (text) => expect(parseMif(text)).toMatchObject({ ok: false, kind: 'unexpected end of file' }),
  );
});
