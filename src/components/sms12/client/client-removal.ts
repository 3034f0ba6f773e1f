import { assumed, documented, inferred, smsIniValue, withSmsIniValue } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { filesIn, foldersIn } from '../../inbox-pass.ts';
import { clientPath, readSmsIni, writeSmsIni } from './client-files.ts';
import { clientPlatform } from './client-platform.ts';
import { requestServices } from './requested-services.ts';
import type { SetUpSelf } from './set-up-memory.ts';

const prepared = documented('Q125978', 'The words of the message.');

const left = inferred(
  'Q183398',
  'SMS.INI with the SMSID stays, since it is to be removed by hand where a client shall get another one.',
);

const folders = assumed('The second run takes MS\\SMS away with everything in it.', 'Q153287, Q183398');

/** The first run of a removal: a note in SMS.INI, and the services of Windows NT are to go (Q125978, Q168518). */
export function prepareRemoval(self: SetUpSelf): 'first run' | 'at once' {
  const ini = readSmsIni(self);
  const platform = clientPlatform(self.computer);
  if (ini === undefined || platform === undefined) return 'first run';
  writeSmsIni(self, withSmsIniValue(ini, 'setupPhase', 'DEINSTALL'));
  self.restsOn('message of a removal', prepared);
  const lines = [
    'Your machine has successfully been prepared for deinstallation. Microsoft SMS will be deinstalled the next time ' +
      'you start Windows.',
    'Phase 1 of Client de-install complete. If this is a Windows machine, you must start or restart Windows now for ' +
      'the deinstallation to complete.',
  ];
  self.show('SMS Client Setup', lines.join(' '));
  if (platform.isNt && !self.computer.server) requestServices(self, smsIniValue(ini, 'smsid') ?? '', 'remove');
  return platform.starter === undefined ? 'at once' : 'first run';
}

/** The second run: the files of the client go, and SMS.INI says no more that there is one. */
export function removeClient(self: SetUpSelf): void {
  self.restsOn('folders that a removal takes', folders);
  self.restsOn('SMS.INI after a removal', left);
  deleteTree(self, clientPath());
  const ini = readSmsIni(self);
  if (ini !== undefined) writeSmsIni(self, withSmsIniValue(ini, 'setupPhase', ''));
}

function deleteTree(self: Self, folder: string): void {
  for (const path of filesIn(self, folder, '*.*')) self.files.delete(path);
  for (const path of foldersIn(self, folder)) deleteTree(self, path);
  self.files.delete(folder);
}
