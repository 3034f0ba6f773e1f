import { documented, inferred } from '../../../world/index.ts';
import type { BuildChange } from '../../change.ts';
import { ntCpuRecordChanges } from './nt-cpu-record.ts';

const servicePack2 = '1.20.786.2000';
/** Its number is not told; it came between Service Packs 1 and 2. */
const hotfixOfQ162557 = '1.20.786.1500';
const servicePack3 = '1.20.786.3000';
const servicePack4 = '1.20.786.4000';

const scriptAgents = ['INVDOS', 'INVWIN32'] as const;
const rawAgents = [...scriptAgents, 'SMS_INVENTORY_AGENT_NT'] as const;

/** How builds of inventory agents and client programs of SMS 1.x differ. */
export const sms12ClientChanges: readonly BuildChange[] = [
  ...['INVWIN32', 'SMS_INVENTORY_AGENT_NT', 'INV32CLI'].flatMap(ntCpuRecordChanges),
  {
    component: 'INVDOS',
    trait: 'sets the resync flag with /F and after a move',
    value: false,
    kind: 'defect',
    until: servicePack2,
    provenance: documented('Q164886'),
  },
  {
    component: 'SMS_INVENTORY_AGENT_NT',
    trait: 'answers resync requests',
    value: false,
    kind: 'defect',
    until: servicePack2,
    provenance: documented('Q185353'),
  },
  ...rawAgents.map((component): BuildChange => ({
    component,
    trait: 'names its output after the SMSID',
    value: false,
    kind: 'change',
    until: hotfixOfQ162557,
    provenance: inferred('Q162557', 'A hotfix after Service Pack 1, and all later service packs.'),
  })),
  ...scriptAgents.map((component): BuildChange => ({
    component,
    trait: 'knows /X',
    value: false,
    kind: 'feature',
    until: servicePack4,
    provenance: documented('Q191337'),
  })),
  {
    component: 'INVDOS',
    trait: 'keeps SMSSAFE.TMP in its data folder',
    value: false,
    kind: 'change',
    until: '1.10.0.0',
    provenance: documented('Q126642, Q139908'),
  },
  {
    component: 'INVDOS',
    trait: 'notes which foreign site it has met',
    value: false,
    kind: 'defect',
    until: '1.20.0.0',
    provenance: inferred('Q131631', 'A service pack for 1.1 corrects it; the article does not name 1.2 any more.'),
  },
  {
    component: 'CLIMONNT',
    trait: 'looks at the copy list when there is inventory',
    value: false,
    kind: 'defect',
    until: servicePack3,
    provenance: documented('Q174961'),
  },
];
