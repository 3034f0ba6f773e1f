import { inferred, parseResyncFile, printResyncFile } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { siteFolder } from '../folders.ts';
import type { MaintenanceMemory } from './maintenance-manager.ts';

const masterOfOne = inferred(
  'Q193746, Resource Guide for SMS 1.2 (Resynchronizing Inventory Information)',
  'Maintenance Manager writes the <SMSID>.CFG of each command, as the guide says; first as the master that it copies.',
);

/** The folder of one SMS domain: `...\\MAINCFG.BOX\\INVDOM.BOX\\LAMWORLD.000`. */
export function domainFolder(self: Self, domain: string): string {
  return siteFolder(self.site, 'MAINCFG.BOX', 'INVDOM.BOX', `${domain.slice(0, 8).toUpperCase()}.000`);
}

/** Writes the commands of a Resync.cfg that has changed one by one, for the services of Windows NT workstations. */
export function divideResyncFile(self: Self<MaintenanceMemory>, domain: string): void {
  const folder = domainFolder(self, domain);
  const facts = self.files.stat(`${folder}\\RESYNC.CFG`);
  const stamp = facts.ok ? `${facts.value.modified} ${facts.value.size}` : '';
  if (stamp === (self.memory.divided[domain] ?? '')) return;
  const text = self.files.readText(`${folder}\\RESYNC.CFG`);
  const commands = text.ok ? parseResyncFile(text.value) : undefined;
  if (commands?.ok !== true) return;
  self.restsOn('who writes <SMSID>.CFG', masterOfOne);
  self.memory.divided[domain] = stamp;
  for (const command of commands.value) {
    const path = `${folder}\\INVENCFG.BOX\\${command.smsid}.CFG`;
    const present = self.files.readText(path);
    const one = printResyncFile([command]);
    if (!present.ok || present.value !== one) self.files.writeText(path, one);
  }
}
