import { parseSendRequest, printSendRequest, type SendRequest } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { siteFolder } from '../folders.ts';

/** The outbox of the standard sender: requests are `.SRQ`, and `.SRS` once the sender has them. */
export function outbox(self: Self): string {
  return siteFolder(self.site, 'SENDER.BOX', 'REQUESTS', 'LAN_DEFA.000');
}

/** Where a package (`.P00`) and its instruction (`.I00`) wait to be sent. */
export function toSend(self: Self, name: string): string {
  return siteFolder(self.site, 'SENDER.BOX', 'TOSEND', name);
}

/** What a request file says; undefined where it cannot be read. */
export function readRequest(self: Self, path: string): SendRequest | undefined {
  const text = self.files.readText(path);
  const request = text.ok ? parseSendRequest(text.value) : undefined;
  return request?.ok === true ? request.value : undefined;
}

/** Writes a request file; the Scheduler reads in it what has become of the job. */
export function writeRequest(self: Self, path: string, request: SendRequest): void {
  self.files.writeText(path, printSendRequest(request));
}
