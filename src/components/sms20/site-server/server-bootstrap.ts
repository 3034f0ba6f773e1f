import { documented, folderOf, inferred, win32Text, type Computer, type Outcome } from '../../../world/index.ts';
import type { Self } from '../../component.ts';

/** The programs of a client access point: SMS Executive, whose thread is Inbox Manager Assistant (Q263063). */
export const accessPointPrograms = ['bin\\i386\\Smsexecd.exe', 'bin\\i386\\Inboxast.dll'] as const;

const executive = 'SMS_EXECUTIVE';
const identification = 'HKLM\\Software\\Microsoft\\SMS\\Identification';
const setup = 'HKLM\\Software\\Microsoft\\SMS\\Setup';

/** What Sitecomp.log says of a removal is quoted. */
const removalLines = documented('Q235210');
const installationLines = inferred('Q235210, Q257362', 'An installation is logged as a removal is, with /install.');
const otherSite = documented('Q263063', 'A computer with SMS Executive of another site cannot become a site system.');

/** Puts SMS Executive on a site system, over what is there of this site; false where it has to be tried again. */
export function installExecutive(self: Self, computer: Computer, entersPassword: boolean): boolean {
  const owner = computer.registry.getText(identification, 'Site Code');
  if (owner !== undefined && owner !== self.site.code && computer.service(executive) !== undefined) {
    self.restsOn('site systems of other sites', otherSite);
    self.log(`The computer ${computer.name} is already a site system in site ${owner}.`);
    return false;
  }
  self.restsOn('lines about an installation', installationLines);
  begin(self, computer, 'install');
  const brought = bringPrograms(self, computer);
  if (!brought.ok) return giveUp(self, computer, 'install', refused(brought.error));
  identify(self, computer);
  setService(self, computer, entersPassword);
  self.startService(computer.name, executive);
  self.log(`Deinstalled service ${bootstrap(self)}.`);
  return true;
}

/** Takes SMS Executive of this site off a computer, with the help of its own program; false where that fails. */
export function deinstallExecutive(self: Self, computer: Computer): boolean {
  if (computer.registry.getText(identification, 'Site Code') !== self.site.code) return true;
  self.restsOn('lines about a removal', removalLines);
  begin(self, computer, 'deinstall');
  const program = programPath(self, computer, 'bin\\i386\\smsexecd.exe');
  const found = self.files.stat(program);
  if (!found.ok) {
    const missing = `The file "${program}" does not exist.`;
    return giveUp(self, computer, 'deinstall', isMissing(found.error) ? missing : refused(found.error));
  }
  self.stopService(computer.name, executive);
  computer.removeService(executive);
  for (const file of accessPointPrograms) self.files.delete(programPath(self, computer, file));
  for (const key of [identification, setup]) computer.registry.deleteKey(key);
  self.log(`Deinstalled service ${bootstrap(self)}.`);
  return true;
}

function bootstrap(self: Self): string {
  return `SMS_SERVER_BOOTSTRAP_${self.computer.name}`;
}

function begin(self: Self, computer: Computer, what: 'install' | 'deinstall'): void {
  const program = programPath(self, computer, 'bin\\i386\\smsexecd.exe');
  self.log(`Installed service ${bootstrap(self)}.`);
  self.log(
    `Starting service ${bootstrap(self)} with command-line arguments ` +
      `"${self.site.code} ${self.site.folder} /${what} ${program}"...`,
  );
}

function giveUp(self: Self, computer: Computer, what: 'install' | 'deinstall', why: string): false {
  const program = programPath(self, computer, 'bin\\i386\\smsexecd.exe');
  const command = `"${program} /${what} /siteserver:${self.computer.name}"`;
  self.log(`Execution of ${command} on server ${computer.name} failed: ${why}`);
  self.log('Bootstrap operation failed.');
  self.log(`Deinstalled service ${bootstrap(self)}.`);
  self.log('Bootstrap operations aborted.');
  if (what === 'install') self.log('Installation failed and will be retried in the next polling cycle.');
  return false;
}

function refused(error: number): string {
  return `The operating system reported error ${error}: ${win32Text(error)}`;
}

const missingErrors: readonly number[] = [2, 3];

function isMissing(error: number): boolean {
  return missingErrors.includes(error);
}

/** A file below the SMS folder of a site system, by the share of its drive (Q235210). */
function programPath(self: Self, computer: Computer, file: string): string {
  const { folder } = self.site;
  return `\\\\${computer.name}\\${folder.slice(0, 1)}$${folder.slice(2)}\\${file}`;
}

/** The programs of the site server take the place of those on the site system, once SMS Executive there has ended. */
function bringPrograms(self: Self, computer: Computer): Outcome {
  const reached = self.files.createFolder(folderOf(programPath(self, computer, accessPointPrograms[0])));
  if (!reached.ok) return reached;
  self.stopService(computer.name, executive);
  for (const file of accessPointPrograms) {
    const own = `${self.site.folder}\\${file}`;
    const [facts, content] = [self.files.stat(own), self.files.read(own)];
    if (!facts.ok || !content.ok) continue;
    const { modified, version } = facts.value;
    const options = { modified, ...(version === undefined ? {} : { version }) };
    const written = self.files.write(programPath(self, computer, file), content.value, options);
    if (!written.ok) return written;
  }
  return self.files.createFolder(programPath(self, computer, 'Logs'));
}

function identify(self: Self, { registry }: Computer): void {
  const { code, folder } = self.site;
  registry.set(identification, 'Site Code', { type: 'REG_SZ', data: code });
  registry.set(identification, 'Installation Directory', { type: 'REG_SZ', data: folder });
  const version = self.registry.getText(setup, 'Full Version');
  if (version !== undefined) registry.set(setup, 'Full Version', { type: 'REG_SZ', data: version });
}

function setService(self: Self, computer: Computer, entersPassword: boolean): void {
  const account = `SMSServer_${self.site.code}`;
  const password = self.world.accounts.get(account)?.password;
  const present = computer.service(executive);
  const fresh = { name: executive, state: 'Stopped', startType: 'Automatic', account } as const;
  const service = present ?? fresh;
  const enters = entersPassword || present === undefined;
  computer.setService({ ...service, ...(enters && password !== undefined ? { password } : {}) });
}
