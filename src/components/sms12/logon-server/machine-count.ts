import { assumed, documented } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { writeSmsEvent } from '../sms-events.ts';

const key = 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Components\\SMS_CLIENT_CONFIG_MANAGER';

const crossings = documented(
  'Resource Guide for SMS 1.2 (Site Server Services)',
  'Event 404 tells when more computers wait than Machine Count Warning, and when no more than that wait again.',
);

const words = assumed(
  'The words of event 404 are not known. Without the value in the registry there is no warning.',
  'Resource Guide for SMS 1.2 (Site Server Services)',
);

/** Tells once that too many computers wait, and once that they do no more; answers whether they do. */
export function warnOfMachineCount(self: Self, waiting: number, warned: boolean): boolean {
  const limit = self.registry.getNumber(key, 'Machine Count Warning');
  if (limit === undefined || waiting > limit === warned) return warned;
  self.restsOn('warning of waiting computers', crossings);
  self.restsOn('words of event 404', words);
  const what = warned ? 'no longer more than' : 'more than';
  const text = `${waiting} computers wait for Client Configuration Manager on ${self.computer.name}, ${what} ${limit}.`;
  writeSmsEvent(self, 404, warned ? 'Information' : 'Non-fatal Error', text);
  return !warned;
}
