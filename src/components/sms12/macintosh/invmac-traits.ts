import { documented, inferred } from '../../../world/index.ts';
import type { Trait } from '../../component.ts';

/** The traits in which builds of Invmac differ. */
export const invmacTraits: Readonly<Record<string, Trait>> = {
  'answers a resync': {
    default: true,
    meaning: 'A command for its SMSID in Resync.cfg makes it report everything, marked as the answer to a resync.',
    provenance: documented('Q172533'),
  },
  'asks Open Transport for addresses': {
    default: true,
    meaning: 'With Open Transport it finds the hardware address of the network card and the IP address.',
    provenance: documented('Q156403'),
  },
  'goes on without TCP/IP of Open Transport': {
    default: true,
    meaning: 'Where Open Transport has no TCP/IP loaded, it goes on without an IP address.',
    provenance: inferred('Q178661', 'The error began with the build that asks Open Transport.'),
  },
  'goes on without MacTCP': {
    default: true,
    meaning: 'On a Macintosh with nothing but AppleTalk it goes on without an IP address.',
    provenance: documented('Q191304'),
  },
  'names the PowerPC 750': {
    default: true,
    meaning: 'The processor is reported by its name, not as PowerPC (8).',
    provenance: documented('Q225063'),
  },
  'looks only where there are files': {
    default: true,
    meaning: 'The search for software becomes shorter again when files are deleted.',
    provenance: documented('Q225064'),
  },
};
