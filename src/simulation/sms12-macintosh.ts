import {
  addMacintoshVolume,
  inventoryStartUpItem,
  logonServerShare,
  macFile,
  runSmsInstaller,
  servesMacintoshes,
  servicesForMacintosh,
  uamVolume,
} from '../components/index.ts';
import { FileAccess, type Computer } from '../world/index.ts';
import { setupOpener } from './install-server.ts';
import { startService } from './services.ts';
import type { Simulation } from './simulation.ts';

const guest = 'Guest';

/**
 * A logon server with Services for Macintosh offers LOGON.SRV as a volume too, which SMS makes by itself (Q185908);
 * the service is there before SMS.
 */
export function offerToMacintoshes({ world }: Simulation, computer: Computer, logonServerFolder: string): void {
  if (computer.hardware[servicesForMacintosh] === undefined) return;
  if (world.accounts.get(guest) === undefined) world.accounts.set(guest, { groups: ['Guests'] });
  computer.files.createFolder(setupOpener, uamVolume.path, { parents: true });
  computer.setService({ name: macFile, state: 'Running', startType: 'Automatic', account: 'SYSTEM' });
  addMacintoshVolume(computer, { ...uamVolume, guests: true });
  addMacintoshVolume(computer, { name: logonServerShare, path: logonServerFolder, guests: true });
}

/** What the user of a Macintosh does: he runs the Installer script of the first logon server, and restarts. */
export function addMacintosh(simulation: Simulation, macintosh: Computer): void {
  const { world } = simulation;
  const controllers = world.domain(macintosh.domain ?? '')?.controllers ?? [];
  const server = controllers.find((name) => servesMacintoshes(world.mustHave(name)));
  if (server === undefined) return;
  const files = new FileAccess(world, macintosh, 'SMS Installer', guest);
  const { exitCode } = runSmsInstaller({ world, macintosh, server, files });
  if (exitCode === 0) startService(simulation, macintosh.name, inventoryStartUpItem);
}
