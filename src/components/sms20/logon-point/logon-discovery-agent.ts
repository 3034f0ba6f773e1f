import { createMachine } from 'xstate';
import { minute } from '../../../kernel/index.ts';
import {
  assumed,
  documented,
  logonPointShare,
  parseLogonConfiguration,
  type LogonConfiguration,
} from '../../../world/index.ts';
import { defineComponent, type Self } from '../../component.ts';
import { unusedName } from '../generated-names.ts';
import { siteShare } from '../inbox-definitions.ts';
import { filesIn, newInboxPass, passEffects, statesAfterPass, type InboxPass } from '../../inbox-pass.ts';
import { logonDiscoveryAgentName } from './logon-discovery-name.ts';
import { discoveryBox } from './logon-point-files.ts';

type AgentSelf = Self<InboxPass>;

/** Takes the discovery records that clients leave at a logon point to every site of the domain. */
export const logonDiscoveryAgent = defineComponent<InboxPass>({
  name: logonDiscoveryAgentName,
  service: logonDiscoveryAgentName,
  file: 'NTLGDSCA.EXE',
  log: { file: 'Ntlgdsca.log', component: logonDiscoveryAgentName, side: 'logon point' },
  machine: createMachine({
    id: logonDiscoveryAgentName,
    initial: 'starting',
    on: { 'folder changed': { actions: 'remember the change' } },
    states: {
      starting: { entry: 'watch the box', on: { watching: 'looking' } },
      looking: { entry: 'look for files', on: { 'files waiting': 'taking', 'nothing to do': 'waiting' } },
      taking: { entry: 'take the next file', on: { 'file taken': 'delivering', 'none left': 'looking back' } },
      delivering: {
        entry: 'deliver the record',
        on: { delivered: 'taking', 'some sites missing': 'taking' },
      },
      ...statesAfterPass('pause before another try'),
    },
  }),
  effects: {
    ...passEffects<InboxPass>((self) => filesIn(self, box(self), '*.ddr')),
    'watch the box': {
      answers: ['watching'],
      run: (self) => {
        self.watch(box(self));
        return 'watching';
      },
    },
    'deliver the record': { answers: ['delivered', 'some sites missing'], run: deliver },
  },
  delays: {
    'pause before another try': {
      provenance: assumed('A record that not every site has got is delivered again after an hour.', 'Q295441'),
      duration: () => 60 * minute,
    },
  },
  hears: [],
  traits: {},
  provenance: documented('Q295441, Q232573'),
  memory: newInboxPass,
});

function box(self: AgentSelf): string {
  return `${logonPoint(self)}\\${discoveryBox}`;
}

function logonPoint(self: AgentSelf): string {
  return self.computer.files.resolveShare(logonPointShare) ?? '';
}

/** A copy for every site; only then the record goes. */
function deliver(self: AgentSelf): string {
  const { file } = self.memory;
  const text = self.files.readText(file);
  if (!text.ok) return 'some sites missing';
  const sites = discoveringSites(self);
  const delivered = sites.filter((site) => deliverTo(self, site, text.value));
  if (delivered.length < sites.length) return 'some sites missing';
  self.files.delete(file);
  return 'delivered';
}

const configurations = assumed(
  'The agent learns from the configuration files of the PDC which sites there are.',
  'Q295441',
);

function discoveringSites(self: AgentSelf): readonly LogonConfiguration[] {
  self.restsOn('sites of the agent', configurations);
  const [primary = self.computer.name] = self.world.domain(self.computer.domain ?? '')?.controllers ?? [];
  const own = primary.toUpperCase() === self.computer.name.toUpperCase();
  const folder = own ? `${logonPoint(self)}\\SitesCfg` : `\\\\${primary}\\${logonPointShare}\\SitesCfg`;
  return filesIn(self, folder, '*_cfg.lcf').flatMap((path) => {
    const text = self.files.readText(path);
    const configuration = text.ok ? parseLogonConfiguration(text.value) : undefined;
    return configuration?.logonDiscovery === true ? [configuration] : [];
  });
}

/** Over the account SMSServer_<site> (Q238127). */
function deliverTo(self: AgentSelf, site: LogonConfiguration, text: string): boolean {
  const account = `SMSServer_${site.siteCode}`;
  const password = self.world.accounts.get(account)?.password ?? '';
  const own = site.siteServer.toUpperCase() === self.computer.name.toUpperCase();
  if (!own && !self.world.connect(self.computer.name, site.siteServer, account, password).ok) return false;
  const inbox = `\\\\${site.siteServer}\\${siteShare(site.siteCode)}\\inboxes\\ddm.box`;
  const name = unusedName(self.files, inbox, '.ddr', self.random('names of delivered discovery records'));
  const written = self.files.writeText(`${inbox}\\${name}`, text);
  self.log(written.ok ? `Copied ${self.memory.file} to ${inbox}` : `Could not copy ${self.memory.file} to ${inbox}`);
  return written.ok;
}
