import { describeVerb } from './office.ts';

describeVerb(
  'shared folder',
  ({ server }) =>
    server.files.addShare({ name: 'Office', path: 'C:\\CAP_ABC', permissions: [{ account: 'Users', right: 'Read' }] }),
  [
    [
      'knows folder and rights',
      "shared folder: { on: SERVER, share: office, path: 'c:\\cap_abc', permissions: { Users: Read, Guests: none } }",
      true,
      'Office shares C:\\CAP_ABC: Users Read',
    ],
    [
      'gives everyone full control without a list',
      'shared folder: { on: SERVER, share: CAP_ABC, permissions: { Everyone: Read } }',
      false,
      'CAP_ABC shares C:\\CAP_ABC: Everyone Full Control',
    ],
    [
      'lists the shares there are',
      'shared folder: { on: SERVER, share: CAP_DEF }',
      false,
      'no such share; SERVER has shares CAP_ABC, Office',
    ],
  ],
  [
    [
      'knows the rights',
      'shared folder: { on: SERVER, share: x, permissions: { Users: Write } }',
      'SM015 Users must be No Access or Read or Read and Execute or Special (Read, Write, Execute) or ' +
        'Change or Full Control or none',
    ],
  ],
);
