import { describeVerb, somebody } from './office.ts';

describeVerb(
  'handle',
  (play) => {
    play.write('C:\\CAP_ABC\\client.lkp', 'x');
    play.server.files.open(somebody, 'C:\\CAP_ABC\\client.lkp', {
      access: 'read',
      share: 'none',
      create: 'open existing',
    });
  },
  [
    [
      'knows who holds a file',
      "handle: { path: '\\\\SERVER\\CAP_ABC\\*.lkp', by: SERVER/, share: none }",
      true,
      'open by SERVER/somebody (read, sharing none)',
    ],
    [
      'tells another kind of access',
      "handle: { on: SERVER, path: 'C:\\CAP_ABC\\client.lkp', access: write }",
      false,
      'open by SERVER/somebody (read, sharing none)',
    ],
    [
      'knows that nobody does',
      "handle: { on: SERVER, path: 'C:\\CAP_ABC\\x.lkp', open: false }",
      true,
      'nobody holds it open',
    ],
  ],
  [
    [
      'knows the ways to share',
      "handle: { on: SERVER, path: 'C:\\a', share: all }",
      'SM015 share must be none or read or write or read write',
    ],
  ],
);
