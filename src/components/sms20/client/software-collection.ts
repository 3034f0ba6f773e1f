import { isoTime } from '../../../kernel/index.ts';
import { assumed, inferred, type CollectedFile, type FileFacts } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { siteSettings } from '../settings.ts';
import { clientFolder, clientFolders } from './client-folders.ts';
import { agentNames, siteAgentKey, siteAgentValues } from './client-registry.ts';
import { filesOnDrives } from './software-scan.ts';

const megabyte = 1_048_576;

const foundations = [
  [
    'collected files of a report',
    inferred(
      'SDK, SMS_G_System_CollectedFile; SMS Administrator online help',
      'A complete report carries all collected files, a delta those that have changed since they were sent.',
    ),
  ],
  [
    'collected files of several sites',
    assumed('Each site of a client gets the files that it asks for itself.', 'Q202940'),
  ],
  [
    'record of collected files',
    assumed(
      'Colfiles holds one list for each site: path, size and date of every file as it was sent last.',
      'SMS Administrator online help names the folder',
    ),
  ],
  [
    'maximum of collected files',
    assumed('A file that does not fit into what is left of the maximum waits for the next report.', 'Q317423'),
  ],
] as const;

/** How much one site wants of collected files in one report, in megabytes as logs show it. */
export function collectedMaximum(self: Self, siteCode: string): number {
  const text = self.registry.getText(siteAgentKey(siteCode, agentNames.SW), siteAgentValues.collectedMaximum);
  return Number(text ?? siteSettings['File collection maximum per client (MB)'].default);
}

/** The files that go to a site with a report. */
export function collectFiles(self: Self, siteCode: string, complete: boolean): readonly CollectedFile[] {
  const names = collectedNames(self, siteCode);
  if (names.length === 0) return [];
  for (const [name, provenance] of foundations) self.restsOn(name, provenance);
  const sent = complete ? new Map<string, string>() : sentFiles(self, siteCode);
  const files: CollectedFile[] = [];
  let left = collectedMaximum(self, siteCode) * megabyte;
  filesOnDrives(self, names, (path, facts) => {
    if (sent.get(path.toLowerCase()) === stateOf(facts) || facts.size > left) return;
    const content = self.files.read(path);
    if (!content.ok) return;
    left -= facts.size;
    files.push({ path, modified: facts.modified, content: content.value });
  });
  return files;
}

/** Remembers what a site has been sent; files that are gone are forgotten. */
export function noteCollected(self: Self, siteCode: string, files: readonly CollectedFile[], complete: boolean): void {
  const names = collectedNames(self, siteCode);
  if (names.length === 0) return;
  const sent = complete ? new Map<string, string>() : sentFiles(self, siteCode);
  for (const { path, modified, content } of files) {
    sent.set(path.toLowerCase(), stateOf({ size: content.size, modified }));
  }
  const lines: string[] = [];
  filesOnDrives(self, names, (path) => {
    const state = sent.get(path.toLowerCase());
    if (state !== undefined) lines.push(`${path.toLowerCase()}\t${state}`);
  });
  self.files.createFolder(clientFolder(self.computer, clientFolders.collected));
  self.files.writeText(recordPath(self, siteCode), lines.map((line) => `${line}\r\n`).join(''));
}

function collectedNames(self: Self, siteCode: string): readonly string[] {
  const text = self.registry.getText(siteAgentKey(siteCode, agentNames.SW), siteAgentValues.collectedNames) ?? '';
  const names = text.split(';').map((name) => name.trim().toLowerCase());
  return names.filter((name) => name !== '');
}

function recordPath(self: Self, siteCode: string): string {
  return clientFolder(self.computer, `${clientFolders.collected}\\${siteCode}.his`);
}

/** The state in which each file was sent last, by its path in lower case. */
function sentFiles(self: Self, siteCode: string): Map<string, string> {
  const text = self.files.readText(recordPath(self, siteCode));
  const lines = text.ok ? text.value.split('\r\n') : [];
  return new Map(
    lines.map((line): [string, string] => {
      const [path = '', state = ''] = line.split('\t');
      return [path, state];
    }),
  );
}

function stateOf({ size, modified }: Pick<FileFacts, 'size' | 'modified'>): string {
  return `${size} ${isoTime(modified)}`;
}
