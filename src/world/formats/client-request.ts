import type { Instant } from '../../kernel/index.ts';
import { inferred } from '../provenance.ts';
import { iniOf, iniValue, parseIni, printIni } from './ini.ts';
import { parsed, syntaxError, type Parsed } from './text-document.ts';
import { parseRegistryTime, printRegistryTime } from './time-text.ts';

/** What names the computer is told; the names of the lines are those of later versions. */
export const clientRequestProvenance = inferred(
  'Q262298, Q242926',
  'A request names one computer; section and names are those of later versions, but for what is noted of its state.',
);

/** A client configuration request: on which computer the client is to be installed. */
export interface ClientRequest {
  /** NetBIOS name. */
  readonly machineName: string;
  /** When it was tried first, on the clock of the site server; undefined before that. */
  readonly firstTry?: Instant;
  /** Whether the computer is known to be a client already, of other sites than the one that asks. */
  readonly isClient?: true;
  /** Whether the bootstrap loader has been started for it. */
  readonly isBegun?: true;
}

const section = 'NT Client Configuration Request';
const clientKey = 'Existing Client';
const begunKey = 'Installation Begun';

/** The text of a .CCR file. */
export function printClientRequest({ machineName, firstTry, isClient, isBegun }: ClientRequest): string {
  const lines = [
    ['Client Type', '1'] as const,
    ['Machine Name', machineName] as const,
    ...(firstTry === undefined ? [] : [['First Try', printRegistryTime(firstTry)] as const]),
    ...(isClient === undefined ? [] : [[clientKey, '1'] as const]),
    ...(isBegun === undefined ? [] : [[begunKey, '1'] as const]),
  ];
  return printIni(iniOf([[section, lines]]));
}

/** Reads a .CCR file; one that names no computer is of no use. */
export function parseClientRequest(text: string): Parsed<ClientRequest> {
  const ini = parseIni(text);
  const machineName = iniValue(ini, section, 'Machine Name') ?? '';
  if (machineName === '') return syntaxError(1, text.split(/\r?\n/, 1)[0] ?? '');
  const firstTry = parseRegistryTime(iniValue(ini, section, 'First Try') ?? '');
  return parsed({
    machineName,
    ...(firstTry === undefined ? {} : { firstTry }),
    ...(iniValue(ini, section, clientKey) === '1' ? { isClient: true } : {}),
    ...(iniValue(ini, section, begunKey) === '1' ? { isBegun: true } : {}),
  });
}
