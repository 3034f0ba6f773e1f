import type { Component } from '../components/index.ts';
import {
  applyPendingRenames,
  assumed,
  done,
  eventLogStarted,
  eventLogStopped,
  failure,
  serviceTerminated,
  serviceTerminatedProvenance,
  win32,
  type Computer,
  type Outcome,
} from '../world/index.ts';
import type { Process } from './process.ts';
import { endLogonSession, runLogonScripts } from './logon-script.ts';
import type { Simulation } from './simulation.ts';

/** Starts a service: its components that are installed on the computer come to life, in the product's order. */
export function startService(simulation: Simulation, computerName: string, name: string): Outcome {
  const computer = simulation.world.mustHave(computerName);
  const service = computer.service(name);
  if (service === undefined) return failure(win32.serviceNotFound);
  if (service.state === 'Running') return failure(win32.serviceAlreadyRunning);
  if (service.startType === 'Disabled') return failure(win32.serviceDisabled);
  if (computer.power === 'off') return failure(win32.badNetPath);
  computer.setService({ ...service, state: 'Running' });
  simulation.record('service', computer.name, service.name, 'Running');
  for (const component of simulation.productOn(computer).components) {
    if (component.service === service.name) simulation.startProcess(computer.name, component.name);
  }
  return done;
}

/** Setup enters the passwords that the accounts of the services of a computer have now (assumed for a site reset). */
export function enterPasswords(simulation: Simulation, computer: Computer): void {
  for (const service of computer.services.values()) {
    const password = simulation.world.accounts.get(service.account)?.password;
    if (password !== undefined) computer.setService({ ...service, password });
  }
  simulation.foundations.note('passwords of server accounts', passwordProvenance);
}

const passwordProvenance = assumed(
  'A service keeps the password that its account had when Setup or a site reset entered it.',
  'Q259781',
);

/** Stops a service in order, or kills it; every process that it brought to life ends. */
export function stopService(
  simulation: Simulation,
  computerName: string,
  name: string,
  how: 'stopped' | 'killed' = 'stopped',
): Outcome {
  const computer = simulation.world.mustHave(computerName);
  const service = computer.service(name);
  if (service === undefined) return failure(win32.serviceNotFound);
  if (service.state === 'Stopped') return failure(win32.serviceNotActive);
  computer.setService({ ...service, state: 'Stopped' });
  simulation.record('service', computer.name, service.name, 'Stopped');
  if (how === 'killed') noticeTermination(simulation, computer, service.name);
  for (const process of processesOf(simulation, computer)) {
    const { components } = simulation.productOn(computer);
    if (belongsTo(components, process.component, service.name)) simulation.stopProcess(process.id, how);
  }
  return done;
}

/**
 * Ends a component in the middle of whatever it does. One that alone makes up a service is its program: the Service
 * Control Manager sees the service stopped. Components that share a service are its threads, and each ends alone.
 */
export function killProcess(simulation: Simulation, id: string): void {
  const process = simulation.processes.get(id);
  if (process === undefined) return;
  const { name, service } = process.component;
  const { components } = simulation.productOn(process.computer);
  const shares = components.some((other) => other.service === service && other.name !== name);
  if (service !== undefined && !shares) stopService(simulation, process.computer.name, service, 'killed');
  simulation.stopProcess(id, 'killed');
}

function noticeTermination(simulation: Simulation, computer: Computer, service: string): void {
  simulation.foundations.note('event of a service that was killed', serviceTerminatedProvenance);
  if (computer.operatingSystem.name !== 'Windows 2000') return;
  simulation.world.writeEvent(computer, serviceTerminated(service, computer.events));
}

/** A component belongs to a service that starts it, or to the one whose component launches it. */
function belongsTo(components: readonly Component[], component: Component, service: string): boolean {
  if (component.service === service) return true;
  const launcher = components.find((candidate) => candidate.name === component.launchedBy);
  return launcher !== undefined && belongsTo(components, launcher, service);
}

/** Switches a computer on: automatic services start; sessions begin anew. */
export function powerOn(simulation: Simulation, computerName: string): void {
  const computer = simulation.world.mustHave(computerName);
  if (computer.power === 'on') return;
  computer.power = 'on';
  computer.startedAt = simulation.now;
  simulation.record('power', computer.name, computer.name, 'on');
  simulation.world.writeEvent(computer, eventLogStarted());
  if (computer.operatingSystem.family === 'Windows 9x') applyPendingRenames(computer);
  for (const service of computer.services.values()) {
    if (service.startType === 'Automatic') startService(simulation, computer.name, service.name);
  }
}

/** Shuts a computer down in order, or cuts its power; every process ends, every session and copy breaks off. */
export function powerOff(simulation: Simulation, computerName: string, how: 'stopped' | 'killed'): void {
  const computer = simulation.world.mustHave(computerName);
  if (computer.power === 'off') return;
  for (const process of processesOf(simulation, computer)) simulation.stopProcess(process.id, how);
  for (const service of computer.services.values()) computer.setService({ ...service, state: 'Stopped' });
  if (how === 'stopped') simulation.world.writeEvent(computer, eventLogStopped());
  computer.power = 'off';
  computer.user = undefined;
  computer.busyWith = undefined;
  simulation.world.disconnect(computer.name);
  simulation.world.transfers.computerLost(computer.name);
  computer.files.closeWhere(() => true);
  simulation.record('power', computer.name, computer.name, how === 'killed' ? 'lost' : 'off');
}

/** Logs a user of the domain on, who gets an account where he has none; his logon script runs. */
export function logOn(simulation: Simulation, computerName: string, name: string, administrator: boolean): void {
  seatUser(simulation, computerName, name, administrator);
  runLogonScripts(simulation, simulation.world.mustHave(computerName));
}

/** Somebody is logged on, without a logon script; programs that wait for a user hear of it. */
export function seatUser(simulation: Simulation, computerName: string, name: string, administrator: boolean): void {
  const computer = simulation.world.mustHave(computerName);
  const { accounts } = simulation.world;
  if (accounts.get(name) === undefined) accounts.set(name, { groups: [administrator ? 'Administrators' : 'Users'] });
  computer.user = { name, administrator };
  simulation.record('user', computer.name, name, 'logged on');
  simulation.broadcast({ type: 'user logged on' }, computer.name);
  for (const component of simulation.productOn(computer).components) {
    if (component.atLogon === true) simulation.startProcess(computer.name, component.name);
  }
}

/** Logs the user off. */
export function logOff(simulation: Simulation, computerName: string): void {
  const computer = simulation.world.mustHave(computerName);
  if (computer.user === undefined) return;
  for (const process of processesOf(simulation, computer)) {
    if (process.component.inSession === true) simulation.stopProcess(process.id, 'stopped');
  }
  endLogonSession(simulation, computer);
  simulation.record('user', computer.name, computer.user.name, 'logged off');
  computer.user = undefined;
  simulation.broadcast({ type: 'user logged off' }, computer.name);
}

function processesOf(simulation: Simulation, computer: Computer): readonly Process[] {
  return [...simulation.processes.values()].filter((process) => process.computer === computer);
}
