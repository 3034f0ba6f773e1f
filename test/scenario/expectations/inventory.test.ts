import {
  applyCompleteHardware,
  applyCompleteSoftware,
  type HardwareGroup,
  type SoftwareFile,
} from '../../../src/world/index.ts';
import { describeVerb, nine, somebody, start, type Office } from './office.ts';

const bios = { Name: 'Default System BIOS', Manufacturer: 'Compaq', Version: '686T3' };

function stored(values: Readonly<Record<string, string>>): HardwareGroup {
  const attributes = Object.entries(values).map(([name, value]) => ({ name, type: 'string', value }) as const);
  return { name: 'PC BIOS', class: 'MICROSOFT|PC_BIOS|1.0', key: ['Name'], attributes };
}

function arrange({ client, database }: Office): void {
  database.execute("insert into System_DISC (DiscArchKey, Netbios_Name0) values (5, 'CLIENT1')");
  client.hardware = { Win32_BIOS: [{ ...bios, Version: '686T9' }] };
  applyCompleteHardware(database, 1, [stored(bios)], start);
  const product = { company: 'Microsoft', product: 'Plus!', version: '4.0', language: 'English' };
  const options = { product, version: '4.0' };
  client.files.createFolder(somebody, 'C:\\Program Files\\Plus!', { parents: true });
  client.files.write(somebody, 'C:\\Program Files\\Plus!\\plus.exe', { size: 1000, token: 'x' }, options);
  client.files.write(somebody, 'C:\\new.exe', { size: 10, token: 'y' });
  const plus: SoftwareFile = { fileName: 'plus.exe', size: 1000, modified: nine, count: 1, product };
  applyCompleteSoftware(database, 1, [plus], { cycleStart: nine, appliedAt: start });
}

describeVerb(
  'inventory',
  arrange,
  [
    [
      'finds a property',
      'inventory: { client: CLIENT1, hardware: Win32_BIOS, property: version, value: 686T3 }',
      true,
      'version is 686T3',
    ],
    [
      'tells another value',
      'inventory: { client: CLIENT1, hardware: PC BIOS, property: Version, value: 686T9 }',
      false,
      'Version is 686T3',
    ],
    [
      'tells where the machine differs',
      'inventory: { client: CLIENT1, hardware: Win32_BIOS, equals the machine: true }',
      false,
      'the machine has PC BIOS: Manufacturer=Compaq, Name=Default System BIOS, Version=686T9; the ' +
        'database has PC BIOS: Manufacturer=Compaq, Name=Default System BIOS, Version=686T3',
    ],
    [
      'knows that nothing is stored',
      'inventory: { client: CLIENT1, hardware: Win32_DiskDrive, stored: false }',
      true,
      'no Win32_DiskDrive of CLIENT1 is stored',
    ],
    [
      'finds software with its version',
      'inventory: { client: CLIENT1, software: PLUS.EXE, version: "4.0", count: 1 }',
      true,
      'PLUS.EXE, 1000 bytes, version 4.0, found one time',
    ],
    [
      'compares software with the disk',
      'inventory: { client: CLIENT1, software: plus.exe, equals the machine: true }',
      true,
      '1 stored as the machine has them',
    ],
    [
      'compares nothing with nothing for nobody',
      'inventory: { client: CLIENT1, hardware: Win32_Bios_, equals the machine: true }',
      false,
      'neither the database nor the machine has any',
    ],
    [
      'tells a file that is not stored',
      "inventory: { client: CLIENT1, software: '*.exe', equals the machine: true }",
      false,
      'the machine has NEW.EXE, 10 bytes, unknown, found one time',
    ],
  ],
  [
    [
      'looks at one kind',
      'inventory: { client: CLIENT1 }',
      'SM015 inventory: inventory looks at either hardware or software',
    ],
    [
      'needs the property of a value',
      'inventory: { client: CLIENT1, hardware: x, value: 1 }',
      'SM015 inventory: value needs its property',
    ],
  ],
);
