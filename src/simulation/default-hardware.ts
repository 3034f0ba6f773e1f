import type { Computer, Hardware } from '../world/index.ts';
import { macintoshHardware } from './macintosh-hardware.ts';

/**
 * What an office computer of 1999 has, by WMI class, for computers whose scenario does not say otherwise. The values
 * are examples, not facts about SMS; sizes in bytes are texts, as WMI returns 64-bit numbers.
 */
export function defaultHardware(computer: Computer): Hardware {
  if (computer.operatingSystem.family === 'Macintosh') return macintoshHardware(computer);
  return { ...systemHardware(computer), ...mainBoard, ...adapterHardware(computer), ...peripherals };
}

function systemHardware(computer: Computer): Hardware {
  return {
    Win32_ComputerSystem: [
      {
        Name: computer.name,
        Manufacturer: 'Compaq',
        Model: 'Deskpro EP',
        Domain: 'OFFICE',
        TotalPhysicalMemory: 67108864,
      },
    ],
    Win32_OperatingSystem: [
      {
        Name: computer.operatingSystem.name,
        Caption: computer.operatingSystem.discoveryName,
        Version: computer.operatingSystem.version,
        BuildNumber: computer.operatingSystem.version.split('.').at(-1) ?? '',
        WindowsDirectory: computer.operatingSystem.windowsFolder,
      },
    ],
    Win32_LogicalDisk: [
      {
        DeviceID: 'C:',
        DriveType: 3,
        FileSystem: computer.operatingSystem.fileSystem,
        Size: '4294967296',
        VolumeName: 'SYSTEM',
      },
    ],
  };
}

const mainBoard: Hardware = {
  Win32_BIOS: [
    { Name: 'Default System BIOS', Manufacturer: 'Compaq', Version: '686T3 v1.05', ReleaseDate: '19990412' },
  ],
  Win32_Processor: [
    {
      DeviceID: 'CPU0',
      Name: 'Intel Pentium II',
      Manufacturer: 'GenuineIntel',
      CurrentClockSpeed: 400,
      L2CacheSize: 512,
    },
  ],
  Win32_DiskDrive: [
    {
      DeviceID: '\\\\.\\PHYSICALDRIVE0',
      Model: 'QUANTUM FIREBALL',
      InterfaceType: 'IDE',
      Partitions: 1,
      Size: '6448619520',
    },
  ],
  Win32_LogicalMemoryConfiguration: [
    {
      Name: 'LogicalMemoryConfiguration',
      TotalPhysicalMemory: 65536,
      TotalVirtualMemory: 131072,
      TotalPageFileSpace: 65536,
    },
  ],
  Win32_VideoController: [
    { DeviceID: 'VideoController1', Name: 'Matrox MGA-G200', AdapterRAM: 8388608, CurrentBitsPerPixel: 16 },
  ],
};

function adapterHardware(computer: Computer): Hardware {
  return {
    Win32_NetworkAdapter: computer.adapters.map((adapter, index) => ({
      DeviceID: String(index),
      Name: 'Compaq Netelligent 10/100 TX',
      AdapterType: 'Ethernet 802.3',
      MACAddress: adapter.macAddress,
    })),
    Win32_NetworkAdapterConfiguration: computer.adapters.map((adapter, index) => ({
      Index: index,
      IPAddress: adapter.address,
      IPSubnet: adapter.subnet,
      MACAddress: adapter.macAddress,
      DHCPEnabled: 1,
    })),
  };
}

const peripherals: Hardware = {
  Win32_CDROMDrive: [{ DeviceID: 'D:', Name: 'COMPAQ CDR-8435', Manufacturer: 'Compaq', MediaType: 'CD-ROM' }],
  Win32_DesktopMonitor: [
    { DeviceID: 'DesktopMonitor1', Name: 'Compaq V55', MonitorType: 'Compaq V55', ScreenWidth: 1024 },
  ],
  Win32_Keyboard: [{ DeviceID: 'Keyboard0', Name: 'Enhanced (101- or 102-key)', NumberOfFunctionKeys: 12 }],
  Win32_PointingDevice: [{ DeviceID: 'PS2Mouse', Name: 'Microsoft PS/2 Mouse', NumberOfButtons: 2 }],
  Win32_SoundDevice: [{ DeviceID: 'Sound0', Name: 'ESS AudioDrive', Manufacturer: 'ESS Technology' }],
  Win32_SerialPort: [{ DeviceID: 'COM1', Name: 'COM1', MaxBaudRate: 115200 }],
  Win32_ParallelPort: [{ DeviceID: 'LPT1', Name: 'LPT1' }],
};
