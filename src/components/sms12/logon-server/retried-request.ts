import { hour } from '../../../kernel/index.ts';
import {
  assumed,
  documented,
  fileName,
  mergedRequest,
  parseConfigurationRequest,
  printConfigurationRequest,
  printMifDate,
  type ConfigurationRequest,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { logonFolder } from '../folders.ts';
import { writeSmsEvent } from '../sms-events.ts';
import type { ConfigurationFailure } from './configured-client.ts';

const guide = 'Resource Guide for SMS 1.2 (Client Setup)';

const interval = assumed('A request in RETRY is tried again after an hour.', `Q168518, ${guide}`);

const duration = documented(guide, 'Retry Duration and Error Reporting Delay are 24 hours.');

const eventWords = assumed(
  'The words of the events 402 and 403 are not known; what they tell is. A later success is told by the same number.',
  'Resource Guide for SMS 1.2 (Client Setup, Site Services)',
);

const retryDuration = 24 * hour;
const errorReportingDelay = 24 * hour;

/** The request in a file; undefined where it is none. */
export function requestIn(self: Self, path: string): ConfigurationRequest | undefined {
  const text = self.files.readText(path);
  const request = text.ok ? parseConfigurationRequest(text.value) : undefined;
  return request?.ok === true ? request.value : undefined;
}

/** Whether a request in RETRY has not been tried for the whole Retry Duration yet; afterwards it lies there. */
export function isToBeRetried(self: Self, path: string): boolean {
  const request = requestIn(self, path);
  if (request === undefined) return false;
  self.restsOn('duration of retries', duration);
  const { firstAttempt = 0, lastAttempt = 0 } = request;
  return lastAttempt - firstAttempt < retryDuration;
}

/** Whether the next attempt at a request in RETRY is due. */
export function isDue(self: Self, path: string): boolean {
  self.restsOn('interval of retries', interval);
  const last = requestIn(self, path)?.lastAttempt ?? 0;
  return isToBeRetried(self, path) && self.now() >= last + hour;
}

/** Moves a request that has failed to RETRY; one of the same computer there takes over its actions (Q168518). */
export function retryLater(
  self: Self,
  file: string,
  request: ConfigurationRequest,
  failure: ConfigurationFailure,
): void {
  const target = logonFolder(self.computer, 'CCR.BOX', 'RETRY', fileName(file));
  const waiting = requestIn(self, target);
  const time = Math.floor(self.now() / 1000) * 1000;
  const first = request.firstAttempt ?? time;
  const merged = waiting === undefined ? { ...request, firstAttempt: first } : mergedRequest(waiting, request);
  const tried = withReport(self, { ...merged, lastAttempt: time }, failure);
  if (!self.files.writeText(target, printConfigurationRequest(tried)).ok) return;
  if (file.toUpperCase() !== target.toUpperCase()) self.files.delete(file);
}

/** After the Error Reporting Delay an event tells of the failure, once (Resource Guide for SMS 1.2). */
function withReport(
  self: Self,
  request: ConfigurationRequest,
  { event, error }: ConfigurationFailure,
): ConfigurationRequest {
  const { firstAttempt = 0, lastAttempt = 0, machineName, reportedEvent } = request;
  if (reportedEvent !== undefined || lastAttempt - firstAttempt < errorReportingDelay) return request;
  self.restsOn('words of the events', eventWords);
  const what = event === 402 ? 'cannot connect to' : 'has failed to configure';
  const times = `First attempt: ${printMifDate(firstAttempt)}, last attempt: ${printMifDate(lastAttempt)}.`;
  const text = `Client Configuration Manager on ${self.computer.name} ${what} ${machineName}. Error ${error}. ${times}`;
  writeSmsEvent(self, event, 'Non-fatal Error', text);
  return { ...request, reportedEvent: event };
}

/** A success behind a failure that has been reported is reported as well (Resource Guide for SMS 1.2). */
export function reportSuccess(self: Self, { reportedEvent, machineName }: ConfigurationRequest): void {
  if (reportedEvent === undefined) return;
  self.restsOn('words of the events', eventWords);
  const text = `Client Configuration Manager on ${self.computer.name} has configured ${machineName}.`;
  writeSmsEvent(self, reportedEvent, 'Information', text);
}
