import { day } from '../../../kernel/index.ts';
import { assumed, documented, parseRegistryTime } from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import { asResult, reachAccessPoint } from './access-point-connection.ts';
import { say, type CcimMemory, type CcimSelf } from './ccim-memory.ts';
import { isRemembered, isWithin } from './card-assignment.ts';
import { siteKey, sitePropertiesKey, siteValues } from './client-registry.ts';
import { leaveSite } from './client-removal.ts';
import { forcedSites, isInTravelMode, promptTraveller } from './travel-mode.ts';

/** After how long without a look at its configuration a client leaves a site (Q227033, Q236052). */
const orphanAge = 60 * day;

const box = 'clidata.box';

const withoutBoundaries = assumed('A client that knows no boundaries of a site stays assigned to it.', 'Q199078');

/** How CCIM finds an access point of a site, and whether the client still belongs to the site. */
export const assignmentEffects: Readonly<Record<string, Effect<CcimMemory>>> = {
  'select a CAP': { answers: ['CAP reached', 'no CAP'], run: selectAccessPoint },
  'judge the absence of the site': { answers: ['site kept', 'site given up'], run: judgeAbsence },
  'check the assignment': { answers: ['assigned', 'not assigned'], run: checkAssignment },
  'leave the site': {
    answers: ['site left'],
    run: (self) => {
      leaveSite(self, self.memory.site);
      return 'site left';
    },
  },
};

/** The provenance of the steps here. */
export const assignmentProvenance = documented('Q236052, Q227033, Q199078');

function selectAccessPoint(self: CcimSelf): string {
  const { memory } = self;
  say(self, `Checking property SMS Installed Sites, value = "${memory.site}"`);
  say(self, `Calling GetAccessiblePath with ABEXPRT:\\\\CAP List for site ${memory.site}\\${box}\\`);
  const reached = reachAccessPoint(self, memory.site, box);
  if (reached.ok) {
    memory.accessPoint = reached.value;
    return 'CAP reached';
  }
  memory.error = reached.error;
  say(self, `WaitForCAPAccess - abstract export ABEXPRT:\\\\CAP List for site ${memory.site} not accessible`);
  return 'no CAP';
}

/** Without a readable date the client never leaves the site. */
function judgeAbsence(self: CcimSelf): string {
  const { memory } = self;
  const result = asResult(memory.error);
  say(self, `Warning - could not read files from site ${memory.site} (#${result})`);
  say(self, `Warning - CNALPathEx::GetAccessiblePath returned error ${result}`);
  say(self, `CClientSiteCfgArray - Can't get accessible path for site ${memory.site} config info`);
  const checked = parseRegistryTime(self.registry.getText(siteKey(memory.site), siteValues.lastChecked) ?? '');
  if (checked === undefined) say(self, "Warning - couldn't read site config timestamp");
  else if (self.now() - checked > orphanAge) return 'site given up';
  memory.unreachable = true;
  return 'site kept';
}

function checkAssignment(self: CcimSelf): string {
  const { memory } = self;
  say(self, `Assessing assignment state from "${memory.accessPoint}\\${box}\\"`);
  const boundaries = self.registry.getList(sitePropertiesKey(memory.site), siteValues.boundaries);
  if (boundaries === undefined) {
    self.restsOn('assignment without boundaries', withoutBoundaries);
    return 'assigned';
  }
  if (isWithin(self, boundaries) || isRemembered(self, self.memory.site)) {
    say(self, 'CLIENT IS ASSIGNED');
    return 'assigned';
  }
  say(self, 'Function return - Client not assigned');
  say(self, `- No longer assigned to ${memory.site}; checking for travel mode override`);
  return travels(self) ? 'assigned' : 'not assigned';
}

function travels(self: CcimSelf): boolean {
  const { site } = self.memory;
  if (forcedSites(self).includes(site)) return true;
  if (!isInTravelMode(self)) return false;
  promptTraveller(self, 'deassign', site);
  return true;
}
