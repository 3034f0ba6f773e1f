import type { Instant } from '../../../kernel/index.ts';
import { assumed } from '../../provenance.ts';
import { architectureGroup, architectureOf } from './identification.ts';
import type { InventoryReport } from './inventory-report.ts';
import { parseMifDate, printMifDate } from './mif-date.ts';

/** Events travel as MIFs of their own architecture (extension .EMF) and never cause a resync. */
export const eventMifProvenance = assumed(
  'An event MIF has the architecture SMSEvent and one group: number, time, component, computer, site and text.',
  'Q129125, Q169491, Resource Guide for SMS 1.2 (Site Server Services)',
);

/** The architecture of event MIFs; GroupMap has it under this name. */
export const eventArchitecture = 'SMSEvent';

/** An event on its way into the database and to the parent site. */
export interface EventRecord {
  readonly id: number;
  /** Whole seconds. */
  readonly time: Instant;
  readonly component: string;
  readonly machineName: string;
  readonly siteCode: string;
  readonly text: string;
}

const eventClass = 'MICROSOFT|SMS_EVENT|1.0';

/** The event as a report; printed like every MIF that the Data Loader reads. */
export function eventReport(event: EventRecord): InventoryReport {
  const attributes = {
    'Event ID': event.id,
    Time: printMifDate(event.time),
    Component: event.component,
    'Machine Name': event.machineName,
    'Site Code': event.siteCode,
    Description: event.text,
  };
  return {
    groups: [architectureGroup(eventArchitecture), { class: eventClass, name: 'Event', keys: [], attributes }],
  };
}

/** The event that a report tells; undefined for a report of another architecture. */
export function eventOf(report: InventoryReport): EventRecord | undefined {
  const group = report.groups.find((one) => one.class === eventClass);
  if (group === undefined || architectureOf(report) !== eventArchitecture) return undefined;
  const text = (name: string) => String(group.attributes[name] ?? '');
  const time = parseMifDate(text('Time'));
  if (time === undefined) return undefined;
  return {
    id: Number(text('Event ID')),
    time,
    component: text('Component'),
    machineName: text('Machine Name'),
    siteCode: text('Site Code'),
    text: text('Description'),
  };
}
