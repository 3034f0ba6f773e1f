import {
  inboxPath,
  inferred,
  isInHierarchy,
  jobPriorities,
  systemOpener,
  type Computer,
  type Site,
} from '../../world/index.ts';
import { inboxDefinitions, siteShare } from './inbox-definitions.ts';

/** The folders are those the articles name; that the inboxes are Inbox Manager's work stands in a log line. */
export const siteInboxesProvenance = inferred('Q198766, Q248969, Q311212', 'Inbox Manager makes them at its start.');

/** Folders below `inboxes` that no CAP has a counterpart of. */
const ownFolders: readonly string[] = [
  'dataldr.box',
  'dataldr.box\\Process',
  'dataldr.box\\BADMIFS',
  'dataldr.box\\ORPHANS',
  'sinv.box\\Orphans',
  'sinv.box\\BADSinv',
  'sinv.box\\Filecol',
  'ddm.box\\BAD_DDRS',
  'inventry.box\\History',
  'statmgr.box\\futureq',
];

/** What the components between sites need besides, from Setup on. */
const hierarchyFolders: readonly string[] = [
  'replmgr.box\\Incoming',
  'replmgr.box\\Ready',
  ...jobPriorities.map((priority) => `replmgr.box\\Outbound\\${priority}`),
  'schedule.box\\ToSend',
  'schedule.box\\Requests',
  'schedule.box\\Outboxes\\LAN',
  'despoolr.box\\receive',
  'hman.box\\Sites',
  'sitectrl.box',
];

/** Makes the inboxes of a site server that are missing, and shares the SMS folder for CAP servers. */
export function createSiteInboxes(computer: Computer, site: Site): void {
  const between = isInHierarchy(site) ? hierarchyFolders : [];
  for (const folder of [...inboxDefinitions.map(({ inbox }) => inbox), ...ownFolders, ...between]) {
    computer.files.createFolder(systemOpener, inboxPath(site, folder), { parents: true });
  }
  if (computer.files.resolveShare(siteShare(site.code)) !== undefined) return;
  const permissions = [{ account: 'Administrators', right: 'Full Control' }] as const;
  computer.files.addShare({ name: siteShare(site.code), path: site.folder, permissions });
}
