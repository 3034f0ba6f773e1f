import { documented, inferred, lastMifYears } from '../../../world/index.ts';
import type { BuildChange } from '../../change.ts';
import { ntCpuRecordChanges } from './nt-cpu-record.ts';

const sms12 = '1.20.0.0';
const servicePack2 = '1.20.786.2000';
const servicePack4 = '1.20.786.4000';
/** The Base.dll of 6/26/99; its number is not told. */
const hotfixOfQ239534 = '1.20.786.4001';
/** The Invproc.dll of 3/30/98; its number is not told. */
const hotfixOfQ187334 = '1.20.786.3500';

/** The Maintain.dll of 8/11/00 for SP4; its number is not told. */
const hotfixOfQ265143 = '1.20.786.4001';

/** How builds of the programs of a site server of SMS 1.x differ. */
export const sms12ServerChanges: readonly BuildChange[] = [
  {
    component: 'SMS_MAINTENANCE_MANAGER',
    trait: 'takes the inventory of NetWare servers beside its cycle',
    value: false,
    kind: 'defect',
    until: sms12,
    provenance: documented('Q153563', 'Corrected in 1.2.'),
  },
  {
    component: 'SMS_MAINTENANCE_MANAGER',
    trait: 'appends .nim files to the inventory of a NetWare server',
    value: false,
    kind: 'defect',
    until: hotfixOfQ265143,
    provenance: documented('Q265143', 'Corrected by the Maintain.dll of 8/11/00.'),
  },
  ...['SMS_INVENTORY_PROCESSOR', 'SMS_INVENTORY_DATA_LOADER'].map((component): BuildChange => {
    return {
      component,
      trait: 'last year of a date in a MIF',
      value: lastMifYears.released,
      kind: 'defect',
      library: 'Base.dll',
      until: hotfixOfQ239534,
      provenance: documented('Q239534', 'Corrected by the Base.dll of 6/26/99.'),
    };
  }),
  {
    component: 'SMS_INVENTORY_PROCESSOR',
    trait: 'reads records of any length',
    value: false,
    kind: 'defect',
    until: servicePack4,
    provenance: documented('Q179561, Q191441', 'Corrected in SP4.'),
  },
  {
    component: 'SMS_INVENTORY_PROCESSOR',
    trait: 'reports that the last package is gone',
    value: false,
    kind: 'defect',
    provenance: documented('Q147707', 'No correction is told.'),
  },
  {
    component: 'SMS_INVENTORY_DATA_LOADER',
    trait: 'takes names of attributes in any case',
    value: false,
    kind: 'defect',
    until: servicePack4,
    provenance: documented('Q191441', 'Corrected in SP4; of Q185913 the title is known.'),
  },
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
