import {
  documented,
  eventIdentity,
  eventText,
  identificationOf,
  inferred,
  smsLocation,
  type InventoryReport,
  type Match,
  type StoredIdentification,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { writeSmsEvent } from '../sms-events.ts';
import { requestResync } from './resync-job.ts';

const numbers = inferred('Q122178, Q138021', 'Which event belongs to which step follows from the texts of the events.');

const validation = documented('Q129125');

/** The frame of event 180 in the article; the events of the same kind have it too. */
const action = { operation: 'Validation', object: 'MIF', objectName: 'SMS' } as const;

/** The events of the search for the computer of a report. */
export function tellOfMatch(self: Self, report: InventoryReport, match: Match): void {
  const current = reportedIdentity(report);
  if (match.found === 'several') {
    const [id, insert] = match.by === 'all keys' ? [183, current] : [185, identificationOf(report)?.smsid ?? ''];
    return writeMatchEvent(self, id, { X: insert });
  }
  if (match.found === 'one' && match.by === 'SMSID') {
    writeMatchEvent(self, 182, { X: current, Y: storedIdentity(match.machine) });
  }
  const id = match.found === 'one' ? 181 : 180;
  for (const other of match.overlapping) writeMatchEvent(self, id, { X: current, Y: storedIdentity(other) });
  return undefined;
}

/** A resync job for the computer of a report, and event 186. */
export function askForResync(self: Self, report: InventoryReport): void {
  const { smsid = null, domain = null, site = null } = identificationOf(report) ?? {};
  if (smsid === null) return;
  requestResync(self, { smsid, domain: domain ?? '', site: site ?? self.site.code });
  writeSmsEvent(self, 186, 'Information', eventText(186, { X: domain ?? '', Y: smsid }));
}

function writeMatchEvent(self: Self, id: number, inserts: Readonly<Record<string, string>>): void {
  self.restsOn('events of the search', numbers);
  self.restsOn('frame of the events of the search', validation);
  writeSmsEvent(self, id, 'Information', eventText(id, inserts), { action });
}

function reportedIdentity(report: InventoryReport): string {
  const whose = identificationOf(report);
  if (whose === undefined) return '';
  return eventIdentity(whose.smsid ?? '', smsLocation(whose), whose.netCardId ?? '');
}

function storedIdentity({ attributes }: StoredIdentification): string {
  const text = (name: string): string => String(attributes[name] ?? '');
  return eventIdentity(text('SMSID'), text('SMSLocation'), text('NetCardID'));
}
