import type { Instant } from '../../kernel/index.ts';
import { inferred } from '../provenance.ts';
import { iniEntries, iniOf, iniValue, parseIni, printIni } from './ini.ts';
import { parsed, syntaxError } from './text-document.ts';
import type { Parsed } from './text-document.ts';

/** The layout is that of the published Licmtr.cfg; the name of the version key is ours. */
export const componentConfigurationProvenance = inferred(
  'Q199747, Q236596',
  'From SP1 on the file carries a version; no article shows under which key, so it is Version.',
);

/** The `.CFG` of one client component on a CAP (`Hinv.cfg`, `Licmtr.cfg`). */
export interface ComponentConfiguration {
  /** `Hardware Inventory Agent`, `LICENSE METERING`. */
  readonly name: string;
  readonly lastUpdate: Instant;
  readonly keyFlags: number;
  /** Missing in files of the first release: SP1 code then reads an empty version (Q236596). */
  readonly version?: string;
  readonly settings: readonly ComponentSetting[];
  /** Further sections, such as one per license server. */
  readonly sections: readonly { readonly name: string; readonly settings: readonly ComponentSetting[] }[];
}

/** A value for the client's registry. */
export type ComponentSetting =
  | { readonly type: 'REG_DWORD'; readonly name: string; readonly value: number }
  | { readonly type: 'REG_SZ'; readonly name: string; readonly value: string };

const mainSection = 'Component Configuration';

/** The text of a component's `.CFG`. */
export function printComponentConfiguration(configuration: ComponentConfiguration): string {
  const { name, lastUpdate, keyFlags, version, settings, sections } = configuration;
  const main: (readonly [string, string])[] = [
    ['    LastUpdate', printFileTime(lastUpdate)],
    ['    Name', name],
    ['    KeyFlags', String(keyFlags)],
    ...(version === undefined ? [] : [['    Version', version] as const]),
    ...settings.map(settingEntry),
  ];
  const others = sections.map((section) => [section.name, section.settings.map(settingEntry)] as const);
  return printIni(iniOf([[mainSection, main], ...others, ['IDENT', [['    TYPE', 'Base Config File Type']]]]));
}

/** Reads a component's `.CFG`; without its main section, a readable LastUpdate and IDENT it is none. */
export function parseComponentConfiguration(text: string): Parsed<ComponentConfiguration> {
  const ini = parseIni(text);
  const name = iniValue(ini, mainSection, 'Name');
  const lastUpdate = parseFileTime(iniValue(ini, mainSection, 'LastUpdate') ?? '');
  const identified = iniValue(ini, 'IDENT', 'TYPE') === 'Base Config File Type';
  if (name === undefined || lastUpdate === undefined || !identified) {
    return syntaxError(1, text.split(/\r?\n/, 1)[0] ?? '');
  }
  const version = iniValue(ini, mainSection, 'Version');
  const others = ini.sections.filter((section) => section.name !== mainSection && section.name !== 'IDENT');
  return parsed({
    name,
    lastUpdate,
    keyFlags: Number(iniValue(ini, mainSection, 'KeyFlags') ?? 0),
    ...(version === undefined ? {} : { version }),
    settings: settingsOf(iniEntries(ini, mainSection)),
    sections: others.map((section) => ({ name: section.name, settings: settingsOf(iniEntries(ini, section.name)) })),
  });
}

/** Milliseconds from 1601-01-01, where FILETIME counts from, to 1970-01-01. */
const fileTimeStart = 11_644_473_600_000n;

/** `29228490, 61154480`: high and low half of a FILETIME, counted in 100 nanoseconds. */
export function printFileTime(time: Instant): string {
  const ticks = (BigInt(time) + fileTimeStart) * 10_000n;
  return `${ticks >> 32n}, ${ticks & 0xffffffffn}`;
}

/** Reads what `printFileTime` writes, down to the millisecond. */
export function parseFileTime(text: string): Instant | undefined {
  const match = /^(\d+),\s*(\d+)$/.exec(text);
  if (match === null) return undefined;
  const ticks = (BigInt(match[1] ?? 0) << 32n) + BigInt(match[2] ?? 0);
  return Number(ticks / 10_000n - fileTimeStart);
}

function settingEntry({ type, name, value }: ComponentSetting): readonly [string, string] {
  return [`      (${type}) ${name}`, String(value)];
}

function settingsOf(entries: readonly (readonly [string, string])[]): readonly ComponentSetting[] {
  return entries.flatMap(([key, value]): readonly ComponentSetting[] => {
    const match = /^\((REG_DWORD|REG_SZ)\) (.+)$/.exec(key);
    if (match === null) return [];
    const name = match[2] ?? '';
    return [
      match[1] === 'REG_DWORD' ? { type: 'REG_DWORD', name, value: Number(value) } : { type: 'REG_SZ', name, value },
    ];
  });
}
