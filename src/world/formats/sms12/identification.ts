import { documented, inferred } from '../../provenance.ts';
import { groupClass } from './attribute-declaration.ts';
import { groupOfClass } from './inventory-report.ts';
import type { InventoryGroup, InventoryReport } from './inventory-report.ts';

/** Names and keys of the group, and how SMSLocation is put together. */
export const identificationProvenance = documented('Q129125, Q138021, Q199229');

/** Delmif knows the SMSID alone, and the pragma of a group is the only command to delete that a MIF has. */
export const deleteMifProvenance = inferred(
  'Q188051, Resource Guide for SMS 1.2 (Differences Between SMS and the DMI 4.5 MIF Specification)',
  'SMS:Delete on the Identification group deletes the computer; a delete-MIF has no other group.',
);

/** The class by which the Data Loader finds the computer. */
export const identificationClass = 'MICROSOFT|IDENTIFICATION|1.0';
export const architectureClass = 'MICROSOFT|ARCHITECTURE|1.0';
export const workstationStatusClass = 'MICROSOFT|WORKSTATION_STATUS|1.0';

/** The architecture of all clients; a report that names none is about one of these. */
export const personalComputer = 'Personal Computer';

/** The attributes of the Identification group; a Macintosh without a name in its Sharing Setup reports none. */
export interface Identification {
  readonly name: string | null;
  readonly smsid: string | null;
  readonly site: string | null;
  readonly domain: string | null;
  readonly netCardId: string | null;
  readonly systemRole: string | null;
  readonly systemType: string | null;
  readonly logOnName: string | null;
}

/** The Identification group: keys NetCardID, SMSID and Name (`Key = 6,2,1`). */
export function identificationGroup(identification: Identification): InventoryGroup {
  const { name, smsid, site, domain, netCardId, systemRole, systemType, logOnName } = identification;
  return {
    class: identificationClass,
    name: 'Identification',
    keys: groupClass(identificationClass)?.keys ?? [],
    attributes: {
      Name: name,
      SMSID: smsid,
      SMSLocation: smsLocation(identification),
      Site: site,
      Domain: domain,
      NetCardID: netCardId,
      SystemRole: systemRole,
      SystemType: systemType,
      'LogOn Name': logOnName,
    },
  };
}

/** `LAM|LAMWORLD|`: site code, domain and name; computers without a name share it (Q129125). */
export function smsLocation({ site, domain, name }: Pick<Identification, 'site' | 'domain' | 'name'>): string {
  return [site, domain, name].map((part) => part ?? '').join('|');
}

/** The identification of a report; undefined for a NOIDMIF, which has none. */
export function identificationOf(report: InventoryReport): Identification | undefined {
  const group = groupOfClass(report, identificationClass);
  if (group === undefined) return undefined;
  const text = (attribute: string) => {
    const value = group.attributes[attribute] ?? null;
    return value === null ? null : String(value);
  };
  return {
    name: text('Name'),
    smsid: text('SMSID'),
    site: text('Site'),
    domain: text('Domain'),
    netCardId: text('NetCardID'),
    systemRole: text('SystemRole'),
    systemType: text('SystemType'),
    logOnName: text('LogOn Name'),
  };
}

/** The Architecture group, which an IDMIF needs beside its Identification group. */
export function architectureGroup(architecture: string): InventoryGroup {
  const attributes = { ArchitectureName: architecture };
  return { class: architectureClass, name: 'Architecture', keys: [], attributes };
}

/** The architecture that a report is about. */
export function architectureOf(report: InventoryReport): string {
  const name = groupOfClass(report, architectureClass)?.attributes['ArchitectureName'] ?? null;
  return name === null ? personalComputer : String(name);
}

/** A delete-MIF, as Delmif writes it and as the losing sites of a moved computer get it. */
export function deletionReport(smsid: string): InventoryReport {
  const attributes = { SMSID: smsid };
  const group = { class: identificationClass, name: 'Identification', keys: ['SMSID'], attributes } as const;
  return { groups: [{ ...group, pragma: 'SMS:Delete' }] };
}

/** Whether a report deletes its computer. */
export function isDeletion(report: InventoryReport): boolean {
  return groupOfClass(report, identificationClass)?.pragma === 'SMS:Delete';
}
