import { z } from 'zod';
import { findRelease } from '../../catalogue/index.ts';
import { clientRoot } from '../../components/index.ts';
import { second } from '../../kernel/index.ts';
import { fullVersionOf, startService, stopService } from '../../simulation/index.ts';
import {
  bulkContent,
  failure,
  fileName,
  inboxPath,
  inferred,
  printCompver,
  win32,
  type Computer,
  type Outcome,
} from '../../world/index.ts';
import { fileInUse } from '../file-in-use.ts';
import { withFiles } from '../given-path.ts';
import type { Play } from '../play.ts';
import { computerName, releaseName } from '../references.ts';
import { bytesOf, sizeText } from '../sizes.ts';
import { defineStep } from '../verb.ts';
import { smsServices } from './service.ts';

const version = z.string().regex(/^\d+(?:\.\d+)*$/, 'a version is numbers with dots: 2.00.1493.3005');

const schema = z
  .strictObject({
    on: computerName().describe('Site server, CAP or client'),
    files: z
      .record(z.string(), version)
      .default({})
      .describe('Version by path below the SMS folder (server) or below MS\\SMS (client): bin\\i386\\Dataldr.dll'),
    'client components': z
      .record(z.string(), version)
      .default({})
      .describe('Version by folder of Clicomp.src, which clients then take: base, hinv, sinv'),
    size: sizeText().optional().describe('Size of each file; without it, that of the file it replaces, or 64 KB'),
    installer: z
      .strictObject({
        name: z
          .string()
          .regex(/^Q\d{6}$/)
          .describe('Q249077'),
        for: releaseName().describe('The release that Full Version has to show'),
      })
      .optional()
      .describe('The update installer of an article, which does nothing on another release, and does not say so'),
    'stop services': z.boolean().default(true).describe('Without it, a file of a running component is error 32'),
  })
  .refine((given) => Object.keys({ ...given.files, ...given['client components'] }).length > 0, 'name a file');

const usualSize = 64 * 1024;

type Given = z.infer<typeof schema>;

/** Somebody installs a hotfix: a set of files. */
export const hotfix = defineStep({
  name: 'hotfix',
  summary: 'Replaces program files, or client components in Clicomp.src, by other versions',
  schema,
  example: "hotfix: { on: SMSSRV1, files: { 'bin\\i386\\Dataldr.dll': 2.00.1493.3005 } }",
  run(play, given) {
    const computer = play.world.mustHave(given.on);
    if (given.installer !== undefined && !isMeant(play, computer, given.installer)) return;
    const services = given['stop services'] ? smsServices(play, computer.name) : [];
    const running = services.filter((name) => computer.service(name)?.state === 'Running');
    for (const name of running.toReversed()) stopService(play.simulation, computer.name, name);
    for (const [file, to] of Object.entries(given.files)) {
      replace(play, computer, `${rootOf(play, computer)}\\${file}`, to, given);
    }
    for (const [folder, to] of Object.entries(given['client components'])) bundle(play, computer, folder, to);
    for (const name of running) startService(play.simulation, computer.name, name);
  },
});

const installers = inferred(
  'Q249077, Q267258',
  'An update installer compares Full Version with its own release; its log in the Windows folder names what it found.',
);

/** An installer that finds no version, or another one, seems to run successfully; only its log tells (Q249077). */
function isMeant(play: Play, computer: Computer, installer: NonNullable<Given['installer']>): boolean {
  play.simulation.foundations.note('update installers', installers);
  const found = fullVersionOf(computer) ?? '000';
  const path = `${computer.operatingSystem.windowsFolder}\\${installer.name}.log`;
  withFiles(play, { on: computer.name, path }, (files) => files.writeText(path, `SMS version ${found}\r\n`));
  return found === findRelease(installer.for)?.fullVersion;
}

function rootOf(play: Play, computer: Computer): string {
  return play.simulation.siteOf(computer)?.folder ?? clientRoot(computer);
}

function replace(play: Play, computer: Computer, path: string, to: string, given: Given): void {
  withFiles(play, { on: computer.name, path }, (files): Outcome => {
    if (fileInUse(play, computer, path)) return failure(win32.sharingViolation);
    const present = files.stat(path);
    const size = given.size === undefined ? (present.ok ? present.value.size : usualSize) : bytesOf(given.size);
    const content = bulkContent(size, `${fileName(path)} ${to}`);
    return files.write(path, content, { version: to });
  });
}

/** Compver.ini and the programs of one client component in Clicomp.src. */
function bundle(play: Play, computer: Computer, folder: string, to: string): void {
  const site = play.simulation.siteOf(computer);
  if (site === undefined) return play.fail(`${computer.name} is no site server`);
  const path = inboxPath(site, 'clicomp.src', folder);
  return withFiles(play, { on: computer.name, path }, (files): Outcome => {
    const programs = files.list(`${path}\\i386`);
    if (!programs.ok) return programs;
    for (const { name, size, modified } of programs.value) {
      // A fix is younger than what it replaces, whatever day the scenario has.
      const options = { version: to, modified: Math.max(computer.now(), modified + second) };
      const written = files.write(`${path}\\i386\\${name}`, bulkContent(size, `${name} ${to}`), options);
      if (!written.ok) return written;
    }
    return files.writeText(`${path}\\Compver.ini`, printCompver({ version: to }));
  });
}
