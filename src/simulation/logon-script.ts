import { FileAccess, inferred, logonScriptPath, logonScriptShare, type Computer } from '../world/index.ts';
import type { Simulation } from './simulation.ts';

const choice = inferred(
  'Q263345, Q264976',
  'A user is let in by a controller of the own subnet, else by the first that answers.',
);

const lines = inferred('Q237543', 'Of a logon script its goto lines count, and the programs that it calls.');

/** A domain controller lets the user in, and his logon script runs. Without a domain nothing happens. */
export function runLogonScripts(simulation: Simulation, computer: Computer): void {
  const controller = logonServerOf(simulation, computer);
  computer.logonServer = controller;
  if (controller === undefined || computer.user === undefined) return;
  simulation.foundations.note('choice of a domain controller', choice);
  const account = computer.user.name;
  if (controller.toUpperCase() !== computer.name.toUpperCase()) {
    const password = simulation.world.accounts.get(account)?.password ?? '';
    simulation.world.connect(computer.name, controller, account, password);
  }
  const files = new FileAccess(simulation.world, computer, `${computer.name}/logon`, account);
  for (const { name, logonScript, file } of simulation.productOn(computer).components) {
    if (logonScript === undefined) continue;
    const text = files.readText(logonScriptPath(controller, logonScript));
    if (!text.ok) continue;
    simulation.foundations.note('logon script', lines);
    if (calls(text.value, file)) simulation.startProcess(computer.name, name);
  }
}

/** The connection to the controller that let the user in ends with his session. */
export function endLogonSession({ world }: Simulation, computer: Computer): void {
  if (computer.logonServer === undefined) return;
  const { logonServer, user } = computer;
  if (world.sessionAccount(computer.name, logonServer) === user?.name) world.endSession(computer.name, logonServer);
}

/** The controller whose scripts a user of this computer gets; undefined without a domain, or when none answers. */
export function logonServerOf({ world }: Simulation, computer: Computer): string | undefined {
  const controllers = world.domain(computer.domain ?? '')?.controllers ?? [];
  const answering = controllers.filter(
    (name) => world.answers(computer.name, name).ok && hasScripts(world.mustHave(name)),
  );
  const subnets = computer.adapters.map(({ subnet }) => subnet);
  const near = answering.find((name) => world.mustHave(name).adapters.some(({ subnet }) => subnets.includes(subnet)));
  return near ?? answering[0];
}

function hasScripts(controller: Computer): boolean {
  return controller.files.resolveShare(logonScriptShare) !== undefined;
}

/** Whether a batch file gets as far as the line that calls a program. */
function calls(text: string, program: string): boolean {
  const rows = text.split(/\r?\n/).map((row) => row.trim());
  const visited = new Set<number>();
  for (let at = 0; at < rows.length && !visited.has(at); at++) {
    visited.add(at);
    const row = (rows[at] ?? '').toLowerCase();
    if (row.startsWith('rem ') || row.startsWith(':')) continue;
    if (row.includes(program.toLowerCase())) return true;
    const label = /^goto\s+:?(\S+)/.exec(row)?.[1];
    if (label === undefined) continue;
    const target = rows.findIndex((other) => other.toLowerCase() === `:${label}`);
    if (target === -1) return false;
    at = target;
  }
  return false;
}
