import type { Instant } from '../../../kernel/index.ts';
import {
  assumed,
  documented,
  groupClass,
  identificationGroup,
  printMifDate,
  smsIniValue,
  workstationStatusClass,
  type HardwareInstance,
  type InventoryGroup,
  type InventoryValue,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { macintoshName } from './control-panels.ts';
import { networkOf } from './invmac-network.ts';
import { smsidOf } from './invmac-set-up.ts';
import type { InvmacMemory } from './invmac.ts';
import { appleTalkZone } from './services-for-macintosh.ts';

type MacintoshSelf = Self<InvmacMemory>;

const groups = assumed(
  'A Macintosh tells Identification, Workstation Status, Operating System, Processor, Memory, Disk, Network and Video.',
  'Q156403, Q172533, Q225063',
);

const nameless = documented('Q129125');

const memoryClass = 'MICROSOFT|MAC_MEMORY|1.0';

/** Everything that a Macintosh reports about itself. */
export function macintoshGroups(self: MacintoshSelf, scanned: Instant): readonly InventoryGroup[] {
  self.restsOn('groups of a Macintosh', groups);
  const { computer } = self;
  const network = networkOf(self);
  return [
    identity(self, network.netCardId),
    group(workstationStatusClass, { LastHWScan: printMifDate(scanned), LastSWScan: printMifDate(scanned) }),
    group('MICROSOFT|OPERATING_SYSTEM|1.0', {
      'Operating System Name': computer.operatingSystem.discoveryName,
      Version: computer.operatingSystem.version,
    }),
    ...instances(self, 'Win32_Processor').map((one, index) =>
      group('MICROSOFT|PROCESSOR|1.0', {
        Index: index,
        'Processor Name': processorName(self, String(one['Name'] ?? '')),
        'Processor Speed': Number(one['CurrentClockSpeed'] ?? 0),
      }),
    ),
    ...instances(self, 'Win32_LogicalMemoryConfiguration').map((one) => ({
      class: memoryClass,
      name: 'Memory',
      keys: [],
      attributes: { 'Total Physical Memory (KB)': Number(one['TotalPhysicalMemory'] ?? 0) },
    })),
    ...computer.files.drives().map((drive) =>
      group('MICROSOFT|DISK|1.0', {
        'Disk Index': drive.letter,
        'File System': 'HFS',
        'Storage Size (MByte)': Math.floor(drive.size / megabyte),
        'Free Storage (MByte)': Math.floor((drive.size - drive.used - drive.reserved) / megabyte),
      }),
    ),
    group('MICROSOFT|NETWORK|1.0', {
      'Network Active': 'YES',
      'Network Type': 'AppleTalk',
      'IP Address': network.address,
      'AppleTalk Zone': appleTalkZone(computer) === '' ? null : appleTalkZone(computer),
    }),
    ...instances(self, 'Win32_VideoController').map((one, index) =>
      group('MICROSOFT|VIDEO|1.0', { 'Adapter Index': index, 'Adapter Type': String(one['Name'] ?? '') }),
    ),
  ];
}

const megabyte = 1024 ** 2;

function identity(self: MacintoshSelf, netCardId: string | null): InventoryGroup {
  const { ini } = self.memory;
  self.restsOn('name of a Macintosh', nameless);
  return identificationGroup({
    name: macintoshName(self.computer) ?? null,
    smsid: smsidOf(self.memory),
    site: smsIniValue(ini, 'siteCode') ?? null,
    domain: smsIniValue(ini, 'domain') ?? null,
    netCardId,
    systemRole: 'Workstation',
    systemType: 'Macintosh',
    logOnName: null,
  });
}

/** Builds that do not know a processor name its number (Q225063). */
function processorName(self: MacintoshSelf, name: string): string {
  return name === 'PowerPC 750' && self.trait('names the PowerPC 750') !== true ? 'PowerPC (8)' : name;
}

function instances({ computer }: MacintoshSelf, name: string): readonly HardwareInstance[] {
  return computer.hardware[name] ?? [];
}

function group(name: string, attributes: Readonly<Record<string, InventoryValue>>): InventoryGroup {
  const known = groupClass(name);
  return { class: name, name: known?.name ?? name, keys: known?.keys ?? [], attributes };
}
