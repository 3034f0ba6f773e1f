import { describeVerb } from './office.ts';

const idle =
  'power on; nobody logged on; not busy; Windows NT 4.0; 10.1.1.1 in 10.1.1.0; Central Standard ' +
  'Time; 1048576 bytes free on C:';
const busy =
  'power on; Anna logged on; busy with Hardware Inventory Agent; Windows NT 4.0; 10.1.1.2 in ' +
  '10.1.1.0; Central Standard Time; 1048576 bytes free on C:';

describeVerb(
  'computer',
  ({ client }) => {
    client.user = { name: 'Anna', administrator: false };
    client.busyWith = 'Hardware Inventory Agent';
  },
  [
    [
      'knows user and work',
      'computer: { on: CLIENT1, user: anna, administrator: false, busy: Hardware, power: on }',
      true,
      busy,
    ],
    ['tells that somebody is there', 'computer: { on: CLIENT1, user: null }', false, busy],
    [
      'knows Windows, address and room',
      'computer: { on: SERVER, operating system: Windows NT 4.0, subnet: 10.1.1.0, zone: central ' +
        'standard time, free: { at least: 1 MB }, busy: false }',
      true,
      idle,
    ],
    ['tells that the power is on', 'computer: { on: SERVER, power: off }', false, idle],
  ],
  [
    [
      'knows the versions of Windows',
      'computer: { on: SERVER, operating system: Windows XP }',
      'SM015 operating system must be Windows NT 3.51 or Windows NT 4.0 or Windows 2000 or Windows 95 ' +
        'or Windows 98 or Windows 3.11 or MS-DOS 6.22 or OS/2 Warp 3 or Macintosh System 7.5 or Macintosh System 7.6 ' +
        'or Mac OS 8 or NetWare 3.12 or NetWare 4.1',
    ],
  ],
);
