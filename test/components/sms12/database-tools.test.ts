import { describe, expect, it } from 'vitest';
import { mismatches } from './site-server-play.ts';

const report = (file: string, has: string): string => `file: { on: LAMSRV1, path: 'C:\\SMS\\${file}', ${has} }`;
const typed = (name: string, at = '09:10'): string => {
  return `{ at: '${at}', ${name}: { in: 'C:\\SMS', arguments: 'LAMSRV1 sa "" SMS' } }`;
};
const doubled =
  `{ at: '09:00', sql: 'insert into Disk_SPEC select * from Disk_SPEC ` +
  `where datakey in (select min(datakey) from Disk_SPEC)' }`;

describe('the utilities of Service Pack 4 (Q192859)', () => {
  it('DATDUPCK lists the tables in which a data key stands twice', () => {
    const line = '1 Duplicate datakeys found in Table: Disk_SPEC';
    expect(mismatches([doubled, typed('datdupck')], [report('Datdupck.log', `text: "${line}\\r\\n"`)])).toEqual([]);
  });

  it('DATDUPCL deletes such rows, and what it deletes inventory has to bring again', () => {
    const steps = [doubled, typed('datdupcl', '09:05'), typed('datdupck')];
    const rows = "database: { sql: 'select datakey from Disk_SPEC group by datakey having count(*) > 1', rows: 0 }";
    const screen = 'console: { command: datdupcl, has: 3 rows deleted., exit code: 0 }';
    expect(mismatches(steps, [screen, rows, report('Datdupck.log', 'size: 0')])).toEqual([]);
  });

  it('without arguments the SMS database of the own site is meant', () => {
    const screen = "console: { command: smsiddup, has: '0 duplicates, see Smsiddup.log.', exit code: 0 }";
    expect(mismatches(["{ at: '09:10', smsiddup: { in: 'C:\\SMS' } }"], [screen])).toEqual([]);
  });

  it.each([
    ['LAMSRV1 sa', 'Usage: SMSIDDUP <sql_server_name> <sql_login> <sql_password> <sms_database>'],
    ['WIN95A sa "" SMS', 'Unable to connect'],
    ['LAMSRV1 ben "" SMS', 'Login failed.'],
    ['LAMSRV1 sa "" PUBS', 'Could not locate entry in sysdatabases for PUBS.'],
  ])('SMSIDDUP %s is refused: %s', (words, text) => {
    const screen = `console: { command: smsiddup, has: '${text}', exit code: 1 }`;
    expect(mismatches([`{ at: '09:10', smsiddup: '${words}' }`], [screen])).toEqual([]);
  });
});

describe('Database Manager', () => {
  it('deletes a group class with all its data, but not those without which there is no computer', () => {
    const steps = ["{ at: '09:00', database manager: { delete group class: 'MICROSOFT|DISK|1.0' } }"];
    const lacks = 'personal computer properties: { name: WIN95A, shows: [Mouse], lacks: [Disk] }';
    expect(mismatches(steps, [lacks])).toEqual([]);
    const refused = ["{ at: '09:00', database manager: { delete group class: 'MICROSOFT|IDENTIFICATION|1.0' } }"];
    expect(mismatches(refused, [])).toEqual([expect.stringContaining('there is no group class')]);
  });
});
