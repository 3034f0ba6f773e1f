import { isoTime } from '../../kernel/index.ts';
import type { Instant } from '../../kernel/index.ts';
import { assumed, inferred } from '../provenance.ts';
import { mifHeader, printMif } from './mif.ts';
import type { Mif, MifAttribute, MifGroup, MifHeader } from './mif.ts';
import { parseMif } from './mif-parser.ts';
import { syntaxError } from './text-document.ts';
import type { Parsed } from './text-document.ts';
import { remembering } from './text-memo.ts';
import { parseIsoTime } from './time-text.ts';

/** The MIF grammar is documented, the agent's own use of it is not. */
export const hardwareReportProvenance = assumed(
  "The agent writes a MIF of architecture System with the guides' header comments; groups of a delta carry pragmas.",
  'Resource Guide ch. 10 (pragmas work in .nhm only), Q319167',
);

/** What the Hardware Inventory Agent reports about one computer (Hinvdat.hic, Hinvdat.hid, .nhm, .mif). */
export interface HardwareReport {
  readonly guid: string;
  readonly computerName: string;
  readonly siteCode: string;
  readonly kind: 'complete' | 'delta';
  /** Start of the inventory on the client's clock. */
  readonly time: Instant;
  readonly groups: readonly HardwareGroup[];
}

/** One instance of an inventoried class. */
export interface HardwareGroup {
  /** The display name, `PC BIOS`. */
  readonly name: string;
  /** `MICROSOFT|PC_BIOS|1.0`. */
  readonly class: string;
  /** Names of the key attributes; empty for a class with one instance. */
  readonly key: readonly string[];
  /** Deltas only: what is to become of the stored instance. */
  readonly pragma?: HardwarePragma;
  readonly attributes: readonly HardwareAttribute[];
}

/** What a delta does to one instance. */
export type HardwarePragma = 'add' | 'update' | 'delete';

/** One property of an instance. */
export type HardwareAttribute =
  /** `length`: what the attribute is declared with, where that is known. */
  | { readonly name: string; readonly type: 'string'; readonly value: string; readonly length?: number }
  | { readonly name: string; readonly type: 'integer'; readonly value: number };

/** The agent reports strings of at most 256 bytes (Q298686): 255 and the end mark. */
export const longestHardwareString = 255;

const identificationClass = 'MICROSOFT|IDENTIFICATION|1.0';

/** The class of the group System; its column SMSID holds texts of this length (Q293225). */
export const systemClass = 'SYSTEM';
export const longestIdentifier = 48;

/** The articles query and widen the group, and none says from which part of a report it is filled. */
export const systemGroupProvenance = inferred(
  'Q254735, Q278298, Q293225',
  'The group System holds name and identifier of every machine, as the identification of its report gives them.',
);

/** The group System of a reported machine: two names under one identifier make history of each other (Q254735). */
export function systemGroup(report: HardwareReport): HardwareGroup {
  const { computerName, guid } = report;
  return {
    name: 'System',
    class: systemClass,
    key: [],
    attributes: [
      { name: 'Name', type: 'string', value: computerName },
      { name: 'SMSID', type: 'string', value: guid, length: longestIdentifier },
    ],
  };
}

/** The report as a MIF; identification first, then its groups in order. */
export function hardwareMif(report: HardwareReport): Mif {
  const headers: readonly MifHeader[] = [
    { keyword: 'Architecture', values: ['System'] },
    { keyword: 'UniqueID', values: [report.guid] },
    { keyword: 'AgentID', values: ['Hardware Inventory Agent'] },
    ...(report.kind === 'complete' ? [{ keyword: 'FullResync', values: ['1'] } as const] : []),
  ];
  const groups = [identification(report), ...report.groups];
  return { headers, name: 'System', groups: groups.map((group, index) => mifGroup(group, index + 1)) };
}

/** Reads the report out of a MIF; one without UniqueID or identification group is no agent's report. */
export function hardwareReportOf(mif: Mif): HardwareReport | undefined {
  const [first, ...groups] = mif.groups;
  const guid = mifHeader(mif, 'UniqueID');
  const time = parseIsoTime(valueOf(first, 'Inventory Time'));
  if (guid === undefined || first?.class !== identificationClass || time === undefined) return undefined;
  return {
    guid,
    computerName: valueOf(first, 'Name'),
    siteCode: valueOf(first, 'Site Code'),
    kind: mifHeader(mif, 'FullResync') === '1' ? 'complete' : 'delta',
    time,
    groups: groups.map((group) => remembered(hardwareGroups, group, hardwareGroup)),
  };
}

/** The text of the report's MIF. */
export function printHardwareReport(report: HardwareReport): string {
  return printMif(hardwareMif(report));
}

