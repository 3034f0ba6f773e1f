import { isoTime } from '../../kernel/index.ts';
import type { EventRecord } from '../formats/sms12/event-mif.ts';
import { parseIsoTime } from '../formats/time-text.ts';
import { assumed } from '../provenance.ts';
import type { SiteDatabase } from '../site-database/site-database.ts';
import type { SqlOutcome } from '../site-database/sql-failure.ts';

/** The SMS Event Viewer reads the database; an event travels to it as a MIF. */
export const eventsProvenance = assumed(
  'An event of the SMS Event Viewer is a row of SMSEvent with what its Windows NT event says.',
  'Q129125, Q169491',
);

/** Stores an event. */
export function storeEvent(database: SiteDatabase, event: EventRecord): SqlOutcome<undefined> {
  return database.transaction((sql) => {
    sql.run(
      `insert into SMSEvent (EventID, EventTime, SiteCode, MachineName, Component, Description)
        values (?, ?, ?, ?, ?, ?)`,
      event.id,
      isoTime(event.time),
      event.siteCode,
      event.machineName,
      event.component,
      event.text,
    );
    return undefined;
  });
}

/** The events in the order in which they were stored. */
export function storedEvents(database: SiteDatabase): SqlOutcome<readonly EventRecord[]> {
  return database.read((sql) =>
    sql.all('select * from SMSEvent order by datakey').map((row) => ({
      id: Number(row['EventID']),
      time: parseIsoTime(String(row['EventTime'])) ?? 0,
      siteCode: String(row['SiteCode']),
      machineName: String(row['MachineName']),
      component: String(row['Component']),
      text: String(row['Description']),
    })),
  );
}
