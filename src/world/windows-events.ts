import type { NtEvent } from './event-log.ts';
import { assumed } from './provenance.ts';

/** An entry that Windows NT itself writes, without the time at which it does. */
export type WindowsEvent = Omit<NtEvent, 'time'>;

function system(source: string, id: number, type: NtEvent['type'], text: string): WindowsEvent {
  return { log: 'System', source, id, type, text };
}

/** Windows has come up. */
export function eventLogStarted(): WindowsEvent {
  return system('EventLog', 6005, 'Information', 'The Event log service was started.');
}

/** Windows goes down in order; after a loss of power it is missing. */
export function eventLogStopped(): WindowsEvent {
  return system('EventLog', 6006, 'Information', 'The Event log service was stopped.');
}

/** A service ended without having been told to: Windows 2000 says so, and how often it has happened since it is up. */
export function serviceTerminated(service: string, earlier: readonly NtEvent[]): WindowsEvent {
  const begin = `The ${service} service terminated unexpectedly. It has done this`;
  const sinceStart = earlier.slice(earlier.findLastIndex(({ id }) => id === eventLogStarted().id) + 1);
  const times = sinceStart.filter(({ id, text }) => id === 7031 && text.startsWith(begin)).length + 1;
  const action = 'The following corrective action will be taken in 0 milliseconds: No action.';
  return system('Service Control Manager', 7031, 'Error', `${begin} ${times} time(s). ${action}`);
}

/** The sources of SMS say nothing of event 7031. */
export const serviceTerminatedProvenance = assumed(
  'Windows 2000 writes event 7031 for a service that terminated unexpectedly; Windows NT 3.51 and 4.0 write nothing.',
);

/** Less than a tenth of a drive is free. */
export function diskNearCapacity(letter: string): WindowsEvent {
  const text = `The ${letter}: disk is at or near capacity. You may need to delete some files.`;
  return system('Srv', 2013, 'Warning', text);
}

/** The two entries of a server that more computers reach into than it can take (Q245723). */
export function connectionsExhausted(times: number, client: string): readonly WindowsEvent[] {
  const lost = `The server was unable to find a free connection ${times} times in the last 60 seconds.`;
  return [
    system('Srv', 2022, 'Error', lost),
    system('Rdr', 3013, 'Error', `The redirector has timed out to ${client}.`),
  ];
}

/** Somebody was not let in over the network; written only where failed logons are audited. */
export function logonFailure(account: string, client: string, locked: boolean): WindowsEvent {
  const reason = locked ? 'Account locked out' : 'Unknown user name or bad password';
  const text = `Logon Failure: Reason: ${reason} User Name: ${account} Logon Type: 3 Workstation Name: \\\\${client}`;
  return { log: 'Security', source: 'Security', id: locked ? 539 : 529, type: 'Failure Audit', text };
}
