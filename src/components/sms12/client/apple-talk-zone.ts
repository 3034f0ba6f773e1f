import { documented } from '../../../world/index.ts';
import { appleTalkZone, servesMacintoshes } from '../macintosh/services-for-macintosh.ts';
import type { AgentSelf } from './agent-memory.ts';

const detection = documented('Q156385');

/**
 * On a server with Services for Macintosh the inventory service writes the AppleTalk zone into the registry, from where
 * Maintenance Manager takes it into DOMAIN.INI.
 */
export function detectAppleTalkZone(self: AgentSelf): void {
  const zone = appleTalkZone(self.computer);
  if (zone === '' || !servesMacintoshes(self.computer)) return;
  self.restsOn('detection of the AppleTalk zone', detection);
  if (self.trait('writes the AppleTalk zone of its server') !== true) return;
  const key = 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Identification';
  self.registry.set(key, 'AppleTalk Zone Name', { type: 'REG_SZ', data: zone });
}
