import { documented, inferred } from '../../../world/index.ts';
import type { Trait } from '../../component.ts';

/** The traits that the 32-bit and the 16-bit CCIM have in common. */
export const sharedCcimTraits: Readonly<Record<string, Trait>> = {
  'a resync starts the inventory': {
    default: true,
    meaning: 'A request for a complete inventory starts the agent at once; otherwise it waits for its schedule.',
    provenance: documented('Resource Guide (InvSync)'),
  },
  'heartbeat counts from the latest record': {
    default: true,
    meaning: 'The interval runs from the latest record of each client; otherwise all clients report on the same day.',
    provenance: inferred('Q257799', 'In the first release the interval counts from Thursday, January 1st, 1998.'),
  },
  'reports a new version at once': {
    default: true,
    meaning: 'Another version of the base components makes the next cycle send a discovery record.',
    provenance: documented('Q256125'),
  },
  'reports travel mode': {
    default: true,
    meaning: 'Discovery records say whether the client travels or has forced sites.',
    provenance: documented('Q281107'),
  },
};
