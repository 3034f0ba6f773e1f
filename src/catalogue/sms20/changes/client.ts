import { documented, inferred, type Provenance } from '../../../world/index.ts';
import type { BuildChange } from '../../change.ts';

/** Versions of the client base components at each level (Q266130). */
const base = { sp1: '2.00.1380.1000', sp2: '2.00.1493.2009', sp4: '2.00.1493.4009' } as const;
/** Versions of the inventory agents at each level (Q266130). */
const hardware = {
  sp1: '2.00.1380.1000',
  sp2: '2.00.1493.2000',
  sp3: '2.00.1493.3000',
  sp4: '2.00.1493.4008',
} as const;
const software = {
  sp1: '2.00.1380.1000',
  sp2: '2.00.1493.2006',
  sp3: '2.00.1493.3006',
  sp4: '2.00.1493.4008',
} as const;

const ccim = 'Client Configuration Installation Manager';
const agent = 'Hardware Inventory Agent';

/** How the builds of the client's programs differ from the right behaviour. */
export const clientChanges: readonly BuildChange[] = [
  ...[ccim, `${ccim} (16-bit)`].flatMap(ccimChanges),
  {
    component: ccim,
    trait: 'finds Inboxlck.tok without opening it',
    value: false,
    kind: 'defect',
    from: base.sp2,
    until: base.sp4,
    provenance: documented('Q275617', 'First corrected in SP4.'),
  },
  {
    component: ccim,
    trait: 'passes over a card that cannot be read',
    value: false,
    kind: 'defect',
    until: base.sp2,
    provenance: documented('Q247543', 'First corrected in SP2; only the 32-bit client is named.'),
  },
  {
    component: 'Copy Queue',
    trait: 'names do not depend on the clock',
    value: false,
    kind: 'defect',
    until: base.sp4,
    provenance: documented('Q301352', 'First corrected in SP4.'),
  },
  {
    component: 'Copy Queue',
    trait: 'purges while inaccessible',
    value: false,
    kind: 'defect',
    until: base.sp2,
    provenance: documented('Q263594', 'First corrected in SP2.'),
  },
  {
    component: 'SMS Available Programs Manager',
    trait: 'verification leaves what is in order',
    value: false,
    kind: 'defect',
    until: '2.00.1493.2011',
    provenance: documented('Q239564', 'First corrected in SP2.'),
  },
  {
    component: 'SMS Client Service',
    trait: 'writes authorized with a z',
    value: false,
    kind: 'change',
    until: base.sp4,
    provenance: inferred(
      'Q246331, Q320235, Q323652',
      'Raw logs of SP1 have an s, the one of SP4 has a z; Q264630 and Q277745 retell older logs with a z.',
    ),
  },
  ...hardwareChanges(),
  ...['Software Inventory Agent', 'Software Inventory Agent (16-bit)'].flatMap(softwareChanges),
];

function softwareChanges(component: string): readonly BuildChange[] {
  return [
    ...inventoryChanges(component, software),
    {
      component,
      trait: 'lists files without a company',
      value: false,
      kind: 'defect',
      until: software.sp2,
      provenance: documented('Q245700', 'First corrected in SP2.'),
    },
  ];
}

function ccimChanges(component: string): readonly BuildChange[] {
  const lacking = (trait: string, until: string, provenance: Provenance): BuildChange => ({
    component,
    trait,
    value: false,
    kind: 'feature',
    until,
    provenance,
  });
  return [
    {
      ...lacking('heartbeat counts from the latest record', base.sp1, inferred('Q257799', 'Only RTM is described.')),
      kind: 'defect',
    },
    lacking('reports a new version at once', base.sp2, documented('Q256125', 'From SP2 on.')),
    lacking('reports travel mode', base.sp4, documented('Q281107', 'From SP4 on.')),
    lacking('waits for Inbox Manager', base.sp2, documented('Q275617', 'The lock file came with SP2.')),
    lacking('compares the release of the access point', base.sp2, inferred('Q264630', 'The SP2 client compares.')),
    lacking(
      'compares the version of the configuration file',
      base.sp1,
      inferred('Q236596', 'Only SP1 code compares with a file of RTM.'),
    ),
    {
      ...lacking('verification leaves what is in order', base.sp2, documented('Q239564', 'First corrected in SP2.')),
      kind: 'defect',
    },
  ];
}

function hardwareChanges(): readonly BuildChange[] {
  return [
    {
      component: agent,
      trait: 'verification registers the agent rightly',
      value: false,
      kind: 'defect',
      from: hardware.sp2,
      until: hardware.sp4,
      provenance: documented('Q289552', 'SP2 and SP3; first corrected in SP4.'),
    },
    ...inventoryChanges(agent, hardware),
    midnight(`${agent} (16-bit)`, hardware),
    {
      component: agent,
      trait: 'a delta shows a changed BIOS',
      value: false,
      kind: 'defect',
      provenance: documented('Q256610', 'No correction is named.'),
    },
    ...[agent, `${agent} (16-bit)`].map((component): BuildChange => ({
      component,
      trait: 'array values stay in their own property',
      value: false,
      kind: 'defect',
      until: hardware.sp4,
      provenance: documented('Q298686', 'First corrected in SP4.'),
    })),
    {
      component: agent,
      trait: 'status messages carry the right time',
      value: false,
      kind: 'defect',
      from: hardware.sp2,
      provenance: documented('Q295450', 'The agent is a service of its own from SP2 on; no correction is named.'),
    },
  ];
}

type Levels = { readonly [Level in 'sp1' | 'sp2' | 'sp3' | 'sp4']: string };

function inventoryChanges(component: string, levels: Levels): readonly BuildChange[] {
  return [
    midnight(component, levels),
    {
      component,
      trait: 'the installation routine asks for a full inventory',
      value: true,
      kind: 'change',
      from: levels.sp1,
      until: levels.sp4,
      provenance: inferred(
        'Q319864',
        'SP4 does not, unlike previous service packs: all of them, for either inventory.',
      ),
    },
  ];
}

function midnight(component: string, levels: Levels): BuildChange {
  return {
    component,
    trait: 'simple schedules count from the latest inventory',
    value: false,
    kind: 'defect',
    from: levels.sp1,
    until: levels.sp3,
    provenance: documented('Q245723', 'Listed for SP1 and SP2, first corrected in SP3.'),
  };
}
