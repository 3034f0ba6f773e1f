import {
  assumed,
  identificationGroup,
  printMifDate,
  smsIniTime,
  smsIniValue,
  type Computer,
  type HardwareInstance,
  type InventoryGroup,
  type InventoryValue,
} from '../../../world/index.ts';
import type { AgentSelf } from './agent-memory.ts';
import { readSmsIni } from './client-files.ts';
import { clientPlatform, systemNamesProvenance } from './client-platform.ts';
import { packageGroups } from './package-groups.ts';
import { groupsOf, type Rows } from './standard-groups.ts';

const contents = assumed(
  'The groups of the agents hold what the computer has; which function finds which value is not modelled.',
  'Q126642',
);

/** Everything that an agent reports of this computer: hardware, status, and packages by the rules of the site. */
export function takenGroups(self: AgentSelf): readonly InventoryGroup[] {
  self.restsOn('contents of groups', contents);
  self.restsOn('names of operating systems', systemNamesProvenance);
  const { computer } = self;
  const isSafe = (test: HardwareTest): boolean => !self.memory.unsafeTests.includes(test);
  const hardware = hardwareRows(computer, isSafe('ConventionalMemory')).flatMap(([test, className, rows]) =>
    test === '' || isSafe(test) ? groupsOf(className, rows) : [],
  );
  return [ownIdentification(self), ...groupsOf('MICROSOFT|WORKSTATION_STATUS|1.0', [status(self)]), ...hardware].concat(
    packageGroups(self),
  );
}

function ownIdentification(self: AgentSelf): InventoryGroup {
  const ini = readSmsIni(self);
  const value = (key: Parameters<typeof smsIniValue>[1]): string | null =>
    (ini === undefined ? undefined : smsIniValue(ini, key)) ?? null;
  return identificationGroup({
    name: self.computer.name,
    smsid: self.memory.smsid,
    site: value('siteCode'),
    domain: value('domain'),
    netCardId: self.computer.adapters[0]?.macAddress ?? null,
    systemRole: value('systemRole'),
    systemType: value('systemType'),
    logOnName: self.computer.user?.name ?? null,
  });
}

/** The scans of this run count as done. */
function status(self: AgentSelf): Readonly<Record<string, InventoryValue>> {
  const ini = readSmsIni(self);
  const now = Math.floor(self.now() / 1000) * 1000;
  const scan = (due: boolean, key: 'lastHardwareScan' | 'lastSoftwareScan'): InventoryValue => {
    const time = due || ini === undefined ? now : smsIniTime(ini, key);
    return time === undefined ? null : printMifDate(time);
  };
  const text = (key: 'failedHardwareChecks' | 'filesNotDownloaded'): InventoryValue =>
    (ini === undefined ? undefined : smsIniValue(ini, key)) || null;
  return {
    LastHWScan: scan(self.memory.hardwareDue, 'lastHardwareScan'),
    LastSWScan: scan(self.memory.softwareDue, 'lastSoftwareScan'),
    'Failed Hardware Checks': text('failedHardwareChecks'),
    'Files Not Installed': text('filesNotDownloaded'),
  };
}

type HardwareTest = (typeof testsOfGroups)[number];

/** The test of INVDOS that finds a group, its class, and the rows that the computer has. */
function hardwareRows(
  computer: Computer,
  hasBaseMemory: boolean,
): readonly (readonly [HardwareTest | '', string, Rows])[] {
  return [
    ['ComputerConfig', 'MICROSOFT|OPERATING_SYSTEM|1.0', systemRows(computer)],
    ['ComputerConfig', 'MICROSOFT|PROCESSOR|1.0', instances(computer, 'Win32_Processor').map(processor)],
    ['ExtendedMemory', 'MICROSOFT|X86_PC_MEMORY|1.0', [memory(computer, hasBaseMemory)]],
    ['Disks', 'MICROSOFT|DISK|1.0', diskRows(computer)],
    ['Lanman', 'MICROSOFT|NETWORK|1.0', [network(computer)]],
    ['LanManNetcardInfo', 'MICROSOFT|NETCARD|1.0', instances(computer, 'Win32_NetworkAdapter').map(netcard)],
    ['Video', 'MICROSOFT|VIDEO|1.0', instances(computer, 'Win32_VideoController').map(video)],
    ['MouseInfo', 'MICROSOFT|MOUSE|1.0', instances(computer, 'Win32_PointingDevice').map(mouse)],
    ['Keyboard', 'MICROSOFT|KEYBOARD|1.0', instances(computer, 'Win32_Keyboard').map(keyboard)],
    ['BiosInfo', 'MICROSOFT|PC_BIOS|1.0', instances(computer, 'Win32_BIOS').map(bios)],
    ['', 'MICROSOFT|SERVICES|1.0', clientPlatform(computer)?.isNt === true ? serviceRows(computer) : []],
  ];
}

