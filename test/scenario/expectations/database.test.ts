import { describeVerb } from './office.ts';

const select = 'select SiteCode, 1 from Sites order by SiteCode';

describeVerb(
  'database',
  ({ database }) => {
    database.execute(
      "insert into Sites values ('ABC', 'Head office', 'SERVER', ''), ('DEF', 'Branch', 'BRANCH', 'ABC')",
    );
  },
  [
    ['compares rows', `database: { sql: '${select}', rows: [[ABC, 1], [DEF, 1]] }`, true, '2 rows: (ABC, 1), (DEF, 1)'],
    [
      'looks for one row',
      `database: { site: ABC, sql: '${select}', has row: [DEF, 2] }`,
      false,
      '2 rows: (ABC, 1), (DEF, 1)',
    ],
    [
      'compares the first value',
      'database: { sql: select count(*) from Sites, value: 2, rows: 1 }',
      true,
      'one row: (2)',
    ],
    ['counts between bounds', `database: { sql: '${select}', at least: 3 }`, false, '2 rows: (ABC, 1), (DEF, 1)'],
    ['finds no rows', 'database: { sql: "select 1 from Sites where SiteCode = \'X\'", rows: 0 }', true, 'no rows'],
    [
      'tells what the server says of a mistake',
      'database: { sql: select x from Unknown }',
      false,
      "Invalid object name 'Unknown'.",
    ],
  ],
  [['needs the select', 'database: { rows: 1 }', 'SM011 "database" needs sql']],
);
