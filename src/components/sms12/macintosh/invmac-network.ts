import { assumed, inferred } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { hasOpenTransport, loadedTcpIpProvenance, openTransportProvenance, tcpIpOf } from './control-panels.ts';
import type { InvmacMemory } from './invmac.ts';

const ends = assumed('After Error - 3201 Invmac ends without an inventory.', 'Q178661');

const anySystem = inferred('Q191304', 'Only without Open Transport; the article saw it under System 7.5.');

/** What a Macintosh tells of its network. */
export interface MacintoshNetwork {
  readonly netCardId: string | null;
  readonly address: string | null;
}

/** Half-way through the scan Invmac asks the network software, and some builds do not survive what it says. */
export function findNetwork(self: Self<InvmacMemory>): string {
  const { computer } = self;
  self.restsOn('loaded TCP/IP', loadedTcpIpProvenance);
  self.restsOn('Open Transport', openTransportProvenance);
  const tcpIp = tcpIpOf(computer);
  if (hasOpenTransport(computer)) {
    const asks = self.trait('asks Open Transport for addresses') === true;
    if (tcpIp === 'loaded' || !asks || self.trait('goes on without TCP/IP of Open Transport') === true) return 'found';
    self.restsOn('end of an inventory', ends);
    self.show('InvMac', 'Error - 3201');
    return 'error -3201';
  }
  if (tcpIp !== 'not installed' || self.trait('goes on without MacTCP') === true) return 'found';
  self.restsOn('systems without TCP/IP', anySystem);
  self.show('Finder', typeOne);
  return 'error of type one';
}

/** Under Open Transport a build that does not ask it finds neither address (Q156403). */
export function networkOf(self: Self<InvmacMemory>): MacintoshNetwork {
  const [adapter] = self.computer.adapters;
  const blind = hasOpenTransport(self.computer) && self.trait('asks Open Transport for addresses') !== true;
  if (adapter === undefined || blind) return { netCardId: null, address: null };
  return { netCardId: adapter.macAddress, address: tcpIpOf(self.computer) === 'loaded' ? adapter.address : null };
}

const typeOne =
  'The application InvMac has unexpectedly quit, because an error of type one occurred. ' +
  'You should save your work in other open applications and restart the computer.';