const testsOfGroups = [
  ...['ComputerConfig', 'ConventionalMemory', 'ExtendedMemory', 'Disks', 'Lanman', 'LanManNetcardInfo', 'Video'],
  ...['MouseInfo', 'Keyboard', 'BiosInfo'],
] as const;

/** The tests of the hardware that INVDOS makes, in the order of the groups that they fill; that of SMS is not known. */
export const hardwareTestNames: readonly string[] = testsOfGroups;

function instances(computer: Computer, className: string): readonly HardwareInstance[] {
  return computer.hardware[className] ?? [];
}

function text(value: string | number | undefined): InventoryValue {
  return value === undefined || value === '' ? null : String(value);
}

function number(value: string | number | undefined): InventoryValue {
  return value === undefined ? null : Number(value);
}

function systemRows(computer: Computer): Rows {
  const [system] = instances(computer, 'Win32_OperatingSystem');
  const row = {
    'Operating System Name': clientPlatform(computer)?.systemName ?? computer.operatingSystem.discoveryName,
    Version: computer.operatingSystem.version,
    'Build Number': text(system?.['BuildNumber']),
    'System Root': computer.operatingSystem.windowsFolder,
  };
  return [row];
}

function processor(one: HardwareInstance, index: number): Rows[number] {
  return {
    Index: index,
    'Processor Name': text(one['Name']),
    'Processor Type': text(one['Manufacturer']),
    'Processor Speed': number(one['CurrentClockSpeed']),
  };
}

function memory(computer: Computer, hasBaseMemory: boolean): Rows[number] {
  const [one] = instances(computer, 'Win32_LogicalMemoryConfiguration');
  const total = Number(one?.['TotalPhysicalMemory'] ?? 0);
  return {
    'Total Physical Memory (KB)': total,
    'Total Paging File Space (KB)': number(one?.['TotalPageFileSpace']),
    'Base Memory (KB)': hasBaseMemory ? 640 : null,
    'Extended Memory (KB)': Math.max(0, total - 1024),
  };
}

const megabyte = 1024 * 1024;

/** The letters of the drives are the keys; what is free changes with every file, in megabytes. */
function diskRows(computer: Computer): Rows {
  return instances(computer, 'Win32_LogicalDisk').map((one) => {
    const letter = String(one['DeviceID'] ?? 'C:').slice(0, 1);
    const size = Math.floor(Number(one['Size'] ?? 0) / megabyte);
    const free = Math.floor(computer.files.freeSpace(`${letter}:`) / megabyte);
    return {
      'Disk Index': letter,
      'Storage Type': 'Fixed drive',
      'File System': text(one['FileSystem']),
      'Storage Size (MByte)': size,
      'Free Storage (MByte)': Math.min(size, free),
      'Storage Used (MByte)': Math.max(0, size - free),
      'Volume Name': text(one['VolumeName']),
    };
  });
}

function network(computer: Computer): Rows[number] {
  const [adapter] = computer.adapters;
  return {
    'Network Active': 'YES',
    'Network Type': 'Microsoft Windows Network',
    'LogOn Name': computer.user?.name ?? null,
    'IP Address': adapter?.address ?? null,
  };
}

function netcard(one: HardwareInstance, index: number): Rows[number] {
  return { 'Card Index': index, Manufacturer: text(one['Name']), 'Network Address': text(one['MACAddress']) };
}

function video(one: HardwareInstance, index: number): Rows[number] {
  return { 'Adapter Index': index, 'Adapter Type': text(one['Name']) };
}

function mouse(one: HardwareInstance, index: number): Rows[number] {
  return {
    'Mouse Index': index,
    'Hardware Installed': text(one['Name']),
    'Number of Buttons': number(one['NumberOfButtons']),
  };
}

function keyboard(one: HardwareInstance): Rows[number] {
  return { 'Keyboard Type': text(one['Name']), 'Function Keys': number(one['NumberOfFunctionKeys']) };
}

function bios(one: HardwareInstance): Rows[number] {
  return { Manufacturer: text(one['Manufacturer']), Version: text(one['Version']) };
}

function serviceRows(computer: Computer): Rows {
  return [...computer.services.values()].map(({ name, state, startType }) => ({
    ...{ 'Service Name': name, State: state, 'Start Type': startType },
  }));
}
