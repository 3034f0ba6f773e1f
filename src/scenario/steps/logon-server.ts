import { z } from 'zod';
import { makeController } from '../../simulation/index.ts';
import { logonPointShare, logonScriptShare, systemOpener, type Computer, type Domain } from '../../world/index.ts';
import type { Play } from '../play.ts';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

/** Somebody installs a domain controller, gives one up, or takes the logon point on it away. */
export const logonServer = defineStep({
  name: 'logon server',
  summary: 'Adds a controller to a Windows NT domain, retires one, or resets the logon point on it',
  schema: z.strictObject({
    server: computerName().describe('The controller'),
    domain: z.string().describe('Windows NT domain of the scenario'),
    do: z.enum(['add', 'retire', 'reset']).describe('reset: SMSLOGON goes, until Logon Server Manager makes it again'),
  }),
  example: 'logon server: { server: BDC2, domain: OFFICE, do: add }',
  run(play, given) {
    const domain = play.world.domain(given.domain);
    const computer = play.world.mustHave(given.server);
    if (domain === undefined) return play.fail(`there is no Windows NT domain ${given.domain}`);
    const refusal = refusalOf(given.do, domain, computer);
    if (refusal !== undefined) return play.fail(refusal);
    play.simulation.record('note', computer.name, `logon server: ${given.do}`, domain.name);
    return deeds[given.do](play, domain, computer);
  },
});

type Deed = 'add' | 'retire' | 'reset';

const deeds: Readonly<Record<Deed, (play: Play, domain: Domain, computer: Computer) => void>> = {
  add(play, domain, computer) {
    makeController(play.world, computer.name);
    setControllers(play, domain, [...domain.controllers, computer.name]);
  },
  retire(play, domain, computer) {
    takeLogonPoint(computer);
    computer.files.removeShare(logonScriptShare);
    const agent = 'SMS_NT_LOGON_DISCOVERY_AGENT';
    play.simulation.stopProcess(`${computer.name}/${agent}`, 'stopped');
    computer.removeService(agent);
    setControllers(
      play,
      domain,
      domain.controllers.filter((name) => name.toUpperCase() !== computer.name.toUpperCase()),
    );
  },
  reset: (_play, _domain, computer) => takeLogonPoint(computer),
};

function setControllers(play: Play, domain: Domain, controllers: readonly string[]): void {
  play.world.domains.set(domain.name.toUpperCase(), { ...domain, controllers });
}

/** The share and the folder with all that is in it. */
function takeLogonPoint({ files }: Computer): void {
  const folder = files.resolveShare(logonPointShare);
  files.removeShare(logonPointShare);
  if (folder !== undefined) files.removeFolder(systemOpener, folder, { recursive: true });
}

function refusalOf(deed: Deed, domain: Domain, computer: Computer): string | undefined {
  const { name, power, operatingSystem } = computer;
  const isController = domain.controllers.some((one) => one.toUpperCase() === name.toUpperCase());
  if (power === 'off') return `${name} is off`;
  if (deed !== 'add') {
    if (!isController) return `${name} is no controller of ${domain.name}`;
    return deed === 'retire' && domain.controllers.length === 1 ? `${name} is its only controller` : undefined;
  }
  if (isController) return `${name} is a controller of ${domain.name} already`;
  return operatingSystem.family === 'Windows NT' ? undefined : `${name} does not run Windows NT`;
}