/** Reads a report from its text; a well-formed MIF of another kind answers a syntax error at line 1. */
export const parseHardwareReport = remembering((text: string): Parsed<HardwareReport> => {
  const mif = parseMif(text);
  if (!mif.ok) return mif;
  const value = hardwareReportOf(mif.value);
  return value === undefined ? syntaxError(1, 'Start') : { ok: true, value };
}, 4);

/**
 * The delta that leads from one complete report to the next: instances compare by class and key values, in the order
 * of `after`, deletions last. A changed instance is sent whole, a deleted one with its keys. With no change the delta
 * has no groups and is sent all the same, carrying the identification alone (Q319167: about 6 KB).
 */
export function compareHardware(before: HardwareReport, after: HardwareReport): HardwareReport {
  const old = new Map(before.groups.map((group) => [hardwareIdentity(group), group]));
  const now = new Set(after.groups.map(hardwareIdentity));
  const changes = after.groups.flatMap((group): readonly HardwareGroup[] => {
    const stored = old.get(hardwareIdentity(group));
    if (stored === undefined) return [{ ...group, pragma: 'add' }];
    return sameAttributes(stored, group) ? [] : [{ ...group, pragma: 'update' }];
  });
  const gone = before.groups.filter((group) => !now.has(hardwareIdentity(group)));
  return { ...after, kind: 'delta', groups: [...changes, ...gone.map(deletion)] };
}

/** What tells one instance from all others of a computer: its class and the values of its key attributes. */
export function hardwareIdentity(group: HardwareGroup): string {
  return remembered(identities, group, identityOf);
}

function identityOf(group: HardwareGroup): string {
  const keys = group.key.map((name) => group.attributes.find((one) => one.name === name)?.value ?? null);
  return JSON.stringify([group.class, ...keys]);
}

function deletion(group: HardwareGroup): HardwareGroup {
  return { ...group, pragma: 'delete', attributes: group.attributes.filter(({ name }) => group.key.includes(name)) };
}

function sameAttributes(a: HardwareGroup, b: HardwareGroup): boolean {
  return remembered(shapes, a, shapeOf) === remembered(shapes, b, shapeOf);
}

function shapeOf({ attributes }: HardwareGroup): string {
  return JSON.stringify(attributes.map((one) => [one.name, one.value]));
}

/** What was once made of a group; computers of one model share their groups. */
const identities = new WeakMap<HardwareGroup, string>();
const shapes = new WeakMap<HardwareGroup, string>();
const hardwareGroups = new WeakMap<MifGroup, HardwareGroup>();

function remembered<From extends object, To>(known: WeakMap<From, To>, from: From, make: (from: From) => To): To {
  const found = known.get(from);
  if (found !== undefined) return found;
  const made = make(from);
  known.set(from, made);
  return made;
}

function identification(report: HardwareReport): HardwareGroup {
  const text = (name: string, value: string) => ({ name, type: 'string', value }) as const;
  return {
    name: 'Identification',
    class: identificationClass,
    key: [],
    attributes: [
      text('Name', report.computerName),
      text('SMS Unique Identifier', report.guid),
      text('Site Code', report.siteCode),
      text('Inventory Time', isoTime(report.time)),
    ],
  };
}

function mifGroup(group: HardwareGroup, id: number): MifGroup {
  return {
    name: group.name,
    id,
    class: group.class,
    key: group.key.map((name) => group.attributes.findIndex((one) => one.name === name) + 1),
    ...(group.pragma === undefined ? {} : { pragma: `sms:${group.pragma}` }),
    attributes: group.attributes.map(mifAttribute),
  };
}

function mifAttribute(attribute: HardwareAttribute, index: number): MifAttribute {
  const common = { name: attribute.name, id: index + 1, access: 'READ-ONLY', storage: 'Specific' };
  if (attribute.type === 'integer') return { ...common, type: { name: 'Integer' }, value: attribute.value };
  const length = Math.max(longestHardwareString, attribute.value.length);
  return { ...common, type: { name: 'String', length }, value: attribute.value };
}

function hardwareGroup(group: MifGroup): HardwareGroup {
  const pragma = (['add', 'update', 'delete'] as const).find((one) => group.pragma?.toLowerCase() === `sms:${one}`);
  return {
    name: group.name,
    class: group.class,
    key: group.key.flatMap((id) => group.attributes.find((one) => one.id === id)?.name ?? []),
    ...(pragma === undefined ? {} : { pragma }),
    attributes: group.attributes.map(({ name, value }) =>
      typeof value === 'number' ? { name, type: 'integer', value } : { name, type: 'string', value },
    ),
  };
}

function valueOf(group: MifGroup | undefined, name: string): string {
  return String(group?.attributes.find((attribute) => attribute.name === name)?.value ?? '');
}
