import { z } from 'zod';
import { traceKinds, type TraceRecord } from '../kernel/index.ts';
import type { World } from '../world/index.ts';
import { fitsWildcard, matches, patternText } from './patterns.ts';
import { componentName, computerName, stepName } from './references.ts';

/** What can happen to a file. */
export const fileChanges = ['appears', 'written', 'half copied', 'deleted', 'any'] as const;

/** Something that happens, as a scenario describes it; seen in the trace the moment it is written there. */
export const eventSchema = z
  .strictObject({
    'log line': z
      .strictObject({
        computer: computerName().optional().describe('Where; any computer without it'),
        file: z.string().optional().describe('Log file: Dataldr.log'),
        text: patternText().describe('Part of the line, or /regular expression/'),
      })
      .optional()
      .describe('A line is written to a log'),
    file: z
      .strictObject({
        on: computerName().optional().describe('Computer of a local path'),
        path: z.string().describe('Local or UNC path; * and ? within a folder'),
        change: z.enum(fileChanges).default('appears').describe('What happens to it'),
      })
      .optional()
      .describe('A file appears, is written, is half copied or deleted'),
    state: z
      .strictObject({
        computer: computerName().optional(),
        component: componentName(),
        state: patternText().describe('The state that its machine enters'),
      })
      .optional()
      .describe('A component enters a state'),
    'status message': z
      .strictObject({
        computer: computerName().optional(),
        component: z.string().optional().describe('The component that reports it'),
        id: z.number().int().optional().describe('Message number: 2719'),
        text: patternText().optional(),
      })
      .optional()
      .describe('A status message is reported'),
    record: z
      .strictObject({
        kind: z.enum(traceKinds).optional(),
        process: patternText().optional().describe('COMPUTER/component'),
        subject: patternText().optional(),
        detail: patternText().optional(),
      })
      .optional()
      .describe('Any record of the trace'),
    step: stepName().optional().describe('A step of this scenario, by its name'),
  })
  .refine((event) => Object.values(event).filter((one) => one !== undefined).length === 1, {
    message: 'an event is exactly one of log line, file, state, status message, record, step',
  });

export type EventPattern = z.infer<typeof eventSchema>;

/** Whether a record is what an event describes; paths are looked up in the world as it is at that moment. */
export function isEvent(event: EventPattern, record: TraceRecord, world: World): boolean {
  if (event['log line'] !== undefined) return isLogLine(event['log line'], record);
  if (event.file !== undefined) return isFileChange(event.file, record, world);
  if (event.state !== undefined) return isState(event.state, record);
  if (event['status message'] !== undefined) return isStatusMessage(event['status message'], record);
  if (event.step !== undefined) return record.kind === 'step' && record.subject === event.step;
  const { kind, process, subject, detail } = event.record ?? {};
  if (kind !== undefined && kind !== record.kind) return false;
  return fits(process, record.process) && fits(subject, record.subject) && fits(detail, record.detail);
}

/** The computer and local path behind a path as a scenario writes it; undefined while there is no such share. */
export function locatePath(world: World, path: string, on?: string): { computer: string; path: string } | undefined {
  if (!path.startsWith('\\\\')) return on === undefined ? undefined : { computer: on, path };
  const [server = '', share = '', ...rest] = path.slice(2).split('\\');
  const folder = world.computer(server)?.files.resolveShare(share);
  return folder === undefined ? undefined : { computer: server, path: [folder, ...rest].join('\\') };
}

function isLogLine(event: NonNullable<EventPattern['log line']>, record: TraceRecord): boolean {
  if (record.kind !== 'log' || !isOn(event.computer, record)) return false;
  if (event.file !== undefined && !fitsWildcard(event.file, record.subject)) return false;
  return matches(event.text, record.detail);
}

function isFileChange(event: NonNullable<EventPattern['file']>, record: TraceRecord, world: World): boolean {
  if (record.kind !== 'file') return false;
  if (event.change !== 'any' && !changeWords[event.change].some((word) => record.detail.startsWith(word))) return false;
  const colon = record.subject.indexOf(':');
  const place = locatePath(world, event.path, event.on);
  if (place === undefined) {
    return !event.path.startsWith('\\\\') && fitsWildcard(event.path, record.subject.slice(colon + 1));
  }
  if (place.computer.toUpperCase() !== record.subject.slice(0, colon).toUpperCase()) return false;
  return fitsWildcard(place.path, record.subject.slice(colon + 1));
}

/** How the file system words its changes. */
const changeWords: Readonly<Record<(typeof fileChanges)[number], readonly string[]>> = {
  appears: ['created', 'renamed'],
  written: ['written', 'appended'],
  'half copied': ['half copied'],
  deleted: ['deleted'],
  any: [''],
};

function isState(event: NonNullable<EventPattern['state']>, record: TraceRecord): boolean {
  if (record.kind !== 'transition' || !isOn(event.computer, record)) return false;
  if (record.process.slice(record.process.indexOf('/') + 1) !== event.component) return false;
  const target = record.subject.slice(record.subject.lastIndexOf('--> ') + 4);
  return matches(event.state, target);
}

function isStatusMessage(event: NonNullable<EventPattern['status message']>, record: TraceRecord): boolean {
  if (record.kind !== 'status' || !isOn(event.computer, record)) return false;
  const all = `${record.process} ${record.subject} ${record.detail}`;
  if (event.component !== undefined && !all.includes(event.component)) return false;
  if (event.id !== undefined && !new RegExp(`\\b${event.id}\\b`).test(`${record.subject} ${record.detail}`))
    return false;
  return fits(event.text, record.detail);
}

function fits(pattern: string | undefined, text: string): boolean {
  return pattern === undefined || matches(pattern, text);
}

function isOn(computer: string | undefined, record: TraceRecord): boolean {
  return computer === undefined || record.process.split('/', 1)[0]?.toUpperCase() === computer.toUpperCase();
}
