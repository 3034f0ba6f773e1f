import { describeVerb, somebody } from './office.ts';

const inbox = '\\\\SERVER\\CAP_ABC\\inventry.box';

describeVerb(
  'file',
  (play) => {
    play.write('C:\\CAP_ABC\\inventry.box\\first.nhm', 'Start Component\r\nEnd');
    play.write('C:\\CAP_ABC\\inventry.box\\second.nhm', 'Start');
    play.write('C:\\copy.nhm', 'Start');
    const options = { version: '2.00.1239', attributes: { readOnly: true } };
    play.server.files.write(somebody, 'C:\\program.exe', { size: 4096, token: 'a' }, options);
    play.server.files.open(somebody, 'C:\\copy.nhm', { access: 'read write', share: 'none', create: 'open existing' });
  },
  [
    [
      'finds files by wildcard behind a share',
      `file: { path: '${inbox}\\*.nhm', count: 2 }`,
      true,
      '2 files: first.nhm (20 bytes, 1999-11-15 09:00:00.000), second.nhm (5 bytes, 1999-11-15 09:00:00.000)',
    ],
    ['misses a file', `file: { path: '${inbox}\\third.nhm' }`, false, 'no such file'],
    [
      'is content with a missing folder where nothing should be',
      "file: { on: CLIENT1, path: 'C:\\SMS\\a', exists: false }",
      true,
      'The system cannot find the path specified.',
    ],
    [
      'knows that there is no share',
      "file: { path: '\\\\SERVER\\CAP_DEF\\a' }",
      false,
      'there is no share \\\\SERVER\\CAP_DEF',
    ],
    [
      'reads the text',
      `file: { path: '${inbox}\\f*.nhm', has: [/^Start/, End], lacks: Group }`,
      true,
      'one file: first.nhm (20 bytes, 1999-11-15 09:00:00.000)',
    ],
    [
      'compares the whole text whatever the line ends',
      `file: { path: '${inbox}\\first.nhm', text: "Start Component\\nEnd" }`,
      true,
      'one file: first.nhm (20 bytes, 1999-11-15 09:00:00.000)',
    ],
    [
      'tells the text that has not what is wanted',
      `file: { path: '${inbox}\\*.nhm', has: End }`,
      false,
      'second.nhm holds "Start"',
    ],
    [
      'reads sizes with units',
      "file: { on: SERVER, path: 'C:\\program.exe', size: 4 KB }",
      true,
      'one file: program.exe (4096 bytes, 1999-11-15 09:00:00.000)',
    ],
    [
      'tells a size that is too small',
      "file: { on: SERVER, path: 'C:\\program.exe', size: { at least: 1 MB } }",
      false,
      'program.exe has 4096 bytes',
    ],
    [
      'tells another version',
      "file: { on: SERVER, path: 'C:\\program.exe', version: 2.00.1493 }",
      false,
      'program.exe has version 2.00.1239',
    ],
    [
      'tells attributes',
      "file: { on: SERVER, path: 'C:\\program.exe', attributes: { read-only: false, hidden: false } }",
      false,
      'program.exe is read-only',
    ],
    [
      'compares a date as exactly as it is written',
      "file: { on: SERVER, path: 'C:\\program.exe', modified: { equals: 09:00 }, created: { equals: day 1 } }",
      true,
      'one file: program.exe (4096 bytes, 1999-11-15 09:00:00.000)',
    ],
    [
      'tells a date that is too early',
      "file: { on: SERVER, path: 'C:\\program.exe', modified: { after: day 1 09:00 } }",
      false,
      'program.exe was modified 1999-11-15 09:00:00.000',
    ],
    [
      'compares with a file that somebody holds',
      `file: { path: '${inbox}\\second.nhm', equals file: 'C:\\copy.nhm' }`,
      true,
      'one file: second.nhm (5 bytes, 1999-11-15 09:00:00.000)',
    ],
    [
      'tells that two files differ',
      `file: { path: '${inbox}\\first.nhm', equals file: { on: SERVER, path: 'C:\\copy.nhm' } }`,
      false,
      'first.nhm (20 bytes) differs from copy.nhm (5 bytes) on SERVER',
    ],
  ],
  [
    [
      'needs a computer for a local path',
      "file: { path: 'C:\\a' }",
      'SM015 file: a local path needs "on" with the name of its computer',
    ],
    [
      'has no argument contains',
      "file: { on: SERVER, path: 'C:\\a', contains: x }",
      'SM012 "file" has no argument contains',
    ],
  ],
);
