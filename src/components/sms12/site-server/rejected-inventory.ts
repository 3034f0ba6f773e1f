import {
  eventText,
  fileName,
  identificationOf,
  inferred,
  rawFaultEvent,
  rawFaultLog,
  type ReadRaw,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { extension, type InboxPass } from '../../inbox-pass.ts';
import { siteFolder } from '../folders.ts';
import { nextFreeName } from '../free-names.ts';
import { writeSmsEvent } from '../sms-events.ts';

const withoutItsFile = inferred(
  'Q122178, Q172533',
  'A MIF whose line in History.map names a missing file is rejected; that is why the line has to go with the file.',
);

/** The event names the file where it lies then, the computer that sent it, and the service (Q169038). */
export function rejectRaw(self: Self<InboxPass>, { fault, records }: Extract<ReadRaw, { ok: false }>): string {
  const line = rawFaultLog(fault);
  if (line !== undefined) self.log(line);
  const { path, answer } = moveAway(self, 'BADRAWS');
  const sender = identificationOf({ groups: records.map(({ group }) => group) })?.name ?? self.computer.name;
  const shown = { component: 'SMS_EXECUTIVE', machineName: sender };
  const id = rawFaultEvent(fault);
  writeSmsEvent(self, id, 'Non-fatal Error', eventText(id, { X: path }), shown);
  return answer;
}

/** A RAW with a MIF that does not compile goes the same way, without an event (Q160776). */
export function rejectForAppendedMif(self: Self<InboxPass>): string {
  return moveAway(self, 'BADRAWS').answer;
}

/** A MIF that nobody can read (event 125). */
export function rejectMif(self: Self<InboxPass>): string {
  const { path, answer } = moveAway(self, 'BADMIFS');
  writeSmsEvent(self, 125, 'Non-fatal Error', eventText(125, { X: path }));
  return answer;
}

function moveAway(self: Self<InboxPass>, folder: 'BADMIFS' | 'BADRAWS'): { path: string; answer: string } {
  const target = siteFolder(self.site, 'INVENTRY.BOX', folder);
  const path = `${target}\\${nextFreeName(self, target, extension(self.memory.file).toUpperCase())}`;
  self.files.move(self.memory.file, path);
  self.log(`Moved ${fileName(self.memory.file)} to ${target}`);
  return { path, answer: 'rejected' };
}

/** A line of the map leads to a file that is gone: there is nothing to compare with (event 146). */
export function rejectForHistory(self: Self<InboxPass>, path: string): string {
  self.restsOn('line of the map without its file', withoutItsFile);
  writeSmsEvent(self, 146, 'Non-fatal Error', eventText(146, { X: path }));
  return moveAway(self, 'BADMIFS').answer;
}
