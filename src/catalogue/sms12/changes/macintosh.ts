import { documented } from '../../../world/index.ts';
import type { BuildChange } from '../../change.ts';
import { invmacVersions } from '../macintosh-builds.ts';

const component = 'INVMAC';
const defect = { component, value: false, kind: 'defect' } as const;

/** How builds of Invmac differ, and of what tells Macintoshes where a server is. */
export const macintoshChanges: readonly BuildChange[] = [
  {
    ...defect,
    component: 'SMS_INVENTORY_AGENT_NT',
    trait: 'writes the AppleTalk zone of its server',
    until: '1.20.786.1000',
    provenance: documented('Q156385', 'First corrected in SP1; that it is never written stands for not always.'),
  },
  {
    ...defect,
    trait: 'answers a resync',
    until: invmacVersions.resync,
    provenance: documented('Q172533', 'Corrected by the hotfix of 11/6/97, and in SP4 by the article.'),
  },
  {
    ...defect,
    trait: 'asks Open Transport for addresses',
    until: invmacVersions.sp3,
    provenance: documented('Q156403', 'First corrected in SP3.'),
  },
  {
    ...defect,
    trait: 'goes on without TCP/IP of Open Transport',
    until: invmacVersions.tcpIp,
    provenance: documented('Q178661', 'Corrected by the hotfix of 12/5/97 and in SP4.'),
  },
  {
    ...defect,
    trait: 'goes on without MacTCP',
    until: invmacVersions.sp4,
    provenance: documented('Q191304', 'First corrected in SP4.'),
  },
  {
    ...defect,
    component: 'SMS_INVENTORY_DATA_LOADER',
    trait: 'compares without SMSLocation',
    until: '1.10.0.0',
    provenance: documented('Q129125', 'First corrected in 1.1.'),
  },
  {
    ...defect,
    trait: 'names the PowerPC 750',
    until: invmacVersions.processors,
    provenance: documented('Q225063', 'Corrected by the hotfix of 4/1/99.'),
  },
  {
    ...defect,
    trait: 'looks only where there are files',
    until: invmacVersions.processors,
    provenance: documented('Q225064', 'Corrected by the hotfix of 4/1/99.'),
  },
];
