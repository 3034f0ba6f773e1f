import {
  assumed,
  inboxPath,
  instructionTypes,
  parseDespoolerOrder,
  parseReplication,
  type ReplicatedFile,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { unusedName } from '../generated-names.ts';

const ofChildSites = assumed(
  'A site of SMS 2.0 leaves the MIFs of a child site of SMS 1.2 in Dataldr.box; its site control files change nothing.',
  'Q258162',
);

/** Executes an instruction of a child site of SMS 1.2, and says whether it is one. */
export function executeOfChild(self: Self, text: string): boolean {
  const order = parseDespoolerOrder(text);
  if (order === undefined || !('package' in order)) return false;
  self.log(`~Executing instruction of type ${instructionTypes[order.type]}`);
  self.restsOn('instructions of SMS 1.2', ofChildSites);
  const path = inboxPath(self.site, 'despoolr.box', 'receive', order.package);
  const content = self.files.readText(path);
  const files = content.ok ? parseReplication(content.value) : undefined;
  if (files?.ok === true && order.type === 'inventory') for (const file of files.value) giveToLoader(self, file);
  self.files.delete(path);
  return true;
}

function giveToLoader(self: Self, { text, size }: ReplicatedFile): void {
  const folder = inboxPath(self.site, 'dataldr.box');
  const name = unusedName(self.files, folder, '.MIF', self.random('MIF names'));
  self.files.write(`${folder}\\${name}`, { text, size });
}
