import { documented, inferred } from '../../../world/index.ts';
import type { BuildChange } from '../../change.ts';

const sp1 = '2.00.1380.1000';
const sp2 = '2.00.1493.2000';
const sp4 = '2.00.1493.4000';
/** Nt_logon.dll of the two fixes that SP2 wants in a domain of several sites. */
const q251070Fix = '2.0.1239.62';
const q249077Fix = '2.0.1380.1105';

const manager = 'SMS_NT_LOGON_SERVER_MANAGER';

/** Both bootstraps have the same engine. */
const bootstraps = ['Boot32wn.exe', 'Smsman.exe'];

/** How the builds of what makes and uses logon points differ from the right behaviour. */
export const logonChanges: readonly BuildChange[] = [
  {
    component: manager,
    trait: 'lists who copied a file',
    value: false,
    kind: 'defect',
    until: q251070Fix,
    provenance: documented('Q251070', 'The fix for sites without a service pack.'),
  },
  {
    component: manager,
    trait: 'lists who copied a file',
    value: false,
    kind: 'defect',
    from: sp1,
    until: q249077Fix,
    provenance: documented('Q249077', 'The fix for sites with SP1.'),
  },
  {
    component: manager,
    trait: 'repairs Copylog.tcf',
    value: false,
    kind: 'feature',
    until: sp2,
    provenance: documented('Q264976'),
  },
  {
    component: manager,
    trait: 'hands out COMPVER.INI',
    value: false,
    kind: 'feature',
    until: sp2,
    provenance: inferred('Q264630', 'Clients report none of an SP1 site.'),
  },
  {
    component: manager,
    trait: 'tells an unread configuration from a missing one',
    value: false,
    kind: 'defect',
    until: sp2,
    provenance: documented('Q242492', 'First corrected in SP2.'),
  },
  {
    component: manager,
    trait: 'leaves silent sites alone',
    value: false,
    kind: 'change',
    until: sp2,
    provenance: documented('Q259816'),
  },
  {
    component: manager,
    trait: 'keeps to its interval at a restart',
    value: false,
    kind: 'defect',
    until: sp2,
    provenance: documented('Q249333', 'First corrected in SP2.'),
  },
  {
    component: manager,
    trait: 'waits for Nt_logon.not',
    value: false,
    kind: 'change',
    until: sp2,
    provenance: documented('Q257202'),
  },
  {
    component: manager,
    trait: 'obeys Senior.lst',
    value: false,
    kind: 'feature',
    until: sp1,
    provenance: documented('Q235726'),
  },
  ...bootstraps.flatMap((component): readonly BuildChange[] => [
    {
      component,
      trait: 'leaves a newer release to CCIM',
      value: false,
      kind: 'change',
      until: sp2,
      provenance: documented('Q262677', 'Changed in SP2.'),
    },
    {
      component,
      trait: 'adds no site of an earlier release',
      value: false,
      kind: 'change',
      until: sp2,
      provenance: documented('Q262677', 'Changed in SP2.'),
    },
    {
      component,
      trait: 'passes over a card that cannot be read',
      value: false,
      kind: 'defect',
      until: sp2,
      provenance: documented('Q247543', 'First corrected in SP2.'),
    },
    {
      component,
      trait: 'reports travel mode',
      value: false,
      kind: 'feature',
      until: sp4,
      provenance: documented('Q281107', 'From SP4 on.'),
    },
  ]),
];
