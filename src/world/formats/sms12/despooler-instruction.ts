import type { Instant } from '../../../kernel/index.ts';
import { assumed, documented } from '../../provenance.ts';
import { iniOf, iniValue, parseIni, printIni } from '../ini.ts';
import { parseMifDate, printMifDate } from './mif-date.ts';

/** The type that the log of the Despooler names for inventory, and the refusals of a resync (190 to 194). */
export const despoolerInstructionProvenance = documented('Q122178, Q153246, Q169491');

/** By analogy with the types that logs name; the guide tells of a job instruction and a domain instruction. */
export const instructionTypeProvenance = assumed(
  'A resync travels as MICROSOFT|SMS|MINIJOBINSTRUCTION|RESYNC and becomes MICROSOFT|SMS|DOMAIN_COMMISSAR_RESYNC.',
  'Q153246, Q169491, Resource Guide for SMS 1.2 (Resynchronizing Inventory Information)',
);

/** The types of instructions, as Despool.log names them in `~Executing instruction of type ...`. */
export const instructionTypes = {
  /** MIFs of a child site: expanded into DATALOAD.BOX\DELTAMIF.COL. */
  inventory: 'MICROSOFT|SMS|MINIJOBINSTRUCTION|INVENTORY',
  siteControl: 'MICROSOFT|SMS|MINIJOBINSTRUCTION|SITECONTROL',
  /** Of the Scheduler, for one computer; executing it makes the domain instruction. */
  resync: 'MICROSOFT|SMS|MINIJOBINSTRUCTION|RESYNC',
  /** Executing it writes the command into the Resync.cfg of the domain. */
  domainResync: 'MICROSOFT|SMS|DOMAIN_COMMISSAR_RESYNC',
} as const;

/** An instruction (`*.INS` in DESPOOLR.BOX\RECEIVE): files to expand, or a computer to ask. */
export type DespoolerOrder = (
  | { readonly type: 'inventory' | 'siteControl'; readonly package: string }
  | { readonly type: 'resync' | 'domainResync'; readonly order: ResyncOrder }
) & {
  /** Code of the site that is to execute it, where it passes through others on its way. */
  readonly destination?: string;
};

/** What a resync instruction says; the Despooler refuses one in which something is missing. */
export interface ResyncOrder {
  readonly command?: string;
  /** The SMSID. */
  readonly machine?: string;
  readonly domain?: string;
  /** When the Data Loader asked; whole seconds. */
  readonly time?: Instant;
}

/** The command of a resync order. */
export const resyncCommand = 'RESYNC';

/** The text of an instruction. */
export function printDespoolerOrder(instruction: DespoolerOrder): string {
  const rest =
    'order' in instruction ? resyncOrderEntries(instruction.order) : [['Package', instruction.package] as const];
  const { type, destination } = instruction;
  const way = destination === undefined ? [] : [['Destination', destination] as const];
  return printIni(iniOf([['Instruction', [['Type', instructionTypes[type]], ...way, ...rest]]]));
}

/** Reads an instruction; undefined for one that is corrupt or of no known type (event 1). */
export function parseDespoolerOrder(text: string): DespoolerOrder | undefined {
  const ini = parseIni(text);
  const field = (key: string) => iniValue(ini, 'Instruction', key);
  const types = Object.keys(instructionTypes) as (keyof typeof instructionTypes)[];
  const type = types.find((one) => instructionTypes[one] === field('Type'));
  const file = field('Package');
  if (type === undefined) return undefined;
  const destination = field('Destination');
  const way = destination === undefined ? {} : { destination };
  if (type === 'resync' || type === 'domainResync') return { type, ...way, order: parseResyncOrder(field) };
  return file === undefined ? undefined : { type, ...way, package: file };
}

/**
 * The event with which the Despooler refuses a resync order: 190 no command, 191 a wrong one or no time, 192 no
 * machine, 193 no domain, 194 a domain that is none of the site's. Undefined where it can be executed.
 */
export function resyncRefusal(order: ResyncOrder, domains: readonly string[]): number | undefined {
  const { command, machine, domain, time } = order;
  if (command === undefined) return 190;
  if (command !== resyncCommand || time === undefined) return 191;
  if (machine === undefined) return 192;
  if (domain === undefined) return 193;
  return domains.some((one) => one.toLowerCase() === domain.toLowerCase()) ? undefined : 194;
}

/** An order as entries of an INI; nothing is written for what is not given. */
export function resyncOrderEntries(order: ResyncOrder): readonly (readonly [string, string])[] {
  const { command, machine, domain, time } = order;
  return [
    ...(command === undefined ? [] : [['Command', command] as const]),
    ...(machine === undefined ? [] : [['Machine', machine] as const]),
    ...(domain === undefined ? [] : [['Domain', domain] as const]),
    ...(time === undefined ? [] : [['Time', printMifDate(time)] as const]),
  ];
}

/** Reads an order from the entries of an INI; an empty entry is none. */
export function parseResyncOrder(field: (key: string) => string | undefined): ResyncOrder {
  const [command, machine, domain] = ['Command', 'Machine', 'Domain'].map(field);
  const time = parseMifDate(field('Time') ?? '');
  return {
    ...(command ? { command } : {}),
    ...(machine ? { machine } : {}),
    ...(domain ? { domain } : {}),
    ...(time === undefined ? {} : { time }),
  };
}
