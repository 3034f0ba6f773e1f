import { documented, inferred } from '../../provenance.ts';
import { eventTextTable } from './event-text-table.ts';

/** Numbers and texts of the events. */
export const eventTextProvenance = documented('Q122177, Q122178, Q122179');

/** Of Q122181 only these two texts are known, the first without its end. */
export const jobEventTextProvenance = inferred('Q122181', 'Event 374 ends behind the domain.');

/** What a component fills in, by the letters of the articles: X, Y, Z, N or A to G. */
export type EventInserts = Readonly<Record<string, string>>;

const texts = new Map(eventTextTable);

/**
 * The text of an event with its places filled in; places that are not given stay as the articles print them. The
 * letter A is a place in brackets only, elsewhere it is a word.
 */
export function eventText(id: number, inserts: EventInserts = {}): string {
  const text = texts.get(id);
  if (text === undefined) throw new Error(`No text is known for event ${id} of SMS 1.2.`);
  return text.replace(/(?<=[(<[])A(?=[)>\]])|\b[B-Z]\b/g, (letter) => inserts[letter] ?? letter);
}

/** Numbers of all events whose texts are known, ascending. */
export const eventIds: readonly number[] = eventTextTable.map(([id]) => id);

/** What the events of overlapping identities (180 to 183) call a computer (Q129125). */
export function eventIdentity(smsid: string, smsLocation: string, netCardId: string): string {
  return `SMSID = ${smsid}, SMSLocation = ${smsLocation}, NetCardID = ${netCardId}`;
}
