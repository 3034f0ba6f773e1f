/** The operating systems a computer can run, with the facts SMS components look at. */
export interface OperatingSystem {
  readonly name: OperatingSystemName;
  readonly family: 'Windows NT' | 'Windows 9x' | '16-bit Windows' | 'MS-DOS' | 'OS/2' | 'Macintosh' | 'NetWare';
  /** As discovery reports it in `Operating System Name and Version`. */
  readonly discoveryName: string;
  readonly version: string;
  readonly windowsFolder: string;
  /** HFS of a Macintosh and volumes of NetWare answer as FAT does: no permissions, names without case. */
  readonly fileSystem: 'NTFS' | 'FAT';
}

export const operatingSystemNames = [
  'Windows NT 3.51',
  'Windows NT 4.0',
  'Windows 2000',
  'Windows 95',
  'Windows 98',
  'Windows 3.11',
  'MS-DOS 6.22',
  'OS/2 Warp 3',
  'Macintosh System 7.5',
  'Macintosh System 7.6',
  'Mac OS 8',
  'NetWare 3.12',
  'NetWare 4.1',
] as const;

export type OperatingSystemName = (typeof operatingSystemNames)[number];

const table: Readonly<Record<OperatingSystemName, Omit<OperatingSystem, 'name'>>> = {
  'Windows NT 3.51': nt('Microsoft Windows NT Workstation 3.51', '3.51.1057'),
  'Windows NT 4.0': nt('Microsoft Windows NT Workstation 4.0', '4.0.1381'),
  'Windows 2000': nt('Microsoft Windows NT Workstation 5.0', '5.0.2195'),
  'Windows 95': nineX('Microsoft Windows 95', '4.00.950'),
  'Windows 98': nineX('Microsoft Windows 98', '4.10.1998'),
  'Windows 3.11': {
    family: '16-bit Windows',
    discoveryName: 'Microsoft Windows for Workgroups 3.11',
    version: '3.11',
    windowsFolder: 'C:\\WINDOWS',
    fileSystem: 'FAT',
  },
  'MS-DOS 6.22': other('MS-DOS', 'MS-DOS', '6.22', 'C:\\DOS'),
  'OS/2 Warp 3': other('OS/2', 'OS/2', '3.0', 'C:\\OS2'),
  'Macintosh System 7.5': other('Macintosh', 'Macintosh System', '7.5', 'C:\\System Folder'),
  'Macintosh System 7.6': other('Macintosh', 'Macintosh System', '7.6', 'C:\\System Folder'),
  'Mac OS 8': other('Macintosh', 'Mac OS', '8.0', 'C:\\System Folder'),
  'NetWare 3.12': other('NetWare', 'Novell NetWare', '3.12', 'C:\\SYSTEM'),
  'NetWare 4.1': other('NetWare', 'Novell NetWare', '4.1', 'C:\\SYSTEM'),
};

/** The facts of one Windows version. */
export function operatingSystem(name: OperatingSystemName): OperatingSystem {
  return { name, ...table[name] };
}

function nt(discoveryName: string, version: string): Omit<OperatingSystem, 'name'> {
  return { family: 'Windows NT', discoveryName, version, windowsFolder: 'C:\\WINNT', fileSystem: 'NTFS' };
}

function nineX(discoveryName: string, version: string): Omit<OperatingSystem, 'name'> {
  return { family: 'Windows 9x', discoveryName, version, windowsFolder: 'C:\\WINDOWS', fileSystem: 'FAT' };
}

function other(
  family: OperatingSystem['family'],
  discoveryName: string,
  version: string,
  windowsFolder: string,
): Omit<OperatingSystem, 'name'> {
  return { family, discoveryName, version, windowsFolder, fileSystem: 'FAT' };
}
