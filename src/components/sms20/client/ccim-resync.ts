import {
  assumed,
  documented,
  parseClientLookup,
  parseRegistryTime,
  parseResyncRequest,
  printRegistryTime,
  type ClientLookupEntry,
} from '../../../world/index.ts';
import type { Effect } from '../../component.ts';
import { silent } from '../../inbox-pass.ts';
import type { CcimMemory, CcimSelf } from './ccim-memory.ts';
import {
  agentNames,
  clientKeys,
  clientProperties,
  resyncKeysProvenance,
  siteAgentKey,
  siteAgentValues,
} from './client-registry.ts';
import { tellAgent } from './site-configuration.ts';

/** How CCIM follows the requests for complete inventories that the site has published on the access point. */
export const resyncEffects: Readonly<Record<string, Effect<CcimMemory>>> = {
  'open client.lkp': { answers: ['opened', 'nothing to read'], run: openLookup },
  'read client.lkp': { answers: ['requests found', 'no requests'], run: readLookup },
  'close client.lkp': silent((self) => {
    if (self.memory.lookup !== null) self.files.close(self.memory.lookup);
    self.memory.lookup = null;
  }),
  'apply the next request': {
    answers: ['request applied', 'start the inventory', 'no request left'],
    run: applyNext,
  },
};

/** What the InvSync page says of the client's part. */
export const resyncProvenance = documented('Resource Guide (InvSync), Q280515');

/** How long the index stays open; while it does, Inbox Manager cannot write it (Q280515). */
export const lookupHandleProvenance = assumed('A client holds client.lkp open for 2 seconds.', 'Q280515');

const newer = assumed('A request counts when its time is later than that of the request applied last.', 'Q193746');

function lookupPath(self: CcimSelf): string {
  return `${self.memory.accessPoint}\\clidata.box\\client.lkp`;
}

function openLookup(self: CcimSelf): string {
  const opened = self.files.open(lookupPath(self), { access: 'read', share: 'read', create: 'open existing' });
  if (!opened.ok) return 'nothing to read';
  self.memory.lookup = opened.value;
  return 'opened';
}

/** Reads the whole index while it is open; a damaged one says nothing. */
function readLookup(self: CcimSelf): string {
  const { memory } = self;
  memory.requests = [];
  const guid = self.registry.getText(clientKeys.properties, clientProperties.identity);
  const text = self.files.readText(lookupPath(self));
  if (guid === undefined || !text.ok || !text.value.includes(guid)) return 'no requests';
  const entries = parseClientLookup(text.value);
  if (entries.ok) memory.requests = entries.value.filter((entry) => entry.guid === guid && isNew(self, entry));
  return memory.requests.length > 0 ? 'requests found' : 'no requests';
}

function isNew(self: CcimSelf, entry: ClientLookupEntry): boolean {
  self.restsOn('age of a resync request', newer);
  const key = siteAgentKey(self.memory.site, agentNames[entry.component]);
  const applied = parseRegistryTime(self.registry.getText(key, siteAgentValues.resyncTime) ?? '');
  return applied === undefined || entry.time > applied;
}

/** A request whose file is not on the access point yet waits for the next cycle. */
function applyNext(self: CcimSelf): string {
  const { memory } = self;
  const entry = memory.requests.shift();
  if (entry === undefined) return 'no request left';
  const text = self.files.readText(`${memory.accessPoint}\\clidata.box\\${entry.file}`);
  const request = text.ok ? parseResyncRequest(text.value) : text;
  if (!request.ok) return 'request applied';
  self.restsOn('place of the resync flag', resyncKeysProvenance);
  const agent = agentNames[request.value.component];
  const key = siteAgentKey(memory.site, agent);
  self.registry.set(key, siteAgentValues.resync, { type: 'REG_DWORD', data: 1 });
  const data = printRegistryTime(request.value.time);
  self.registry.set(key, siteAgentValues.resyncTime, { type: 'REG_SZ', data });
  if (self.trait('a resync starts the inventory') === false) return 'request applied';
  return tellAgent(self, agent, 'run') ? 'start the inventory' : 'request applied';
}
