import {
  assumed,
  documented,
  failure,
  folderOf,
  parseCapList,
  parseClientBaseConfiguration,
  printRegistryTime,
  type Outcome,
} from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import type { CcimMemory, CcimSelf } from './ccim-memory.ts';
import { siteMofPath } from './client-folders.ts';
import { siteKey, siteValues } from './client-registry.ts';
import { storeAccessPoints, storeConfiguration } from './site-configuration.ts';

/** How CCIM takes over what a site wants of its clients. */
export const configurationEffects: Readonly<Record<string, Effect<CcimMemory>>> = {
  'read the site configuration': { answers: ['configuration read', 'cannot read'], run: readConfiguration },
  'refresh Sms_def.mof': { answers: ['refreshed'], run: refreshMof },
};

/** The provenance of the steps here. */
export const configurationProvenance = documented('Q277745, Q270912, Q236052, Q231232');

const unchangedFiles = assumed('A file with the same date and size as before is not read again.', 'Q231232');

const invalidData = 13;

/** Usually nothing is copied in a cycle: only files with another date or size are read (Q231232). */
function readConfiguration(self: CcimSelf): string {
  const { memory } = self;
  const base = readIfNew(self, 'clidata.box\\Clibase.cfg', (text) => {
    const parsed = parseClientBaseConfiguration(text);
    if (!parsed.ok) return failure(invalidData);
    storeConfiguration(self, memory.site, parsed.value);
    return { ok: true, value: undefined };
  });
  if (!base.ok) {
    memory.error = base.error;
    return 'cannot read';
  }
  readIfNew(self, 'clidata.box\\Caplist.ini', (text) => {
    const parsed = parseCapList(text);
    if (!parsed.ok) return failure(invalidData);
    storeAccessPoints(self, parsed.value);
    return { ok: true, value: undefined };
  });
  const data = printRegistryTime(self.now());
  self.registry.set(siteKey(memory.site), siteValues.lastChecked, { type: 'REG_SZ', data });
  return 'configuration read';
}

function readIfNew(self: CcimSelf, file: string, take: (text: string) => Outcome): Outcome {
  const { memory } = self;
  const path = `${memory.accessPoint}\\${file}`;
  const facts = self.files.stat(path);
  if (!facts.ok) return facts;
  self.restsOn('files read again', unchangedFiles);
  const stamp = `${facts.value.modified}/${facts.value.size}`;
  const name = `${memory.site}\\${file}`;
  if (memory.seen[name] === stamp) return { ok: true, value: undefined };
  const text = self.files.readText(path);
  if (!text.ok) return text;
  const taken = take(text.value);
  if (taken.ok) memory.seen[name] = stamp;
  return taken;
}

/** The client downloads the site's file when its date differs from the one it has (Q199318). */
function refreshMof(self: CcimSelf): string {
  const source = `${self.memory.accessPoint}\\clifiles.box\\hinv\\Sms_def.mof`;
  const target = siteMofPath(self.computer, self.memory.site);
  const offered = self.files.stat(source);
  const own = self.files.stat(target);
  if (!offered.ok || (own.ok && own.value.modified === offered.value.modified)) return 'refreshed';
  const content = self.files.read(source);
  if (content.ok) {
    self.files.createFolder(folderOf(target));
    self.files.write(target, content.value, { modified: offered.value.modified });
  }
  return 'refreshed';
}
