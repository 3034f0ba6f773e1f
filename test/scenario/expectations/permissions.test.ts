import { describeVerb, somebody } from './office.ts';

describeVerb(
  'permissions',
  ({ server }) => {
    server.files.setPermissions(somebody, 'C:\\CAP_ABC', [
      { account: 'Administrators', right: 'Full Control' },
      { account: 'Users', right: 'Read' },
    ]);
  },
  [
    [
      'inherits from the folder above',
      "permissions: { path: '\\\\SERVER\\CAP_ABC\\inventry.box', rights: { users: Read, Guests: none } }",
      true,
      'Administrators Full Control, Users Read',
    ],
    [
      'tells another right',
      "permissions: { on: SERVER, path: 'C:\\CAP_ABC', rights: { Users: Change } }",
      false,
      'Administrators Full Control, Users Read',
    ],
  ],
  [['needs the rights', "permissions: { on: SERVER, path: 'C:\\CAP_ABC' }", 'SM011 "permissions" needs rights']],
);
