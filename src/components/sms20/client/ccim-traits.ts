import { documented, inferred } from '../../../world/index.ts';
import type { Trait } from '../../component.ts';
import { verificationTrait } from './component-state.ts';
import { cardTrait } from './card-assignment.ts';

/** In what the builds of CCIM differ; the 32-bit and the 16-bit program have the same traits. */
export const ccimTraits: Readonly<Record<string, Trait>> = {
  ...cardTrait,
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
  'waits for Inbox Manager': {
    default: true,
    meaning: 'A component folder with Inboxlck.tok is left alone for ten seconds, and then until the next cycle.',
    provenance: documented('Q275617'),
  },
  'finds Inboxlck.tok without opening it': {
    default: true,
    meaning: 'A client lists the folder; otherwise it opens the file, and Inbox Manager cannot delete it meanwhile.',
    provenance: documented('Q275617'),
  },
  'compares the release of the access point': {
    default: true,
    meaning: 'Nothing is taken from an access point whose base components are of an older release than the client.',
    provenance: documented('Q264630'),
  },
  'compares the version of the configuration file': {
    default: true,
    meaning: 'A component whose .CFG has another version than its offer is skipped.',
    provenance: documented('Q236596'),
  },
  'verification leaves what is in order': verificationTrait,
};
