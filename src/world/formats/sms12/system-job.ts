import type { Instant } from '../../../kernel/index.ts';
import { inferred } from '../../provenance.ts';
import { jobPriorities, type JobPriority } from '../../site.ts';
import { iniOf, iniValue, parseIni, printIni } from '../ini.ts';
import { parsed, syntaxError } from '../text-document.ts';
import type { Parsed } from '../text-document.ts';
import { parseMifDate, printMifDate } from './mif-date.ts';
import { parseResyncOrder, resyncOrderEntries } from './despooler-instruction.ts';
import type { ResyncOrder } from './despooler-instruction.ts';

/** Folder, extension and kinds of work are documented; send requests are those of site-job.ts. */
export const systemJobProvenance = inferred(
  'Q183236, Q185353, Resource Guide for SMS 1.2 (Site Server Services, Resynchronizing Inventory Information)',
  'A system job is an INI with its work, destination, priority, time and state.',
);

/** A job that services give to the Scheduler (`*.JOB` in SCHEDULE.BOX); administrators do not see it. */
export interface SystemJob {
  readonly work: SystemJobWork;
  /** Code of the site that is to execute it; the site itself for its own clients. */
  readonly destination: string;
  readonly priority: JobPriority;
  /** Whole seconds. */
  readonly created: Instant;
  /** Stays Pending where the log of the database is full (Q183236). */
  readonly state: 'Pending' | 'Active' | 'Complete' | 'Failed';
}

/** Files of a folder that are to go to the other site, or the order to ask one computer for its inventory. */
export type SystemJobWork =
  /** `INVENTORY`: MIFs for the Data Loader there; `SITECONTROL`: site control files. */
  | { readonly kind: 'INVENTORY' | 'SITECONTROL'; readonly folder: string }
  | { readonly kind: 'RESYNC'; readonly order: ResyncOrder };

const states = ['Pending', 'Active', 'Complete', 'Failed'] as const;

/** The text of a `.JOB`. */
export function printSystemJob({ work, destination, priority, created, state }: SystemJob): string {
  return printIni(
    iniOf([
      [
        'System Job',
        [
          ['Work', work.kind],
          ['Destination', destination],
          ['Priority', priority],
          ['Created', printMifDate(created)],
          ['State', state],
          ...(work.kind === 'RESYNC' ? resyncOrderEntries(work.order) : [['Folder', work.folder] as const]),
        ],
      ],
    ]),
  );
}

/** Reads a `.JOB`; line 1 is blamed for whatever is missing. */
export function parseSystemJob(text: string): Parsed<SystemJob> {
  const ini = parseIni(text);
  const field = (key: string) => iniValue(ini, 'System Job', key);
  const work = workOf(field);
  const created = parseMifDate(field('Created') ?? '');
  const priority = jobPriorities.find((one) => one === field('Priority'));
  const state = states.find((one) => one === field('State'));
  if (work === undefined || created === undefined || priority === undefined || state === undefined) {
    return syntaxError(1, text.split(/\r?\n/, 1)[0] ?? '');
  }
  return parsed({ work, destination: field('Destination') ?? '', priority, created, state });
}

function workOf(field: (key: string) => string | undefined): SystemJobWork | undefined {
  const kind = field('Work');
  if (kind === 'RESYNC') return { kind, order: parseResyncOrder(field) };
  const folder = field('Folder');
  return folder === undefined || (kind !== 'INVENTORY' && kind !== 'SITECONTROL') ? undefined : { kind, folder };
}
