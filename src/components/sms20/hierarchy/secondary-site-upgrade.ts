import {
  assumed,
  documented,
  fileName,
  inboxPath,
  parseCompver,
  printInstruction,
  printSetupPackage,
  printSiteJob,
  type FileFacts,
  type SetupPackage,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { generatedName } from '../generated-names.ts';
import { foldersIn, type InboxPass } from '../../inbox-pass.ts';
import { secondarySites } from './known-sites.ts';
import { priorities, prioritiesProvenance } from './replication.ts';

/** The extension of the file by which the console asks Hierarchy Manager for an upgrade; its name is the site code. */
export const upgradeRequest = '.upg';

const request = assumed(
  'The console, like Preinst /upgrade, leaves a file named after the secondary site in Hman.box.',
  'Q212978, Q246527',
);

const ownFiles = documented('Q212978', 'The upgrade uses the versions of the files that the primary site server has.');

const wordings = assumed('What Hierarchy Manager logs of an upgrade is not quoted anywhere.', 'Q320676');

/** Hierarchy Manager packs the files of its own server and makes the job of high priority (Q320676). */
export function makeUpgradeJob(self: Self<InboxPass>): string {
  const { file } = self.memory;
  const code = fileName(file).slice(0, -upgradeRequest.length).toUpperCase();
  self.restsOn('request for the upgrade of a secondary site', request);
  self.restsOn('lines about upgrades', wordings);
  self.files.delete(file);
  const packed = packageFor(self, code);
  if (packed === undefined) {
    self.log(`Cannot upgrade site ${code}.`);
    return 'no job';
  }
  return makeJob(self, packed) ? 'job made' : 'no job';
}

interface Packed {
  readonly media: SetupPackage;
  readonly size: number;
}

/** Undefined where the site is no secondary site of this one, or nobody knows which release this server has. */
function packageFor(self: Self, code: string): Packed | undefined {
  const fullVersion = self.registry.getText('HKLM\\Software\\Microsoft\\SMS\\Setup', 'Full Version');
  if (fullVersion === undefined || !secondarySites(self).some((site) => site.code === code)) return undefined;
  self.restsOn('files of an upgrade of a secondary site', ownFiles);
  const root = `${self.site.folder}\\`;
  const programs = programFolders.flatMap((folder) => programsIn(self, `${root}${folder}`));
  const bundles = foldersIn(self, inboxPath(self.site, 'clicomp.src'));
  const clientFiles = bundles.flatMap((bundle) => programsIn(self, `${bundle}\\i386`));
  const versions = bundles.flatMap((bundle) => {
    const text = self.files.readText(`${bundle}\\Compver.ini`);
    const version = text.ok ? parseCompver(text.value)?.version : undefined;
    return version === undefined ? [] : [[fileName(bundle), version] as const];
  });
  return {
    media: {
      site: code,
      fullVersion,
      programs: Object.fromEntries(programs.map(({ path, version = '' }) => [path.slice(root.length), version])),
      clientComponents: Object.fromEntries(versions),
    },
    size: [...programs, ...clientFiles].reduce((sum, { size }) => sum + size, 0),
  };
}

/** Where programs of a site server lie, below the SMS folder. */
const programFolders = [
  'bin\\i386',
  'data\\Nt_logon\\x86.bin',
  'data\\Nt_logon\\x86.bin\\00000409',
  'data\\Nt_logon\\i386',
  'data\\Nt_logon\\Scripts',
];

function programsIn(self: Self, folder: string): readonly FileFacts[] {
  const listed = self.files.list(folder);
  return (listed.ok ? listed.value : []).filter(({ version }) => version !== undefined);
}

/** Package and instruction wait in ToSend for the Scheduler, who looks at the address (Q320676). */
function makeJob(self: Self, { media, size }: Packed): boolean {
  self.restsOn('priorities between sites', prioritiesProvenance);
  const id = generatedName(self.random('job names'));
  const toSend = inboxPath(self.site, 'schedule.box', 'ToSend');
  const text = printSetupPackage(media);
  if (!self.files.write(`${toSend}\\${id}.P00`, { text, size: Math.max(size, text.length) }).ok) return false;
  const instruction = printInstruction({ type: 'SITE SETUP', package: `${id}.PCK` });
  self.files.writeText(`${toSend}\\${id}.I00`, instruction);
  const now = self.now();
  const priority = priorities.secondarySiteSetup;
  const job = printSiteJob({ destination: media.site, priority, created: now, notBefore: now, state: 'pending' });
  self.log(`Created job ${id} to upgrade site ${media.site}, ${priority} priority.`);
  return self.files.writeText(inboxPath(self.site, 'schedule.box', `${id}.job`), job).ok;
}
