import { documented, inferred } from '../../../world/index.ts';
import type { BuildChange } from '../../change.ts';
import { ntCpuRecordChanges } from './nt-cpu-record.ts';

const sms12 = '1.20.0.0';
const servicePack2 = '1.20.786.2000';
/** The Invproc.dll of 3/30/98; its number is not told. */
const hotfixOfQ187334 = '1.20.786.3500';

/** How builds of the programs of a site server of SMS 1.x differ. */
export const sms12ServerChanges: readonly BuildChange[] = [
  ...ntCpuRecordChanges('SMS_INVENTORY_PROCESSOR'),
  {
    component: 'SMS_INVENTORY_PROCESSOR',
    trait: 'notes in the log that nothing changed',
    value: false,
    kind: 'defect',
    until: hotfixOfQ187334,
    provenance: documented('Q187334', 'Corrected by the Invproc.dll of 3/30/98 and in SP4.'),
  },
  {
    component: 'SMS_INVENTORY_PROCESSOR',
    trait: 'a complete MIF without history replaces the record',
    value: false,
    kind: 'defect',
    until: sms12,
    provenance: inferred('Q148649', 'The article is about 1.1 and says what 1.2 is to do.'),
  },
  {
    component: 'SMS_INVENTORY_DATA_LOADER',
    trait: 'keeps a MIF when SQL Server is lost',
    value: false,
    kind: 'defect',
    until: sms12,
    provenance: documented('Q153573', 'Corrected in 1.2.'),
  },
  {
    component: 'SMS_INVENTORY_DATA_LOADER',
    trait: 'deletes the record of a computer that has moved at its old sites',
    value: false,
    kind: 'feature',
    until: servicePack2,
    provenance: documented('Q164979, Q167777', 'Included with SP2.'),
  },
];
