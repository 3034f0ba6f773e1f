import { isoTime, type Instant } from '../../kernel/index.ts';
import { inferred } from '../provenance.ts';
import { jobPriorities, type JobPriority } from '../site.ts';
import { iniOf, iniValue, parseIni, printIni } from './ini.ts';
import { parsed, syntaxError } from './text-document.ts';
import type { Parsed } from './text-document.ts';
import { parseIsoTime } from './time-text.ts';
import type { InventoryComponent } from './resync-request.ts';

/** Extensions and folders are those of Q212978 and the guides; what the files say is the least that is needed. */
export const siteJobProvenance = inferred(
  'Q212978, Resource Guide for SMS 1.2 (site-to-site flow)',
  'Jobs, send requests and instructions are INI files with destination, priority, times and names.',
);

/** A `.job`: a package that is to go to another site. */
export interface SiteJob {
  /** Code of the site to which it is sent. */
  readonly destination: string;
  readonly priority: JobPriority;
  readonly created: Instant;
  /** Not tried before, after a failure. */
  readonly notBefore: Instant;
  readonly state: 'pending' | 'active';
}

/** A `.srq`, `.srs` while a sender has it. */
export interface SendRequest {
  readonly destination: string;
  readonly server: string;
  readonly priority: JobPriority;
  /** Per cent of the connection. */
  readonly limit: number;
  readonly created: Instant;
  readonly status: 'pending' | 'sending' | 'completed' | 'failed';
}

/** An instruction for the Despooler: a package to take apart or to set up, or a client to be asked for inventory. */
export type DespoolerInstruction =
  | { readonly type: 'REPLICATION' | 'SITE SETUP'; readonly package: string }
  | { readonly type: 'INVRESYNC'; readonly guid: string; readonly component: InventoryComponent };

/** The text of a `.job`. */
export function printSiteJob(job: SiteJob): string {
  return ini('Job', [
    ['Destination', job.destination],
    ['Priority', job.priority],
    ['Created', isoTime(job.created)],
    ['Not Before', isoTime(job.notBefore)],
    ['State', job.state],
  ]);
}

/** Reads a `.job`. */
export function parseSiteJob(text: string): Parsed<SiteJob> {
  const field = reader(text, 'Job');
  const priority = jobPriorities.find((one) => one === field('Priority'));
  const state = (['pending', 'active'] as const).find((one) => one === field('State'));
  const created = parseIsoTime(field('Created'));
  const notBefore = parseIsoTime(field('Not Before'));
  if (priority === undefined || state === undefined || created === undefined || notBefore === undefined) {
    return wrong(text);
  }
  return parsed({ destination: field('Destination'), priority, state, created, notBefore });
}

/** The text of a `.srq`. */
export function printSendRequest(request: SendRequest): string {
  return ini('Request', [
    ['Destination', request.destination],
    ['Server', request.server],
    ['Priority', request.priority],
    ['Limit', String(request.limit)],
    ['Created', isoTime(request.created)],
    ['Status', request.status],
  ]);
}

/** Reads a `.srq` or `.srs`. */
export function parseSendRequest(text: string): Parsed<SendRequest> {
  const field = reader(text, 'Request');
  const priority = jobPriorities.find((one) => one === field('Priority'));
  const status = (['pending', 'sending', 'completed', 'failed'] as const).find((one) => one === field('Status'));
  const created = parseIsoTime(field('Created'));
  if (priority === undefined || status === undefined || created === undefined) return wrong(text);
  const limit = Number(field('Limit'));
  return parsed({ destination: field('Destination'), server: field('Server'), priority, limit, created, status });
}

/** The text of an instruction. */
export function printInstruction(instruction: DespoolerInstruction): string {
  const { type } = instruction;
  if (type !== 'INVRESYNC')
    return ini('Instruction', [
      ['Type', type],
      ['Package', instruction.package],
    ]);
  const { guid, component } = instruction;
  return ini('Instruction', [
    ['Type', type],
    ['GUID', guid],
    ['Component', component],
  ]);
}

/** Reads an instruction. */
export function parseInstruction(text: string): Parsed<DespoolerInstruction> {
  const field = reader(text, 'Instruction');
  const type = (['REPLICATION', 'SITE SETUP'] as const).find((one) => one === field('Type'));
  if (type !== undefined) return parsed({ type, package: field('Package') });
  const component = (['HW', 'SW'] as const).find((one) => one === field('Component'));
  if (field('Type') !== 'INVRESYNC' || component === undefined) return wrong(text);
  return parsed({ type: 'INVRESYNC', guid: field('GUID'), component });
}

function ini(section: string, values: readonly (readonly [string, string])[]): string {
  return printIni(iniOf([[section, values]]));
}

function reader(text: string, section: string): (name: string) => string {
  const read = parseIni(text);
  return (name) => iniValue(read, section, name) ?? '';
}

function wrong(text: string): Parsed<never> {
  return syntaxError(1, text.split(/\r?\n/, 1)[0] ?? '');
}
