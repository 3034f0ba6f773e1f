import {
  assumed,
  crossSiteProvenance,
  deletionReport,
  identificationOf,
  oldSitesProvenance,
  printDeltaMif,
  siteMove,
  type InventoryReport,
  type StoredIdentification,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { nextFreeName } from '../free-names.ts';
import { knownSites } from './other-sites.ts';
import { reporterFolderFor } from './site-reporter.ts';

/** The trait of builds that follow a computer to its new site. */
export const deletesAtOldSites = 'deletes the record of a computer that has moved at its old sites';

const logLines = assumed('The log has entries for a move (Q167777); their words are ours.', 'Q167777');

/** The lowest site that sees both sites of a computer sends delete-MIFs to its old ones; no other acts (Q167777). */
export function tellOldSites(self: Self, stored: StoredIdentification, report: InventoryReport): void {
  const from = stored.attributes['Site'];
  const { site = null, smsid = null } = identificationOf(report) ?? {};
  if (typeof from !== 'string' || site === null || smsid === null || from === site) return;
  if (self.trait(deletesAtOldSites) !== true) return;
  self.restsOn('log lines of a move', logLines);
  self.log(`Machine ${smsid} has moved from site ${from} to site ${site}`);
  self.restsOn('cross-site', crossSiteProvenance);
  self.restsOn('old sites', oldSitesProvenance);
  const move = siteMove(knownSites(self), from, site);
  if (move === undefined || move.crossSite !== self.site.code) return;
  for (const oldSite of move.oldSites) {
    const folder = reporterFolderFor(self, oldSite);
    if (!self.files.exists(folder)) self.files.createFolder(folder);
    const name = nextFreeName(self, folder, '.MIF');
    self.files.writeText(`${folder}\\${name}`, printDeltaMif(deletionReport(smsid)));
    self.log(`This site is the cross-site: delete MIF for ${smsid} at site ${oldSite}`);
  }
}
