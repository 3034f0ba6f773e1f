import {
  compareVersions,
  inferred,
  parseComponentConfiguration,
  parseCompver,
  releaseOf,
} from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import { connectTo } from './access-point-connection.ts';
import { say, type CcimMemory, type CcimSelf, type ComponentOffer } from './ccim-memory.ts';
import { baseComponents, componentKey, componentValues } from './client-registry.ts';
import { setPending } from './component-state.ts';

/** How CCIM finds an access point from which the component in hand can be taken. */
export const sourceEffects: Readonly<Record<string, Effect<CcimMemory>>> = {
  'take the next source': { answers: ['source taken', 'no source'], run: takeNext },
  'look at the source': { answers: ['source ready', 'source locked', 'source unfit'], run: look },
  'look at the source again': { answers: ['source ready', 'source unfit'], run: lookAgain },
};

/** The offer in hand; asking without one is a bug. */
export function offerInHand(self: CcimSelf): ComponentOffer {
  const { offer } = self.memory;
  if (offer === null) throw new Error('CCIM has no component in hand');
  return offer;
}

/** The folder `\\CAP1\CAP_ABC\clicomp.box` of the source in hand. */
export function sourceBox(self: CcimSelf): string {
  return `${self.memory.source?.accessPoint ?? ''}\\clicomp.box`;
}

function takeNext(self: CcimSelf): string {
  const { memory } = self;
  memory.source = memory.sources.shift() ?? null;
  if (memory.source !== null) return 'source taken';
  sayNoSource(self);
  return 'no source';
}

function look(self: CcimSelf): string {
  const { source } = self.memory;
  if (source === null) throw new Error('CCIM looks at no source');
  if (!connectTo(self, source.siteCode, source.accessPoint, 'clicomp.box').ok) return 'source unfit';
  if (!baseIsNotOlder(self) || !versionsAgree(self)) return 'source unfit';
  if (self.trait('waits for Inbox Manager') === false || !self.files.exists(lockPath(self))) return 'source ready';
  const wait = 'waiting 10 seconds for directory refresh to finish...';
  say(self, `Warning: Inbox manager token file found (${lockPath(self)}), ${wait}`);
  // A component that Inbox Manager keeps locked stays pending (Q275617).
  setPending(self, offerInHand(self).name, self.memory.operation);
  openLock(self);
  return 'source locked';
}

const lockHandle = inferred(
  'Q275617',
  'Clients open the file to verify that it exists; that they have it open while they wait is our reading.',
);

function openLock(self: CcimSelf): void {
  if (self.trait('finds Inboxlck.tok without opening it') === true) return;
  self.restsOn('open lock file', lockHandle);
  const opened = self.files.open(lockPath(self), { access: 'read', share: 'read', create: 'open existing' });
  self.memory.lock = opened.ok ? opened.value : null;
}

function closeLock(self: CcimSelf): void {
  if (self.memory.lock !== null) self.files.close(self.memory.lock);
  self.memory.lock = null;
}

function lookAgain(self: CcimSelf): string {
  closeLock(self);
  if (!self.files.exists(lockPath(self))) return 'source ready';
  say(self, 'Warning: Directory still in use by inbox manager; skipping operations');
  return 'source unfit';
}

function lockPath(self: CcimSelf): string {
  return `${sourceBox(self)}\\${offerInHand(self).directory}\\inboxlck.tok`;
}

/** Only clients that compare the release of the access point write the line (Q264630; it is not in Q236596). */
function sayNoSource(self: CcimSelf): void {
  if (self.trait('compares the release of the access point') === false) return;
  say(self, `Warning - could not find a site CAP with uplevel version of component ${offerInHand(self).name}`);
}

/** From SP2 on a client takes nothing from an access point of an older release (Q264630). */
function baseIsNotOlder(self: CcimSelf): boolean {
  if (self.trait('compares the release of the access point') === false) return true;
  const folder = `${sourceBox(self)}\\base`;
  const text = self.files.readText(`${folder}\\Compver.ini`);
  const offered = text.ok ? parseCompver(text.value)?.version : undefined;
  const own = self.registry.getText(componentKey(baseComponents), componentValues.version);
  if (offered === undefined || own === undefined) return true;
  if (compareVersions(releaseOf(offered), releaseOf(own)) >= 0) return true;
  const releases = `is ${releaseOf(offered)} (client release is ${releaseOf(own)})`;
  say(self, `Warning: The CAP base release (from ${folder}) ${releases}`);
  return false;
}

/** From SP1 on the configuration file has to carry the version of the offer (Q236596). */
function versionsAgree(self: CcimSelf): boolean {
  if (self.trait('compares the version of the configuration file') === false) return true;
  const { directory, version } = offerInHand(self);
  const path = `${sourceBox(self)}\\${directory}.CFG`;
  const text = self.files.readText(path);
  const parsed = text.ok ? parseComponentConfiguration(text.value) : text;
  const found = parsed.ok ? (parsed.value.version ?? '') : '';
  if (found === version) return true;
  const comparison = `version (${found}) out of sync with offer file version (${version})`;
  say(self, `Warning: ${path} ${comparison}; skipping operations`);
  return false;
}
