import { day, second, type Duration } from '../../../kernel/index.ts';
import { assumed, documented, parsePackageConfiguration } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import type { MaintenanceMemory } from './maintenance-manager.ts';
import { packageConfiguration } from './package-rule-file.ts';

/** Maintenance Manager tells itself that it has looked through a server. */
export const searched = 'NetWare server searched';

/** Whether the copying of a cycle goes on while a NetWare server is looked through. */
export const searchesBesideCycle = 'takes the inventory of NetWare servers beside its cycle';

/** 24 hours cannot be changed (Q153563). */
const period = day;

const turns = documented('Q153563', 'In the first cycle after the start, then 24 hours after the last inventory.');

const speed = assumed(
  'Ten seconds for the hardware; a second for each megabyte that is in use, where software is looked for.',
  'Q153563',
);

type ManagerSelf = Self<MaintenanceMemory>;

/** Begins to look through the server in hand, if it runs NetWare and its inventory is due. */
export function beginSearch(self: ManagerSelf): 'to be waited for' | 'goes on' {
  const { server, searches } = self.memory;
  const isNetWare = self.world.computer(server)?.operatingSystem.family === 'NetWare';
  const last = searches[server];
  if (!isNetWare || (last !== undefined && self.now() - last < period)) return 'goes on';
  self.restsOn('inventory of NetWare servers', turns);
  self.memory.searches[server] = self.now();
  self.log(`Taking inventory of NetWare server ${server}`);
  self.post(self.id, { type: searched, data: { server, began: self.now() } }, timeOf(self, server));
  return self.trait(searchesBesideCycle) === true ? 'goes on' : 'to be waited for';
}

/** The server that has been looked through; undefined where this process did not begin it. */
export function searchedServer(self: ManagerSelf): string | undefined {
  const { server, began } = self.message.data ?? {};
  const name = typeof server === 'string' ? server : '';
  return self.memory.searches[name] === began ? name : undefined;
}

function timeOf(self: Self, server: string): Duration {
  self.restsOn('time to look through a NetWare server', speed);
  const text = self.files.readText(packageConfiguration(self.site));
  const rules = text.ok ? (parsePackageConfiguration(text.value) ?? []) : [];
  return 10 * second + (rules.length > 0 ? megabytesInUse(self, server) * second : 0);
}

function megabytesInUse(self: Self, server: string): number {
  const drives = self.world.computer(server)?.files.drives() ?? [];
  return drives.reduce((sum, { used, reserved }) => sum + Math.floor((used + reserved) / 1024 ** 2), 0);
}
