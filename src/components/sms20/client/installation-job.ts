import { assumed, iniOf, iniValue, parseIni, printIni } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { clientFolder, clientFolders } from './client-folders.ts';

/** Work that CCIM hands to Available Programs Manager: one optional component, and where its files are. */
export interface InstallationJob {
  readonly component: string;
  readonly operation: 'install' | 'upgrade' | 'verify';
  readonly version: string;
  /** Place in the offer file: Available Programs Manager works from the last to the first, as CCIM does. */
  readonly index: number;
  /** Folder below Clicomp.box. */
  readonly directory: string;
  readonly siteCode: string;
  /** UNC path of the access point's share. */
  readonly accessPoint: string;
}

/** The folders are known (Q213289, Q229018), what a job file looks like is not. */
export const jobProvenance = assumed(
  'A job is an INI file named after the folder of the component; it moves from Apa\\Data\\Jobs to Apa\\Data\\Complete.',
  'Q235161, Q213289, Q229018',
);

const section = 'Job';

/** Leaves a job for Available Programs Manager; an older one for the same component is replaced. */
export function writeJob(self: Self, job: InstallationJob): void {
  const entries = Object.entries(job).map(([key, value]) => [key, String(value)] as const);
  self.restsOn('job files', jobProvenance);
  self.files.writeText(`${jobFolder(self, 'jobs')}\\${job.directory}.job`, printIni(iniOf([[section, entries]])));
}

/** The jobs that wait (`jobs`) or are done (`completeJobs`), the last of the offers first. */
export function jobsIn(self: Self, where: 'jobs' | 'completeJobs'): readonly InstallationJob[] {
  const listed = self.files.list(jobFolder(self, where), '*.job');
  if (!listed.ok) return [];
  const jobs = listed.value.flatMap(({ name }) => {
    const text = self.files.readText(`${jobFolder(self, where)}\\${name}`);
    return text.ok ? (parseJob(text.value) ?? []) : [];
  });
  return jobs.toSorted((a, b) => b.index - a.index);
}

/** Moves a job to the complete ones. */
export function completeJob(self: Self, job: InstallationJob): void {
  const target = `${jobFolder(self, 'completeJobs')}\\${job.directory}.job`;
  self.files.delete(target);
  self.files.move(`${jobFolder(self, 'jobs')}\\${job.directory}.job`, target);
}

/** Forgets a job that ends without a result to report. */
export function dropJob(self: Self, job: InstallationJob): void {
  self.files.delete(`${jobFolder(self, 'jobs')}\\${job.directory}.job`);
}

/** Takes note of a complete job: its file goes. */
export function dropCompleteJob(self: Self, job: InstallationJob): void {
  self.files.delete(`${jobFolder(self, 'completeJobs')}\\${job.directory}.job`);
}

function jobFolder(self: Self, where: 'jobs' | 'completeJobs'): string {
  return clientFolder(self.computer, clientFolders[where]);
}

function parseJob(text: string): InstallationJob | undefined {
  const ini = parseIni(text);
  const value = (key: keyof InstallationJob): string => iniValue(ini, section, key) ?? '';
  const operation = (['install', 'upgrade', 'verify'] as const).find((one) => one === value('operation'));
  if (operation === undefined) return undefined;
  return {
    component: value('component'),
    operation,
    version: value('version'),
    index: Number(value('index')),
    directory: value('directory'),
    siteCode: value('siteCode'),
    accessPoint: value('accessPoint'),
  };
}
