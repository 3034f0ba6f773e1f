import {
  assumed,
  documented,
  iniOf,
  logonPointPath,
  logonScriptPath,
  logonScriptShare,
  printIni,
  type FileFacts,
} from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import { setUpAgent } from './logon-agent-service.ts';
import { domainInHand } from './logon-domains.ts';
import type { LogonManagerMemory, LogonManagerSelf, PlannedCopy } from './logon-manager-memory.ts';
import { logonSources } from './logon-point-files.ts';
import { ensureLogonPoint, removeFromLogonPoint } from './logon-point-share.ts';

/** What the senior site does with every controller of the domain. */
export const serverEffects: Readonly<Record<string, Effect<LogonManagerMemory>>> = {
  'take the next server': { answers: ['server taken', 'no server left'], run: takeNext },
  'set up the agent of the server': {
    answers: ['server done'],
    run: (self) => {
      setUpAgent(self, self.memory.controllers.shift() ?? '');
      return 'server done';
    },
  },
};

const scripts = documented('Q247851, Q285206', 'The scripts go to the controllers, from which users run them.');
const directScripts = assumed(
  'Logon scripts are put into NETLOGON of every controller at once, not by way of the export folder of the PDC.',
  'Q247851',
);

/** What every controller gets of the PDC: everything but the configuration of the sites and the inbox. */
const replicated = ['x86.bin', 'x86.bin\\00000409', 'i386', 'Config'];

function takeNext(self: LogonManagerSelf): string {
  const { memory } = self;
  while (memory.controllers.length > 0) {
    const [controller = ''] = memory.controllers;
    if (prepare(self, controller)) return 'server taken';
    self.log(`~Warning could not update server ${controller}`);
    memory.controllers.shift();
  }
  writeMasterConfiguration(self);
  return 'no server left';
}

const masterConfiguration = assumed(
  'Mastercfg.mcf lies in SitesCfg and lists the scripts by name.',
  'Q242477, Q263354',
);

/** At the end of an update the PDC gets the list of the scripts that were handed out (Q242477, Q263354). */
function writeMasterConfiguration(self: LogonManagerSelf): void {
  self.restsOn('Mastercfg.mcf', masterConfiguration);
  const names = namesIn(self, `${logonSources(self.site)}\\Scripts`);
  const text = printIni(iniOf([['Scripts', names.map((name, index) => [`File ${index + 1}`, name])]]));
  self.files.writeText(logonPointPath(self.memory.controller, 'SitesCfg', 'Mastercfg.mcf'), text);
}

function prepare(self: LogonManagerSelf, controller: string): boolean {
  const { memory } = self;
  if (!self.world.answers(self.computer.name, controller).ok) return false;
  if (!ensureLogonPoint(self, controller, domainInHand(self).logonDiscovery)) return false;
  const isPrimary = controller.toUpperCase() === memory.controller.toUpperCase();
  memory.copies = [...(isPrimary ? [] : logonPointCopies(self, controller)), ...scriptCopies(self, controller)];
  return true;
}

function logonPointCopies(self: LogonManagerSelf, controller: string): PlannedCopy[] {
  const sites = namesIn(self, logonPointPath(self.memory.controller, 'Sites'));
  for (const site of namesIn(self, logonPointPath(controller, 'Sites'))) {
    if (!sites.includes(site)) removeFromLogonPoint(self.world.mustHave(controller), `Sites\\${site}`);
  }
  const folders = [...replicated, ...sites.map((site) => `Sites\\${site}`)];
  return folders.flatMap((folder) =>
    differing(self, logonPointPath(self.memory.controller, folder), logonPointPath(controller, folder)),
  );
}

function scriptCopies(self: LogonManagerSelf, controller: string): PlannedCopy[] {
  self.restsOn('logon scripts', scripts);
  self.restsOn('way of the logon scripts', directScripts);
  if (self.world.mustHave(controller).files.resolveShare(logonScriptShare) === undefined) return [];
  const own = `${logonSources(self.site)}\\Scripts`;
  const listed = self.files.list(own);
  return (listed.ok ? listed.value : []).flatMap((file) => {
    const target = logonScriptPath(controller, file.name);
    const there = self.files.stat(target);
    if (there.ok && there.value.modified >= file.modified) return [];
    return [{ source: `${own}\\${file.name}`, target, listed: '' }];
  });
}

function differing(self: LogonManagerSelf, source: string, target: string): PlannedCopy[] {
  const listed = self.files.list(source);
  const files = (listed.ok ? listed.value : []).filter((entry) => !entry.isFolder);
  return files.flatMap((file) => {
    const there = self.files.stat(`${target}\\${file.name}`);
    if (there.ok && equals(there.value, file)) return [];
    return [{ source: `${source}\\${file.name}`, target: `${target}\\${file.name}`, listed: '' }];
  });
}

/** A copy keeps the stamp of its source, but Copylog.tcf is written anew on the PDC. */
function equals(there: FileFacts, here: FileFacts): boolean {
  return there.modified === here.modified && there.size === here.size;
}

function namesIn(self: LogonManagerSelf, folder: string): readonly string[] {
  const listed = self.files.list(folder);
  return listed.ok ? listed.value.map(({ name }) => name) : [];
}
