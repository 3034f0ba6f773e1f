import type { Computer, Hardware } from '../world/index.ts';

/**
 * What an office Macintosh of 1997 has, with its control panels as classes of one instance (decision 0020). The values
 * are examples, not facts about SMS.
 */
export function macintoshHardware({ name, operatingSystem }: Computer): Hardware {
  const hasOpenTransport = operatingSystem.name !== 'Macintosh System 7.5';
  return {
    Win32_Processor: [{ DeviceID: 'CPU0', Name: 'PowerPC 601', CurrentClockSpeed: 90 }],
    Win32_LogicalMemoryConfiguration: [{ Name: 'LogicalMemoryConfiguration', TotalPhysicalMemory: 32_768 }],
    Win32_VideoController: [{ DeviceID: 'VideoController1', Name: 'Apple built-in video' }],
    AppleTalk: [{ Zone: '' }],
    'Sharing Setup': [{ 'Macintosh Name': name }],
    'TCP/IP': [{ Installed: 'Yes', 'Make TCP/IP': 'Active', 'Load Only When Needed': 'No' }],
    AppleShare: [{ 'Microsoft UAM': 'No' }],
    ...(hasOpenTransport ? { 'Open Transport': [{ Version: '1.1' }] } : {}),
  };
}
