import type { Instant } from '../../kernel/index.ts';
import { assumed } from '../provenance.ts';
import { iniEntries, iniOf, iniValue, parseIni, printIni } from './ini.ts';
import type { Ini } from './ini.ts';
import { parsed, syntaxError } from './text-document.ts';
import type { Parsed } from './text-document.ts';
import { parseFileTime, printFileTime } from './component-configuration.ts';

/** What the two files carry is known from the articles on CRC checking; the CRCs are encrypted in the product. */
export const clientBaseConfigurationProvenance = assumed(
  'Clibase.cfg and Cli_inst.cfg are INIs: site, intervals, CRCs in hexadecimal, connection accounts, agent settings.',
  'Q270912, Q277745, Q246331, Q231232',
);

/** The site's configuration for all its clients (`Clibase.cfg`, and `Cli_inst.cfg` for installation). */
export interface ClientBaseConfiguration {
  readonly siteCode: string;
  readonly siteServer: string;
  readonly lastUpdate: Instant;
  /** Named settings of the client base components: intervals in minutes and the like, in file order. */
  readonly settings: readonly (readonly [name: string, value: number])[];
  readonly programs: readonly ProtectedProgram[];
  /** Accounts that connect to CAPs; the password as the product would store it, opaque. */
  readonly connectionAccounts: readonly { readonly name: string; readonly password: string }[];
  readonly agents: readonly AgentConfiguration[];
}

/** A client program that the Client Service starts only with this CRC. */
export interface ProtectedProgram {
  /** Path below the site server's SMS folder: `Bin\i386\Ccim32.dll`. */
  readonly file: string;
  /** The last number of the site control line, 1 to 4; its meaning is not published. */
  readonly flag: number;
  /** 32 bits, without sign. */
  readonly crc: number;
}

/** What the site wants of one agent. */
export interface AgentConfiguration {
  readonly name: string;
  readonly enabled: boolean;
  /** An SMS schedule token. */
  readonly schedule?: string;
  readonly settings: readonly (readonly [name: string, value: string])[];
}

const agentPrefix = 'Agent ';

/** The text of either file. */
export function printClientBaseConfiguration(configuration: ClientBaseConfiguration): string {
  const { siteCode, siteServer, lastUpdate, settings, programs, connectionAccounts, agents } = configuration;
  const site = [
    ['Site Code', siteCode],
    ['Site Server', siteServer],
    ['LastUpdate', printFileTime(lastUpdate)],
  ] as const;
  const crcs = programs.map(({ file, flag, crc }) => [file, `${flag},${hex(crc)}`] as const);
  const accounts = connectionAccounts.map(
    ({ name, password }, index) => [`Account ${index + 1}`, `${name}|${password}`] as const,
  );
  return printIni(
    iniOf([
      ['Site', site],
      ['Client Properties', settings.map(([name, value]) => [name, String(value)])],
      ['Verification Data', crcs],
      ['Client Connection Accounts', accounts],
      ...agents.map((agent) => [`${agentPrefix}${agent.name}`, agentEntries(agent)] as const),
    ]),
  );
}

/** Reads either file; without site code and date, or with a damaged CRC line, the client ignores it. */
export function parseClientBaseConfiguration(text: string): Parsed<ClientBaseConfiguration> {
  const ini = parseIni(text);
  const siteCode = iniValue(ini, 'Site', 'Site Code');
  const lastUpdate = parseFileTime(iniValue(ini, 'Site', 'LastUpdate') ?? '');
  const lines = iniEntries(ini, 'Verification Data');
  const programs = lines.flatMap(([file, value]) => programOf(file, value) ?? []);
  if (siteCode === undefined || lastUpdate === undefined || programs.length < lines.length) {
    return syntaxError(1, text.split(/\r?\n/, 1)[0] ?? '');
  }
  return parsed({
    siteCode,
    siteServer: iniValue(ini, 'Site', 'Site Server') ?? '',
    lastUpdate,
    settings: iniEntries(ini, 'Client Properties').map(([name, value]) => [name, Number(value)]),
    programs,
    connectionAccounts: iniEntries(ini, 'Client Connection Accounts').map(([, value]) => {
      const [name = '', password = ''] = value.split('|');
      return { name, password };
    }),
    agents: ini.sections.flatMap(({ name }) => (name.startsWith(agentPrefix) ? [agentOf(ini, name)] : [])),
  });
}

/** The setting of that name, if the file has it. */
export function clientBaseSetting(configuration: ClientBaseConfiguration, name: string): number | undefined {
  return configuration.settings.find(([known]) => known === name)?.[1];
}

function programOf(file: string, value: string): ProtectedProgram | undefined {
  const match = /^(\d+),([0-9A-F]{8})$/.exec(value);
  return match === null ? undefined : { file, flag: Number(match[1]), crc: Number.parseInt(match[2] ?? '', 16) };
}

function agentEntries(agent: AgentConfiguration): readonly (readonly [string, string])[] {
  const schedule = agent.schedule === undefined ? [] : [['Schedule', agent.schedule] as const];
  return [['Enabled', agent.enabled ? '1' : '0'], ...schedule, ...agent.settings];
}

function agentOf(ini: Ini, section: string): AgentConfiguration {
  const schedule = iniValue(ini, section, 'Schedule');
  return {
    name: section.slice(agentPrefix.length),
    enabled: iniValue(ini, section, 'Enabled') === '1',
    ...(schedule === undefined ? {} : { schedule }),
    settings: iniEntries(ini, section).filter(([name]) => name !== 'Enabled' && name !== 'Schedule'),
  };
}

function hex(crc: number): string {
  return crc.toString(16).toUpperCase().padStart(8, '0');
}
