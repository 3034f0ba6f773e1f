import { day, hour, instantOf, minute, type Duration } from '../../../kernel/index.ts';
import {
  assumed,
  documented,
  parseScheduleToken,
  printDiscoveryRecord,
  printScheduleToken,
  type DiscoveryProperty,
  type DiscoveryRecord,
} from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import type { CcimMemory, CcimSelf } from './ccim-memory.ts';
import { clientFolder, clientFolders } from './client-folders.ts';
import {
  baseComponents,
  clientKeys,
  clientProperties,
  componentKey,
  componentValues,
  sitePropertiesKey,
  siteValues,
} from './client-registry.ts';
import { queueForCopy } from './copy-queue-items.ts';
import { clientProperty, computerProperties, textProperty } from './discovery-properties.ts';
import { travelModeProperty } from './travel-mode.ts';

/** How CCIM sends discovery records by itself. */
export const heartbeatEffects: Readonly<Record<string, Effect<CcimMemory>>> = {
  'look at the heartbeat': { answers: ['record due', 'no record due'], run: lookAtHeartbeat },
  'write the discovery record': { answers: ['record queued'], run: writeRecord },
};

/** What is known of heartbeat discovery. */
export const heartbeatProvenance = documented('Q257799, Q256125');

const contents = assumed('A heartbeat record has identity, names, addresses, sites, system and version.', 'Q257799');

/** From where the first release counts its heartbeats: all clients report on Thursdays. */
const anchor = instantOf({ year: 1998 });

const longestInterval = 31;

function lookAtHeartbeat(self: CcimSelf): string {
  const key = sitePropertiesKey(self.memory.site);
  const period = heartbeatPeriod(self);
  if (period === 0) return 'no record due';
  const last = parseScheduleToken(self.registry.getText(key, siteValues.lastRecord) ?? '')?.start;
  if (last === undefined || newVersion(self)) return 'record due';
  const due =
    self.trait('heartbeat counts from the latest record') === true
      ? last + period
      : anchor + (Math.floor((last - anchor) / period) + 1) * period;
  return self.now() >= due ? 'record due' : 'no record due';
}

/**
 * From SP2 on another version of the base components is reported at once, but not that of SP2 itself (Q256125): a
 * build that does not report leaves nothing to compare with, and the next one only notes what it finds.
 */
function newVersion(self: CcimSelf): boolean {
  if (self.trait('reports a new version at once') === false) return false;
  const reported = self.registry.getText(clientKeys.properties, clientProperties.recordVersion);
  if (reported === undefined) rememberVersion(self);
  return reported !== undefined && reported !== baseVersion(self);
}

function rememberVersion(self: CcimSelf): void {
  const version = { type: 'REG_SZ', data: baseVersion(self) } as const;
  self.registry.set(clientKeys.properties, clientProperties.recordVersion, version);
}

function baseVersion(self: CcimSelf): string {
  return self.registry.getText(componentKey(baseComponents), componentValues.version) ?? '';
}

function writeRecord(self: CcimSelf): string {
  const { site } = self.memory;
  self.restsOn('content of a heartbeat record', contents);
  const text = printDiscoveryRecord(heartbeatRecord(self));
  self.files.writeText(clientFolder(self.computer, `${clientFolders.data}\\Smsdisc.ddr`), text);
  const outbox = clientFolder(self.computer, clientFolders.dataOutbox);
  self.files.createFolder(outbox);
  const file = `${outbox}\\Smsdisc.${site}`;
  self.files.writeText(file, text);
  queueForCopy(self, { file, siteCode: site, box: 'ddr.box', extension: '.ddr' });
  rememberRecord(self);
  return 'record queued';
}

/** 0: the site has switched heartbeat discovery off. */
function heartbeatPeriod(self: CcimSelf): Duration {
  const minutes = self.registry.getNumber(sitePropertiesKey(self.memory.site), siteValues.heartbeatMinutes);
  return minutes === undefined ? 7 * day : minutes * minute;
}

/** An SMS schedule counts up to 31 days, or up to 23 hours, or up to 59 minutes. */
function intervalOf(period: Duration): { readonly days: number; readonly hours: number; readonly minutes: number } {
  if (period >= day) return { days: Math.min(longestInterval, Math.floor(period / day)), hours: 0, minutes: 0 };
  const hours = Math.floor(period / hour);
  return { days: 0, hours, minutes: hours > 0 ? 0 : Math.floor(period / minute) };
}

/** The value is a schedule that starts at the record, which ReadSche can translate (Q257799). */
function rememberRecord(self: CcimSelf): void {
  const key = sitePropertiesKey(self.memory.site);
  const start = Math.floor(self.now() / minute) * minute;
  const duration = { days: 0, hours: 0, minutes: 0 };
  const data = printScheduleToken({
    start,
    duration,
    utc: false,
    kind: 'interval',
    ...intervalOf(heartbeatPeriod(self)),
  });
  self.registry.set(key, siteValues.lastRecord, { type: 'REG_SZ', data });
  if (self.trait('reports a new version at once') === true) rememberVersion(self);
}

function heartbeatRecord(self: CcimSelf): DiscoveryRecord {
  const { user } = self.computer;
  const properties: readonly DiscoveryProperty[] = [
    ...computerProperties(self),
    textProperty('Client Version', baseVersion(self)),
    ...(user === undefined ? [] : [textProperty('Last Logon User Name', user.name)]),
    clientProperty(1),
    ...travelModeProperty(self),
  ];
  return {
    architecture: 'System',
    agent: 'Heartbeat Discovery',
    siteCode: self.memory.site,
    time: self.now(),
    properties,
  };
}
