import { day } from '../../kernel/index.ts';
import { documented, scanRule, smsIniTime, smsIniValue, type Ini } from '../../world/index.ts';
import type { Self } from '../component.ts';

const intervals = documented('Q126642, Q151620');

/** Whether a scan is due by the clock of the client and the intervals in its SMS.INI. */
export function isScanDue(self: Self, ini: Ini, scan: 'hardware' | 'software'): boolean {
  self.restsOn('scan intervals', intervals);
  const scanned = smsIniTime(ini, scan === 'hardware' ? 'lastHardwareScan' : 'lastSoftwareScan');
  const interval = smsIniValue(ini, scan === 'hardware' ? 'hardwareScanInterval' : 'softwareScanInterval');
  const rule = scanRule(Number(interval ?? 0));
  return scanned === undefined || rule === 'always' || self.now() >= scanned + rule.days * day;
}
