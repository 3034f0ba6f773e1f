import type { LogSide } from '../components/index.ts';
import { systemOpener, type Computer } from '../world/index.ts';
import type { Process } from './process.ts';
import type { Simulation } from './simulation.ts';

const clientLimit = 100 * 1024;
const serverLimit = 2 * 1024 * 1024;

/**
 * Appends a line to a component's log. Logs of clients and of Setup are on, server logs are off until they are switched
 * on in the registry (Q214969, Q241001); a full log becomes `.lo_` and a new one begins.
 */
export function writeLogLine(simulation: Simulation, process: Process, given: string | (() => string)): void {
  const log = process.component.log;
  if (log === undefined || !keepsLogs(simulation, process.computer)) return;
  const product = simulation.productOn(process.computer);
  if (!keepsItself(log.side) && !serverLogging(process, product.logsAtFirst)) return;
  const text = typeof given === 'string' ? given : given();
  const path = `${logFolder(simulation, process.computer, log.side)}\\${log.file}`;
  const files = process.computer.files;
  const limit = log.side === 'client' ? clientLimit : serverLimit;
  const size = files.stat(systemOpener, path);
  if (size.ok && size.value.size > limit) rollOver(process, path);
  const zone = log.side !== 'client' ? { zoneName: process.computer.zone } : {};
  const component = log.component ?? programPath(simulation, process);
  const line = product.logLine({ text, component, time: process.now(), thread: process.thread, ...zone });
  process.record('log', log.file, text);
  files.append(systemOpener, path, `${line}\r\n`);
}

function keepsItself(side: string): boolean {
  return side === 'client' || side === 'setup';
}

/** As the SMS Client Service names itself in its log: `C:\\WINNT\\MS\\SMS\\CORE\\BIN\\CLISVCL.EXE` (Q246331). */
function programPath(simulation: Simulation, { computer, component }: Process): string {
  return `${simulation.productOn(computer).programFolder(computer, component)}\\${component.file}`.toUpperCase();
}

/** Not read through the process: an explanation of what it does must not lead to the switch of its log. */
function serverLogging(process: Process, atFirst: boolean): boolean {
  const key = `HKLM\\Software\\Microsoft\\SMS\\Tracing\\${process.component.name}`;
  const enabled = process.computer.registry.getNumber(key, 'Enabled');
  return enabled === undefined ? atFirst : enabled === 1;
}

function rollOver(process: Process, path: string): void {
  const old = `${path.slice(0, -1)}_`;
  process.computer.files.delete(systemOpener, old);
  process.computer.files.move(systemOpener, path, old);
}

/** The folder in which programs of one side write their logs on a computer. */
export function logFolder(simulation: Simulation, computer: Computer, side: LogSide): string {
  return simulation.productOn(computer).logFolder(computer, side);
}

function keepsLogs({ options }: Simulation, computer: Computer): boolean {
  return options.logComputers?.has(computer.name) ?? true;
}
