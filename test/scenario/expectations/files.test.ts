import { describeVerb } from './office.ts';

describeVerb(
  'files',
  (play) => {
    play.write('C:\\CAP_ABC\\one.cfg', '12345');
    play.write('C:\\CAP_ABC\\inventry.box\\two.cfg', '123');
  },
  [
    [
      'counts in one folder',
      "files: { on: SERVER, path: 'C:\\CAP_ABC\\*.cfg', times: 1 }",
      true,
      'one file, together 5 bytes',
    ],
    [
      'counts in the folders below',
      "files: { on: SERVER, path: 'C:\\CAP_ABC\\*', folders below: true, total size: { at most: 8 bytes } }",
      true,
      '2 files, together 8 bytes',
    ],
    [
      'is not met by too many',
      "files: { on: SERVER, path: 'C:\\CAP_ABC\\*.cfg', folders below: true, at most: 1 }",
      false,
      '2 files, together 8 bytes',
    ],
    [
      'counts none in a missing folder',
      "files: { on: SERVER, path: 'C:\\x\\*', times: 0 }",
      true,
      'The system cannot find the path specified.',
    ],
  ],
  [
    [
      'refuses an amount with bounds',
      "files: { on: SERVER, path: 'C:\\*', times: 1, at least: 1 }",
      'SM015 files: times says it exactly; at least and at most do not go with it',
    ],
  ],
);
