import { z } from 'zod';
import { clientRoot } from '../../components/index.ts';
import { startService, stopService } from '../../simulation/index.ts';
import {
  bulkContent,
  failure,
  fileName,
  inboxPath,
  printCompver,
  win32,
  type Computer,
  type Outcome,
} from '../../world/index.ts';
import { fileInUse } from '../file-in-use.ts';
import { withFiles } from '../given-path.ts';
import type { Play } from '../play.ts';
import { computerName } from '../references.ts';
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
    size: sizeText().default('64 KB').describe('Size of each file'),
    'stop services': z.boolean().default(true).describe('Without it, a file of a running component is error 32'),
  })
  .refine((given) => Object.keys({ ...given.files, ...given['client components'] }).length > 0, 'name a file');

type Given = z.infer<typeof schema>;

/** Somebody installs a hotfix: a set of files. */
export const hotfix = defineStep({
  name: 'hotfix',
  summary: 'Replaces program files, or client components in Clicomp.src, by other versions',
  schema,
  example: "hotfix: { on: SMSSRV1, files: { 'bin\\i386\\Dataldr.dll': 2.00.1493.3005 } }",
  run(play, given) {
    const computer = play.world.mustHave(given.on);
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

function rootOf(play: Play, computer: Computer): string {
  return play.simulation.siteOf(computer)?.folder ?? clientRoot(computer);
}

function replace(play: Play, computer: Computer, path: string, to: string, given: Given): void {
  withFiles(play, { on: computer.name, path }, (files): Outcome => {
    if (fileInUse(play, computer, path)) return failure(win32.sharingViolation);
    const content = bulkContent(bytesOf(given.size), `${fileName(path)} ${to}`);
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
    for (const { name, size } of programs.value) {
      const written = files.write(`${path}\\i386\\${name}`, bulkContent(size, `${name} ${to}`), { version: to });
      if (!written.ok) return written;
    }
    return files.writeText(`${path}\\Compver.ini`, printCompver({ version: to }));
  });
}
