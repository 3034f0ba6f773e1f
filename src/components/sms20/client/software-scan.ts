import {
  documented,
  inferred,
  matchesPattern,
  softwareIdentity,
  type FileFacts,
  type ProductHeader,
  type SoftwareFile,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { siteSettings } from '../settings.ts';
import { clientFolder, clientFolders } from './client-folders.ts';
import { agentNames, siteAgentKey, siteAgentValues } from './client-registry.ts';
import { clientSites } from './inventory-schedule.ts';

/** What the agent looks at and what it leaves out. */
export const scanProvenance = documented('Q199116, Q202082, Q202108, Q245700, Q255959');

const skipped = inferred('SMS Administrator online help', 'Recycle bins and folders of collected files are left out.');
const united = inferred('Q202940', 'A client of several sites looks for the file types of all of them.');

/** The file types that the sites of the client ask for, as patterns in lower case. */
export function fileTypes(self: Self): readonly string[] {
  self.restsOn('file types of several sites', united);
  const wished = clientSites(self).flatMap((site) => {
    const text = self.registry.getText(siteAgentKey(site, agentNames.SW), siteAgentValues.fileTypes);
    return text === undefined ? siteSettings['Software inventory file types'].default : text.split(';');
  });
  return [...new Set((wished as readonly string[]).map((pattern) => pattern.trim().toLowerCase()))];
}

/** Every file of these types on the fixed drives of the computer: one entry for equal files, with their number. */
export function scanDrives(self: Self): readonly SoftwareFile[] {
  const patterns = fileTypes(self);
  const found = new Map<string, SoftwareFile>();
  filesOnDrives(self, patterns, (_, entry) => count(self, entry, found));
  return [...found.values()];
}

/** Visits each file with a name like one of the patterns, in lower case, on the drives that are not left out. */
export function filesOnDrives(
  self: Self,
  patterns: readonly string[],
  visit: (path: string, entry: FileFacts) => void,
): void {
  const fixed = self.computer.files.drives().filter(({ kind }) => kind === 'fixed');
  for (const { letter } of fixed) {
    if (!self.files.exists(`${letter}:\\Skpswi.dat`)) filesIn(self, `${letter}:`, patterns, visit);
  }
}

function filesIn(
  self: Self,
  folder: string,
  patterns: readonly string[],
  visit: (path: string, entry: FileFacts) => void,
): void {
  const listed = self.files.list(folder);
  for (const entry of listed.ok ? listed.value : []) {
    const path = `${folder}\\${entry.name}`;
    if (entry.isFolder) {
      if (!isSkipped(self, path)) filesIn(self, path, patterns, visit);
    } else if (patterns.some((pattern) => matchesPattern(entry.name.toLowerCase(), pattern))) {
      visit(path, entry);
    }
  }
}

function isSkipped(self: Self, folder: string): boolean {
  const lower = folder.toLowerCase();
  if (/^[a-z]:\\(recycled|recycler)$/.test(lower) || lower.endsWith('\\inboxes\\sinv.box\\filecol')) {
    self.restsOn('folders left out', skipped);
    return true;
  }
  return lower === clientFolder(self.computer, clientFolders.collected).toLowerCase();
}

function count(self: Self, entry: FileFacts, found: Map<string, SoftwareFile>): void {
  const product = entry.product;
  const nameless = product !== undefined && product.company === '';
  if (nameless && self.trait('lists files without a company') === false) return;
  const known = product !== undefined && isComplete(product) ? { product } : {};
  const file = { fileName: entry.name, size: entry.size, modified: entry.modified, count: 1, ...known };
  const identity = softwareIdentity(file);
  const same = found.get(identity);
  const modified = Math.max(same?.modified ?? file.modified, file.modified);
  found.set(identity, { ...file, modified, count: (same?.count ?? 0) + 1 });
}

/** Known products have all four parts of the header (Q202082). */
function isComplete({ company, product, version, language }: ProductHeader): boolean {
  return company !== '' && product !== '' && version !== '' && language !== '';
}
