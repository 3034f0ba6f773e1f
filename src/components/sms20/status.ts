import {
  assumed,
  printStatusMessageFile,
  printStatusMessageLine,
  toUniversal,
  type StatusMessage,
} from '../../world/index.ts';
import type { Self } from '../component.ts';
import { unusedName } from './generated-names.ts';
import { reachedInbox } from './inbox-definitions.ts';

/** What a server component has to say; the rest of a status message follows from who says it and when. */
export interface StatusReport {
  readonly id: number;
  readonly severity: StatusMessage['severity'];
  readonly type?: StatusMessage['type'];
  /** Texts for the places %1 to %9 of the message. */
  readonly inserts: readonly string[];
}

/** The inbox of Status Manager on the site server. */
export const statusInbox = 'statmgr.box\\statmsgs';

/** The process that hosts the server threads; the number is that of the excerpt in Q249582. */
const executiveProcessId = 99;

/**
 * Raises a status message of a server component: a STATMSG line in its log (Q249582) and a `.svf` in the inbox of
 * Status Manager. A message that cannot be written is lost, as the component has no other place to put it.
 */
export function reportStatus(self: Self, component: string, report: StatusReport): void {
  const message = statusMessage(self, component, report);
  self.record('status', String(report.id), `${report.severity} ${report.inserts.join(', ')}`.trim());
  self.log(printStatusMessageLine(message));
  const folder = reachedInbox(self.site, self.computer.name, statusInbox);
  const name = unusedName(self.files, folder, '.svf', self.random('status message names'));
  self.restsOn('way of a status message', viaFile);
  self.files.writeText(`${folder}\\${name}`, printStatusMessageFile(message));
}

const viaFile = assumed('Server components hand their status messages to Status Manager as .svf files.', 'Q311212');

function statusMessage(self: Self, component: string, report: StatusReport): StatusMessage {
  return {
    component,
    machine: self.computer.name,
    id: report.id,
    severity: report.severity,
    type: report.type ?? 'M',
    module: 'SMS Server',
    siteCode: self.site.code,
    processId: executiveProcessId,
    threadId: self.thread,
    time: toUniversal(self.computer.zone, self.now()),
    inserts: report.inserts,
  };
}
