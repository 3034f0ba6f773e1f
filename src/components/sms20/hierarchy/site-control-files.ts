import type { Instant } from '../../../kernel/index.ts';
import {
  assumed,
  changedParts,
  documented,
  inboxPath,
  isPrimary,
  parseSiteControl,
  printSiteControl,
  siteControlOf,
  win32,
  type SiteControl,
} from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { generatedName } from '../generated-names.ts';
import { siteBuild } from '../site-build.ts';
import { createSiteInboxes } from '../site-inboxes.ts';
import { filesIn, silent } from '../../inbox-pass.ts';
import { priorities, replicate } from './replication.ts';

/** What Site Control Manager remembers. */
export interface SiteControlMemory {
  /** When it last told of the site, by the clock of the site server. */
  reported: Instant;
}

type ControlSelf = Self<SiteControlMemory>;

/** What Site Control Manager does. */
export const siteControlEffects: Readonly<Record<string, Effect<SiteControlMemory>>> = {
  'watch the inbox': {
    answers: ['watching'],
    run: (self) => {
      createSiteInboxes(self.computer, self.site);
      self.memory.reported = self.now();
      self.watch(controlPath(self));
      return 'watching';
    },
  },
  'remember the change': silent(() => undefined),
  'apply what is proposed': {
    answers: ['applied', 'in use'],
    run: (self) =>
      filesIn(self, controlPath(self), '*.ct1').every((file) => apply(self, file)) ? 'applied' : 'in use',
  },
  'compare the site control file': { answers: ['changed', 'as it was'], run: compare },
  'report the site control file': { answers: ['reported', 'cannot report'], run: report },
};

const masterFile = documented('Q263665, Q277745, Q299772', 'Sitectrl.ct0 is the site control file of a site.');

function controlPath(self: Self, ...parts: readonly string[]): string {
  return inboxPath(self.site, 'sitectrl.box', ...parts);
}

function master(self: Self): string {
  return controlPath(self, 'Sitectrl.ct0');
}

function apply(self: ControlSelf, file: string): boolean {
  const text = self.files.readText(file);
  if (!text.ok) return text.error === win32.fileNotFound;
  const delta = parseSiteControl(text.value);
  if (delta.ok) changeSite(self, delta.value);
  return self.files.delete(file).ok;
}

/** The components of the site hear of what changes here, as of a change in the console of the site. */
function changeSite(self: ControlSelf, delta: SiteControl): void {
  const before = self.world.site(self.site.code) ?? self.site;
  const { boundaries } = delta;
  const settings = { ...before.settings, ...delta.settings };
  const change = { settings, ...(boundaries === undefined ? {} : { boundaries }) };
  self.log(`Applied a delta site control file to site ${before.code}.`);
  for (const [part, value] of changedParts(before, change)) self.record('setting', `${before.code}:${part}`, value);
  self.world.sites.set(before.code.toUpperCase(), { ...before, ...change });
  for (const component of listeners) {
    if (!self.runs(component)) continue;
    self.post(self.processOf(self.computer.name, component), { type: 'site settings changed' });
  }
}

/** Who acts on a change of the site control file. */
const listeners = [
  'SMS_INBOX_MANAGER',
  'SMS_CLIENT_INSTALL_DATA_MGR',
  'SMS_DISCOVERY_DATA_MANAGER',
  'SMS_SCHEDULER',
  'SMS_NT_LOGON_SERVER_MANAGER',
] as const;

function compare(self: ControlSelf): string {
  self.restsOn('master site control file', masterFile);
  const known = self.files.readText(master(self));
  return known.ok && known.value === contents(self) ? 'as it was' : 'changed';
}

const whoWrote = assumed(
  'A site control file tells the build of the Site Control Manager that wrote it.',
  'Q320676: parents learn by site control files what became of a site',
);

function contents(self: Self): string {
  self.restsOn('build in the site control file', whoWrote);
  const version = siteBuild(self);
  const control = siteControlOf(self.world.site(self.site.code) ?? self.site);
  return printSiteControl({ ...control, ...(version === undefined ? {} : { version }) });
}

/** The master is written anew and a copy goes to Hierarchy Manager: of this site, or of the parent of a secondary. */
function report(self: ControlSelf): string {
  const text = contents(self);
  if (!self.files.writeText(master(self), text).ok) return 'cannot report';
  const name = `${generatedName(self.random('site control file names'))}.ct2`;
  const told = isPrimary(self.site)
    ? self.files.writeText(inboxPath(self.site, 'hman.box', name), text).ok
    : replicate(self, { destination: self.site.parent ?? '', inbox: 'hman.box', name }, priorities.siteControl, {
        text,
        size: text.length,
      });
  if (!told) return 'cannot report';
  self.memory.reported = self.now();
  return 'reported';
}
