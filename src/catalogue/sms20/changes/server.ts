import { documented, inferred } from '../../../world/index.ts';
import type { BuildChange } from '../../change.ts';

const sp1 = '2.00.1380.1000';
const sp2 = '2.00.1493.2000';
const sp3 = '2.00.1493.3000';
const sp4 = '2.00.1493.4000';
/** The version of the hotfix of Q311212 for SP3; SP4 is newer and lacks the fix, which returns with the rollup. */
const q311212Hotfix = '2.00.1493.3206';
const rollup = '2.00.1493.4400';
/** Ccm.dll and Ccmbtldr.exe of the two fixes that SP2 wants where sites share boundaries. */
const q252718Fix = '2.0.1239.64';
const q252717Fix = '2.0.1380.1125';

/** How the builds of the programs of site servers and client access points differ from the right behaviour. */
export const serverChanges: readonly BuildChange[] = [
  {
    component: 'SMS_INBOX_MANAGER',
    trait: 'tries of a refused copy',
    value: 1,
    kind: 'defect',
    until: sp4,
    provenance: documented('Q280515', 'First corrected in SP4.'),
  },
  {
    component: 'SMS_INBOX_MANAGER',
    trait: 'locks folders while it refreshes them',
    value: false,
    kind: 'feature',
    until: sp2,
    provenance: documented('Q275617', 'The lock file came with SP2.'),
  },
  {
    component: 'SMS_INBOX_MANAGER',
    trait: 'tries to remove a lock',
    value: 1,
    kind: 'defect',
    until: sp4,
    provenance: documented('Q275617', 'First corrected in SP4.'),
  },
  {
    component: 'SMS_INBOX_MANAGER',
    trait: 'permissions of a new access point',
    value: 'change',
    kind: 'change',
    until: sp1,
    provenance: documented('Q252856'),
  },
  {
    component: 'SMS_INBOX_MANAGER',
    trait: 'permissions of a new access point',
    value: 'read',
    kind: 'change',
    from: sp1,
    until: sp2,
    provenance: documented('Q252856'),
  },
  {
    component: 'SMS_CLIENT_INSTALL_DATA_MGR',
    trait: 'writes versions into component files',
    value: false,
    kind: 'feature',
    until: sp1,
    provenance: inferred('Q236596', 'SP1 code reads an empty version from the file of an RTM site.'),
  },
  {
    component: 'SMS_INBOX_MANAGER_ASSISTANT',
    trait: 'copies under a temporary name',
    value: false,
    kind: 'defect',
    until: q311212Hotfix,
    provenance: documented('Q311212'),
  },
  {
    component: 'SMS_INBOX_MANAGER_ASSISTANT',
    trait: 'copies under a temporary name',
    value: false,
    kind: 'defect',
    from: sp4,
    until: rollup,
    provenance: documented('Q311212', 'Applies to SP4; first corrected in the SP4 hotfix rollup.'),
  },
  {
    component: 'SMS_INVENTORY_DATA_LOADER',
    trait: 'stops at a truncated file',
    value: false,
    kind: 'defect',
    until: sp4,
    provenance: documented('Q295309', 'First corrected in SP4.'),
  },
  ...['SMS_INVENTORY_DATA_LOADER', 'SMS_SOFTWARE_INVENTORY_PROCESSOR'].map((component): BuildChange => ({
    component,
    trait: 'hours between discovery records of an orphan',
    value: 0,
    kind: 'defect',
    until: sp1,
    provenance: documented('Q258162', 'Once every 24 hours from SP1 on, for clients of SMS 2.0.'),
  })),
  {
    component: 'SMS_INVENTORY_DATA_LOADER',
    trait: 'hours between discovery records of an orphan of SMS 1.2',
    value: 0,
    kind: 'defect',
    until: sp2,
    provenance: documented('Q258162', 'First corrected in SP2; SP1 leaves clients of SMS 1.2 out.'),
  },
  {
    component: 'SMS_SOFTWARE_INVENTORY_PROCESSOR',
    trait: 'leaves nothing in BADSinv for a file in use',
    value: false,
    kind: 'defect',
    until: sp2,
    provenance: documented('Q248969', 'First corrected in SP2.'),
  },
  {
    component: 'SMS_DISCOVERY_DATA_MANAGER',
    trait: 'forwards the subnets of the record alone',
    value: false,
    kind: 'defect',
    until: rollup,
    provenance: documented('Q313660', 'First corrected in the SP4 hotfix rollup.'),
  },
  {
    component: 'SMS_DISCOVERY_DATA_MANAGER',
    trait: 'gets past an empty record',
    value: false,
    kind: 'defect',
    until: sp1,
    provenance: documented('Q236061', 'First corrected in SP1.'),
  },
  {
    component: 'SMS_DISCOVERY_DATA_MANAGER',
    trait: 'deletes read-only records',
    value: false,
    kind: 'defect',
    until: sp3,
    provenance: documented('Q264524', 'First corrected in SP3.'),
  },
  {
    component: 'SMS_DISCOVERY_DATA_MANAGER',
    trait: 'compares names as SQL Server does',
    value: false,
    kind: 'defect',
    until: sp2,
    provenance: documented('Q249582', 'First corrected in SP2.'),
  },
  {
    component: 'SMS_DISCOVERY_DATA_MANAGER',
    trait: 'keeps travelling clients assigned',
    value: false,
    kind: 'defect',
    until: sp4,
    provenance: documented('Q281107', 'First corrected in SP4.'),
  },
  ...remoteInstallationChanges(),
  {
    component: 'SMS_SQL_MONITOR',
    trait: 'deletes software inventory with its computer',
    value: false,
    kind: 'defect',
    until: sp2,
    provenance: documented('Q242951', 'First corrected in SP2.'),
  },
];

function remoteInstallationChanges(): readonly BuildChange[] {
  const manager = 'SMS_CLIENT_CONFIG_MANAGER';
  const lacking = (component: string, trait: string, provenance: BuildChange['provenance']): readonly BuildChange[] => {
    const change = { component, trait, value: false, provenance } as const;
    return [
      { ...change, kind: 'defect', until: q252718Fix },
      { ...change, kind: 'defect', from: sp1, until: q252717Fix },
    ];
  };
  const fixes = documented('Q252718, Q252717', 'The fixes; included in SP2.');
  return [
    ...lacking(manager, 'spares computers of a later release', fixes),
    ...lacking('CCMBtLdr.exe', 'spares computers of a later release', fixes),
    ...lacking(
      manager,
      'names a retry after the computer',
      inferred('Q242926, Q265882', 'First corrected in SP2; the fixed builds before it name the file in the same way.'),
    ),
    {
      component: 'SMS_CLIENT_CONFIG_MANAGER',
      trait: 'names the retry of a short domain in full',
      value: false,
      kind: 'defect',
      until: sp3,
      provenance: documented('Q265882', 'First corrected in SP3.'),
    },
  ];
}
