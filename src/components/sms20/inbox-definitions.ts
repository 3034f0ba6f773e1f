import { assumed, documented, inboxPath, inferred, type Provenance, type Site } from '../../world/index.ts';

/** One pair of folders that Inbox Manager or Inbox Manager Assistant keeps moving files between. */
export interface InboxDefinition {
  /** Folder below `inboxes` on the site server. */
  readonly inbox: string;
  /** Folder below the CAP share. */
  readonly box: string;
  /** Down: the site server's files are copied to every CAP and never deleted there; up: the CAP's files move. */
  readonly direction: 'down' | 'up';
  /** Whether Inboxlck.tok keeps clients out while a folder is refreshed: of each folder in it, or not at all. */
  readonly locked: 'each folder' | 'never';
  readonly provenance: Provenance;
}

const folders = documented('Q252856, Q266130, Q256905');
const locks = documented('Q275617, Q236596');

/** Every inbox a CAP has. The rule of the down direction is to copy, not to mirror (Q256905). */
export const inboxDefinitions: readonly InboxDefinition[] = [
  down('clidata.src', 'clidata.box'),
  { ...down('clicomp.src', 'clicomp.box'), locked: 'each folder', provenance: locks },
  down('clifiles.src', 'clifiles.box'),
  {
    ...down('clicfg.src', 'clicfg.box'),
    provenance: assumed('Clicfg.src goes to Clicfg.box; no list of CAP folders names it.', 'Q270912'),
  },
  {
    ...down('offerinf.box', 'offerinf.box'),
    provenance: inferred('Q252856', 'The CAP folder is named; its source is taken to have the same name.'),
  },
  {
    ...down('pkginfo.box', 'pkginfo.box'),
    provenance: inferred('Q252856', 'The CAP folder is named; its source is taken to have the same name.'),
  },
  up('inventry.box', 'inventry.box'),
  up('sinv.box', 'sinv.box'),
  up('ddr.box', 'ddm.box'),
  up('statmsgs.box', 'statmgr.box\\statmsgs'),
  up('ccr.box', 'ccr.box'),
];

/** The inboxes whose files go to the CAPs. */
export const downInboxes = inboxDefinitions.filter((definition) => definition.direction === 'down');

/** The inboxes whose files come from the CAPs. */
export const upInboxes = inboxDefinitions.filter((definition) => definition.direction === 'up');

/** The share through which CAP servers reach the site server: `\\SMSSRV1\SMS_ABC` is its SMS folder. */
export function siteShare(siteCode: string): string {
  return `SMS_${siteCode}`;
}

/** The path of an inbox as a computer of the site reaches it: local on the site server, else through its share. */
export function reachedInbox(site: Site, computer: string, inbox: string): string {
  if (computer.toUpperCase() === site.server.toUpperCase()) return inboxPath(site, inbox);
  return [`\\\\${site.server}\\${siteShare(site.code)}`, 'inboxes', inbox].join('\\');
}

function down(inbox: string, box: string): InboxDefinition {
  return { inbox, box, direction: 'down', locked: 'never', provenance: folders };
}

function up(box: string, inbox: string): InboxDefinition {
  return { inbox, box, direction: 'up', locked: 'never', provenance: folders };
}
