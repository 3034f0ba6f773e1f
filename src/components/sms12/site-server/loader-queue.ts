import { eventText, fileName, inferred, sqlNumbers, type SqlFailure } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { filesIn } from '../../inbox-pass.ts';
import { siteFolder } from '../folders.ts';
import { writeSmsEvent } from '../sms-events.ts';
import { freePath } from './inventory-collection.ts';
import type { LoaderAnswer, LoaderMemory } from './inventory-data-loader.ts';

type LoaderSelf = Self<LoaderMemory>;

/** At most so many files of one kind are in Process (Resource Guide for SMS 1.2, Collecting Inventory at Sites). */
const mostInProcess = 1000;

const putBackAfterSql = inferred(
  'Q153573, Q168093',
  'After a problem with SQL Server a file gets its name back: it is not rejected, however often it fails so.',
);

/** MIFs that wait in DELTAMIF.COL are moved into PROCESS. */
export function takeIntoProcess(self: LoaderSelf): void {
  const folder = siteFolder(self.site, 'DATALOAD.BOX', 'DELTAMIF.COL');
  const room = mostInProcess - filesIn(self, `${folder}\\PROCESS`, '*.MIF').length;
  for (const path of filesIn(self, folder, '*.MIF').slice(0, Math.max(0, room))) {
    self.files.move(path, freePath(self, `${folder}\\PROCESS`, fileName(path)));
  }
}

/** Each attempt adds an X to the name; a file with three of them is taken for corrupt. */
export function markFile(self: LoaderSelf): 'marked' | 'tried too often' | 'in use' {
  const { file } = self.memory;
  const name = fileName(file);
  if (name.toUpperCase().startsWith('XXX')) {
    moveToBadMifs(self);
    return 'tried too often';
  }
  const marked = `${file.slice(0, -name.length)}X${name}`;
  if (!self.files.move(file, marked).ok) return 'in use';
  self.memory.file = marked;
  self.log('Processing a machine...');
  return 'marked';
}

/** A loaded MIF goes on to Site Reporter, which sends it to the parent site or deletes it. */
export function done(self: LoaderSelf, answer: 'loaded' | 'resync asked for'): LoaderAnswer {
  self.log('finished processing current machine.');
  const name = fileName(self.memory.file).replace(/^X+/i, '');
  self.files.move(self.memory.file, freePath(self, siteFolder(self.site, 'SITEREP.BOX'), name));
  return answer;
}

/** Deleting is a matter of one database, as it is in SMS Administrator: no site above hears of it (Q167777). */
export function dropped(self: LoaderSelf): LoaderAnswer {
  self.log('finished processing current machine.');
  self.files.delete(self.memory.file);
  return 'loaded';
}

/** Nobody reads a file in BADMIFS again; by hand it can be moved back when the cause is gone (Q153573, Q175526). */
export function rejected(self: LoaderSelf): LoaderAnswer {
  self.log('finished processing current machine.');
  moveToBadMifs(self);
  return 'rejected';
}

/** SQL Server does not answer: event 243, once; the file waits, or counts as bad (Q153573). A full log is no loss. */
export function lostDatabase(self: LoaderSelf, { number }: SqlFailure): LoaderAnswer {
  if (number !== sqlNumbers.offline) return putBack(self);
  if (!self.memory.lost) writeSmsEvent(self, 243, 'Non-fatal Error', eventText(243));
  self.memory.lost = true;
  if (self.trait('keeps a MIF when SQL Server is lost') === true) return putBack(self);
  self.log('finished processing current machine.');
  moveToBadMifs(self);
  endThread(self);
  return 'thread ended';
}

/** The thread ends at a problem with SQL Server; the file in hand waits for the next one. */
export function putBack(self: LoaderSelf): LoaderAnswer {
  self.restsOn('a MIF after a problem with SQL Server', putBackAfterSql);
  const { file } = self.memory;
  const name = fileName(file);
  self.files.move(file, `${file.slice(0, -name.length)}${name.replace(/^X/i, '')}`);
  endThread(self);
  return 'thread ended';
}

function endThread(self: LoaderSelf): void {
  self.log('finished processing current machine.');
  self.log('SQL problem detected, terminating the thread.');
  self.log('SQL problem detected, terminating MIF processing thread.');
}

function moveToBadMifs(self: LoaderSelf): void {
  const name = fileName(self.memory.file);
  const path = freePath(self, siteFolder(self.site, 'DATALOAD.BOX', 'DELTAMIF.COL', 'BADMIFS'), name);
  self.log(`Cannot process MIF ${name}, moving it to BADMIFS`);
  self.files.move(self.memory.file, path);
  writeSmsEvent(self, 245, 'Non-fatal Error', eventText(245, { X: path }));
}
