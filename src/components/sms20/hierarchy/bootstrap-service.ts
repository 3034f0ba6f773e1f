import { assumed } from '../../../world/index.ts';
import type { Self } from '../../component.ts';

/** The service that runs Setup at a secondary site, and the name of its component. */
export const bootstrapService = 'SMS_BOOTSTRAP';

const whoStarts = assumed(
  'The Despooler leaves the package as Bootstrap.pkg beside Bootstrap.log and starts a service of its own for Setup.',
  'Q241001: Bootstrap.log lies on the root of the target drive of secondary sites',
);

/** The package for Setup: on the drive on which SMS is installed, where its log lies as well (Q241001). */
export function setupPackagePath(self: Self): string {
  return `${self.site.folder.slice(0, 2)}\\Bootstrap.pkg`;
}

/** Puts a package that has come where Setup takes it, and starts Setup; false while another one is running. */
export function startBootstrap(self: Self, path: string): boolean {
  self.restsOn('how Setup starts at a secondary site', whoStarts);
  const { computer } = self;
  if (computer.service(bootstrapService) !== undefined) return false;
  const target = setupPackagePath(self);
  if (self.files.exists(target)) self.files.delete(target);
  if (!self.files.move(path, target).ok) return false;
  const account = 'LocalSystem';
  computer.setService({ name: bootstrapService, state: 'Stopped', startType: 'Automatic', account });
  return self.startService(computer.name, bootstrapService).ok;
}
