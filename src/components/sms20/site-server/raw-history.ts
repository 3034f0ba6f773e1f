import { assumed, inboxPath, type Site } from '../../../world/index.ts';

/** Where the site keeps what 16-bit clients reported last; the clients themselves keep nothing (Q202940). */
export const rawHistoryProvenance = assumed(
  'The comparison base of each 16-bit client lies in Inventry.box\\History; a resync deletes it, so that the next ' +
    'report passes as complete.',
  'Q202940',
);

/** The file with the last complete report of a 16-bit client. */
export function rawHistoryPath(site: Site, guid: string): string {
  return inboxPath(site, 'inventry.box', 'History', `${guid.replace(/^GUID:/i, '')}.raw`);
}
