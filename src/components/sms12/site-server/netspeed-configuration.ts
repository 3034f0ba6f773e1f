import { defaultNetspeed, netspeedProvenance, printNetspeed } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { siteFolder } from '../folders.ts';

const registryKey = 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Components\\SMS_MAINTENANCE_MANAGER';

/**
 * Netspeed.com with the threshold in the registry and the policy of the site. It goes to the logon servers with the
 * other sources of clients; beside Smsls.bat it comes with the logon scripts only (Q131011).
 */
export function refreshNetspeed(self: Self): void {
  self.restsOn('content of Netspeed.com', netspeedProvenance);
  const text = printNetspeed({
    threshold: self.registry.getNumber(registryKey, 'Slow Net Threshold Speed') ?? defaultNetspeed.threshold,
    slowErrorlevel: self.setting('Ask the user on a slow network') === true ? 2 : 1,
  });
  const path = siteFolder(self.site, 'MAINCFG.BOX', 'CLIENT.SRC', 'NETSPEED.COM');
  const present = self.files.readText(path);
  if (present.ok && present.value === text) return;
  if (self.files.writeText(path, text).ok) self.log(`Updated ${path}`);
}
