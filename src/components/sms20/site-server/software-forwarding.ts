import { inboxPath, inferred, textOf } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { copyToParent, priorities, sendToParent } from '../hierarchy/replication.ts';
import { extension, filesIn } from '../../inbox-pass.ts';

const forwarding = inferred('Q199115, Q258924', 'Software inventory goes up unless Forwarding Bitmask is 0.');
const forwardingKey = 'HKLM\\SOFTWARE\\Microsoft\\SMS\\Components\\SMS_SOFTWARE_INVENTORY_PROCESSOR';

/** What is stored here is stored at the parent site as well. */
export function forwardSoftware(self: Self, path: string): void {
  if (self.site.parent === undefined) return;
  self.restsOn('software inventory for the parent', forwarding);
  if (self.registry.getNumber(forwardingKey, 'Forwarding Bitmask') === 0) return;
  const content = self.files.read(path);
  if (!content.ok) return;
  const file = { inbox: 'sinv.box', extension: extension(path), text: textOf(content.value) };
  copyToParent(self, { ...file, size: content.value.size }, priorities.inventory);
}

/** A secondary site only hands them over, all of one cycle together (Q234360). */
export function handToReplication(self: Self): string {
  const inbox = inboxPath(self.site, 'sinv.box');
  for (const file of [...filesIn(self, inbox, '*.sic'), ...filesIn(self, inbox, '*.sid')]) {
    sendToParent(self, file, 'sinv.box');
  }
  return 'forwarded';
}
