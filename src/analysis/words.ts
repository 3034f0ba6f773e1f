import type { TraceRecord } from '../kernel/index.ts';

/** One sentence about a record, without its time: who did what. */
export function inWords(record: TraceRecord): string {
  const { process, subject } = record;
  const detail = record.detail.replaceAll(/\s+/g, ' ');
  switch (record.kind) {
    case 'step':
      return detail === '' ? `the scenario: ${subject}` : `the scenario: ${subject} ${detail}`;
    case 'delivery':
      return `${process} receives "${readable(subject)}" from ${detail}`;
    case 'transition':
      return `${process} moves: ${subject}`;
    case 'answer':
      return `${process}: ${subject}? ${detail}`;
    case 'ignored':
      return `${process} ignores "${readable(subject)}" while ${detail}`;
    case 'undeliverable':
      return `"${readable(subject)}" cannot be delivered to ${process}: ${detail}`;
    case 'note':
      return `${process}: ${subject}${detail === '' ? '' : `: ${detail}`}`;
    case 'file':
      return fileWords(record);
    case 'traffic':
      return `${process}: ${detail} pass ${subject.replace(' > ', ' to ')}`;
    case 'log':
      return `${process} logs in ${subject}: ${detail.replaceAll('~', ' ').trim()}`;
    default:
      return `${process}: ${nouns[record.kind] ?? record.kind} ${subject}${detail === '' ? '' : `, ${detail}`}`;
  }
}

/** A text without its numbers and times, by which things of one sort are recognized. */
export function general(text: string): string {
  return text.replaceAll(/[\dA-Fa-f]*\d[\dA-Fa-f]*/g, '#');
}

/** The path part of a file record's subject, `COMPUTER:C:\...`. */
export function pathOf(record: TraceRecord): string {
  return record.subject.slice(record.subject.indexOf(':') + 1);
}

/** The extension of a path in lower case, with its dot; empty where there is none. */
export function extensionOf(path: string): string {
  return /\.[^.\\]*$/.exec(path)?.[0].toLowerCase() ?? '';
}

const nouns: Readonly<Partial<Record<TraceRecord['kind'], string>>> = {
  status: 'status message',
  event: 'NT event',
  window: 'dialog box',
  process: 'program',
  database: 'in the site database:',
  user: 'user',
  setting: 'site setting',
};

function fileWords(record: TraceRecord): string {
  const at = record.subject.indexOf(':');
  const place = `\\\\${record.subject.slice(0, at)} ${record.subject.slice(at + 1)}`;
  const [verb = '', ...rest] = record.detail.split(' ');
  return `${record.process}: ${verb} ${place}${rest.length > 0 ? ` (${rest.join(' ')})` : ''}`;
}

/** `xstate.after.<delay>.<state>` is a timer that the person knows by the name of its delay. */
function readable(message: string): string {
  const delay = /^xstate\.after\.(.*?)\.[^.]*(?:\.|$)/.exec(message)?.[1];
  return delay === undefined ? message : `after ${delay}`;
}
