import { documented, printDiscoveryRecord, type DiscoveryProperty } from '../../../world/index.ts';
import type { Effect, Self } from '../../component.ts';
import { identityFilesProvenance, knownIdentity, newIdentity, storeIdentity } from '../client/client-identity.ts';
import { clientKeys, clientProperties } from '../client/client-registry.ts';
import { clientProperty, computerProperties, textProperty } from '../client/discovery-properties.ts';
import { travelModeProperty } from '../client/travel-mode.ts';
import { identityStream } from '../chance-streams.ts';
import { unusedName } from '../generated-names.ts';
import { discoveryBox } from '../logon-point/logon-point-files.ts';
import { silent } from '../../inbox-pass.ts';
import type { BootstrapMemory, BootstrapSelf } from './bootstrap-memory.ts';

/** What the bootstrap tells of the computer. */
export const discoveryEffects: Readonly<Record<string, Effect<BootstrapMemory>>> = {
  'begin processing': silent((self) => {
    self.log('Begin CliEx processing.~');
    makeIdentity(self);
  }),
  'leave a discovery record': silent(leaveRecord),
};

const identities = documented('Q257808, Q199078', 'Made of adapter and chance; one that is there stays.');

/** The SMS unique identifier that every installation makes unless there is one. */
export function makeIdentity(self: Self): void {
  const { computer, registry } = self;
  if (registry.getText(clientKeys.properties, clientProperties.identity) !== undefined) return;
  self.restsOn('identity of a client', identities);
  self.restsOn('Smscfg.ini and Smsuid.dat', identityFilesProvenance);
  const known = knownIdentity(computer);
  storeIdentity(computer, known ?? newIdentity(computer, self.random(identityStream(computer.name))));
}

const box = documented('Q295441, Q213004', 'The box is there while a site uses logon discovery.');

/** Only a logon point with logon discovery has the box. */
function leaveRecord(self: BootstrapSelf): void {
  const folder = `${self.memory.logonPoint}\\${discoveryBox}`;
  if (!self.files.exists(folder)) return;
  self.restsOn('record of a logon', box);
  const name = unusedName(self.files, folder, '.ddr', self.random('logon discovery record names'));
  const record = {
    architecture: 'System',
    agent: 'Windows Networking Logon Discovery',
    siteCode: self.memory.owner,
    time: self.now(),
    properties: properties(self),
  };
  self.files.writeText(`${folder}\\${name}`, printDiscoveryRecord(record));
}

function properties(self: BootstrapSelf): readonly DiscoveryProperty[] {
  const { computer, registry } = self;
  const sites = registry.getList(clientKeys.client, clientProperties.sites) ?? [];
  return [
    ...computerProperties(self),
    textProperty('Last Logon User Name', computer.user?.name ?? ''),
    clientProperty(sites.length > 0 ? 1 : 0),
    ...travelModeProperty(self),
  ];
}
