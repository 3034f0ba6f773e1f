import { assumed, inferred, machines } from '../../../world/index.ts';
import type { Self } from '../../component.ts';

const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\LicenseInfo\\SMS';

const counting = inferred(
  'Q167777, Q168093',
  'Each computer of the site database has a license: one is asked for at its first MIF, and deleting gives it back.',
);

const limits = assumed('License Manager keeps the number of licenses as ConcurrentLimit; without it there are enough.');

const words = assumed('The words of event 201 are those of the License Logging service of Windows NT.', 'Q167777');

/** Whether a computer that the database does not know may be added; otherwise log and event log tell of it. */
export function hasLicense(self: Self): boolean {
  const limit = self.registry.getNumber(key, 'ConcurrentLimit');
  if (limit === undefined) return true;
  self.restsOn('client licenses', counting);
  self.restsOn('number of licenses', limits);
  const known = machines(self.database);
  if (!known.ok || known.value.length < limit) return true;
  self.restsOn('event of a refused license', words);
  self.log('~There is not enough client license to add this machine');
  const text = 'No license was available for user SMSService using product Systems Management Server.';
  self.world.writeEvent(self.computer, {
    log: 'Application',
    source: 'LicenseService',
    id: 201,
    type: 'Warning',
    text,
  });
  return false;
}
