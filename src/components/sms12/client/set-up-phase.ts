import { assumed, documented, setupPhaseOf, smsIniValue, withSmsIniValue, type Ini } from '../../../world/index.ts';
import { readIni, readSmsIni, writeSmsIni } from './client-files.ts';
import { clientPlatform, type ClientPlatform } from './client-platform.ts';
import { copyListOf, filesToCopy } from './copied-files.ts';
import { given, serverOf, type SetUpSelf } from './set-up-memory.ts';

const verification = documented(
  'Q166771, Q174961',
  'Client set-up copies its files again when the copy list is newer; programs that run keep it from that.',
);

const services = assumed(
  'The programs of services are copied in the first run, since Smsrun does not start them.',
  'Q166771, Q174961',
);

const restart = assumed('The words of the message after a change of services.', 'Q166771');

/** What there is to do: what SMS.INI notes, what was typed, and whether the copy list is another one (Q166771). */
export function lookAtSmsIni(self: SetUpSelf): string {
  const platform = clientPlatform(self.computer);
  const domain = readIni(self, `${self.memory.share}\\DOMAIN.INI`);
  if (platform === undefined || domain === undefined) return 'stopped';
  const ini = readSmsIni(self);
  if (ini === undefined || (smsIniValue(ini, 'smsid') ?? '') === '')
    return given(self, '/R') ? 'stopped' : 'new client';
  if (given(self, '/R')) return 'removal due';
  if (smsIniValue(ini, 'operatingSystem') !== String(platform.code) && !given(self, '/U')) {
    self.show('SMS Client Setup', 'The operating system is not the one under which the client was installed.');
    return 'stopped';
  }
  writeSmsIni(self, withSmsIniValue(ini, 'currentLogonServer', serverOf(self)));
  return stateOf(self, ini, platform);
}

/** What the note in SMS.INI and the copy list say (Q166771). */
function stateOf(self: SetUpSelf, ini: Ini, platform: ClientPlatform): string {
  const phase = setupPhaseOf(smsIniValue(ini, 'setupPhase'));
  if (phase === undefined) return 'known client';
  self.restsOn('verification of client files', verification);
  if (phase === 'DEINSTALL') return given(self, '/K') ? 'second run of a removal' : 'stopped';
  if (phase !== 'INSTALLED') return pendingUpdate(self, platform);
  if (given(self, '/U') || given(self, '/F')) return 'update due';
  const isCurrent = copyListOf(self, platform).version === (smsIniValue(ini, 'copyListVersion') ?? '');
  return isCurrent ? 'installed' : 'update due';
}

/** While programs that Smsrun starts are running, nothing is copied, and the note stays. */
function pendingUpdate(self: SetUpSelf, platform: ClientPlatform): string {
  tellOfVerification(self);
  const isFree = given(self, '/K') && !platform.started.some((program) => self.runs(program));
  return isFree || platform.starter === undefined ? 'second run of an update' : 'installed';
}

function tellOfVerification(self: SetUpSelf): void {
  self.show('SMS Client Setup', 'Verifying Microsoft Systems Management Server client installation...');
}

/** The first run of an update leaves a note in SMS.INI; without Windows there is nothing to wait for. */
export function prepareUpdate(self: SetUpSelf): 'first run' | 'at once' {
  const ini = readSmsIni(self);
  const platform = clientPlatform(self.computer);
  if (ini === undefined || platform === undefined) return 'first run';
  tellOfVerification(self);
  const list = copyListOf(self, platform);
  const noted = withSmsIniValue(ini, 'setupPhase', given(self, '/U') ? 'UPGRADE' : 'VERIFY_FILES');
  writeSmsIni(self, withSmsIniValue(noted, 'copyListVersion', list.version));
  if (platform.starter === undefined) return 'at once';
  self.memory.stage = 'first run';
  self.restsOn('programs of services', services);
  self.memory.files = filesToCopy(
    self,
    list.files.filter((file) => platform.servicePrograms.includes(file)),
  );
  self.memory.servicesChanged = self.memory.files.length > 0;
  return 'first run';
}

/** The user of Windows NT hears of it when programs of services have been replaced (Q166771). */
export function tellOfServices(self: SetUpSelf): void {
  if (!self.memory.servicesChanged) return;
  self.restsOn('message after a change of services', restart);
  self.show(
    'SMS Client Setup',
    'The Systems Management Server client has been modified. You must restart your computer for the changes to take ' +
      'effect.',
  );
}
