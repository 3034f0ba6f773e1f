import { describeVerb } from './office.ts';

describeVerb(
  'trace',
  (play) => {
    play.write('C:\\CAP_ABC\\a.nhm', 'x');
    play.simulation.record('note', 'scenario', 'note', 'a remark');
  },
  [
    [
      'counts records',
      'trace: { kind: file, process: SERVER/, subject: a.nhm, detail: /^created/, times: 1 }',
      true,
      'one record, the last file of SERVER/somebody at 1999-11-15 09:00:00.000: ' +
        '"SERVER:C:\\CAP_ABC\\a.nhm", "created 1 bytes"',
    ],
    [
      'shows a record that lacks one thing',
      'trace: { process: somebody, detail: deleted }',
      false,
      'no such record; the nearest is file of SERVER/somebody at 1999-11-15 09:00:00.000: ' +
        '"SERVER:C:\\CAP_ABC\\a.nhm", "created 1 bytes"',
    ],
    ['finds none in another span', 'trace: { kind: note, from: 09:01, times: 0 }', true, 'no such record'],
  ],
  [
    [
      'knows the kinds',
      'trace: { kind: files }',
      'SM015 kind must be step or delivery or transition or ignored or undeliverable or answer or ' +
        'file or registry or database or service or process or network or traffic or power or user or account or ' +
        'log or status or event or window or setting or trait or draw or note',
    ],
  ],
);
