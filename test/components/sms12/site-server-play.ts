import {
  identificationGroup,
  printDeltaMif,
  printRawFile,
  rawRecordLengths,
  type Identification,
  type InventoryGroup,
  type InventoryReport,
  type RawFile,
} from '../../../src/world/index.ts';
import { mismatchesOf } from '../../scenario/site-play.ts';

const siteServer = 'C:\\SMS\\SITE.SRV';

/** Plays steps at a site of two logon servers and tells where it turns out otherwise. */
export function mismatches(
  steps: readonly string[],
  expectations: readonly string[],
  release = '1.2 SP2',
): readonly string[] {
  const list = (lines: readonly string[]): string => lines.map((line) => `  - ${line}`).join('\n');
  const head = ['scenario: x', 'source: test', 'site: single-1.2', `claims: { ${release}: present }`];
  const body = ['steps:', list(steps), 'expect:', list(expectations), 'variants: { symptom: {} }\n'];
  return mismatchesOf([...head, ...body].join('\n'));
}

/** A path below SITE.SRV. */
export function onSiteServer(path: string): string {
  return `${siteServer}\\${path}`;
}

/** A step that gives the Data Loader a MIF. */
export function deltaMif(at: string, name: string, report: InventoryReport): string {
  return written(at, `DATALOAD.BOX\\DELTAMIF.COL\\${name}`, printDeltaMif(report));
}

/** A step that gives the Inventory Processor a RAW of SP2. */
export function raw(at: string, name: string, change: Partial<RawFile> = {}): string {
  return written(at, `INVENTRY.BOX\\${name}`, rawText(change));
}

/** The text of a RAW with an Identification and a keyboard. */
export function rawText(change: Partial<RawFile> = {}): string {
  const lengths = rawRecordLengths(54);
  const records = [identified(), keyboard('IBM enhanced')].map((group) => {
    return { type: group.name, length: lengths[group.name] ?? 0, group };
  });
  const header = { versionStamp: '1.2', smsid: 'LAM00009', time: Date.UTC(1997, 10, 3, 9), resync: false };
  return printRawFile({ ...header, records, mifs: [], collected: [], ...change });
}

/** A step that writes a text below SITE.SRV. */
export function written(at: string, path: string, text: string): string {
  return `{ at: '${at}', write: { on: LAMSRV1, path: '${onSiteServer(path)}', text: ${JSON.stringify(text)} } }`;
}

/** Who LAM00009 is, or somebody else. */
export function identified(change: Partial<Identification> = {}, keys?: readonly string[]): InventoryGroup {
  const group = identificationGroup({
    name: 'PC9',
    smsid: 'LAM00009',
    site: 'LAM',
    domain: 'LAMWORLD',
    netCardId: '00:80:00:00:00:09',
    systemRole: 'Workstation',
    systemType: 'X86-based PC',
    logOnName: 'DORA',
    ...change,
  });
  return keys === undefined ? group : { ...group, keys };
}

/** A keyboard of some type. */
export function keyboard(type: string): InventoryGroup {
  return { class: 'MICROSOFT|KEYBOARD|1.0', name: 'Keyboard', keys: [], attributes: { 'Keyboard Type': type } };
}

/** An expectation of so many events. */
export function events(id: number, times: number, has?: string): string {
  const part = has === undefined ? '' : `, has: '${has}'`;
  return `event log: { on: LAMSRV1, source: SMS, id: ${id}, times: ${times}${part} }`;
}

/** An expectation of so many files below SITE.SRV. */
export function files(path: string, count: number): string {
  return `file: { on: LAMSRV1, path: '${onSiteServer(path)}', count: ${count} }`;
}
