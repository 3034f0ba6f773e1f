import { describe, expect, it } from 'vitest';
import { findResource, parseDiscoveryRecord, upsertDiscovery } from '../../../src/world/index.ts';
import { StepBench } from './step-bench.ts';

/** PC1 as the site database knows it after its first discovery record. */
function discovered(bench: StepBench): void {
  bench.done("write: { on: SMSSRV1, path: 'C:\\x.ddr', ddr: { client: PC1 } }");
  const record = parseDiscoveryRecord(bench.text('SMSSRV1', 'C:\\x.ddr'));
  if (!record.ok) throw new Error('the step wrote no record');
  const stored = upsertDiscovery(bench.database, record.value);
  if (!stored.ok) throw new Error(stored.failure.message);
}

const count = (bench: StepBench, table: string): unknown => {
  const result = bench.database.query(`select count(*) from ${table}`);
  return result.ok ? result.value.rows[0]?.[0] : result.failure.message;
};

describe('sql', () => {
  it('runs statements, all or none', () => {
    const bench = new StepBench();
    bench.done('sql: create table Mine (a int)', 'sql: { site: ABC, execute: insert into Mine values (1) }');
    expect(bench.play('sql: insert into Mine values (2); insert into Nothing values (3)')).toHaveLength(1);
    expect(count(bench, 'Mine')).toBe(1);
  });
});

describe('sort order and database', () => {
  it('change the database and its state', () => {
    const bench = new StepBench();
    bench.done('sort order: { order: case-sensitive }', 'database: { state: log full }');
    expect([bench.database.sortOrder, bench.database.state]).toEqual(['case-sensitive', 'log full']);
    bench.done('database: { state: online }');
    expect(bench.database.state).toBe('online');
  });

  it('an order in which keys become equal is refused', () => {
    const bench = new StepBench();
    bench.done('sort order: { order: case-sensitive }');
    bench.done(
      "sql: create table Names (Name varchar(10) collate binary primary key); insert into Names values ('a'), ('A')",
    );
    const failures = bench.play('sort order: { order: case-insensitive }');
    expect([failures.length, bench.database.sortOrder]).toEqual([1, 'case-sensitive']);
  });
});

describe('delete computer', () => {
  it('takes a computer out of the site database', () => {
    const bench = new StepBench();
    discovered(bench);
    bench.done('delete computer: { name: PC1 }');
    expect(findResource(bench.database, { name: 'PC1' })).toMatchObject({ ok: true, value: undefined });
    expect(bench.play('delete computer: { name: PC1 }')).toEqual(['the site database has no computer PC1']);
  });

  it.each([
    ['2.0 SP1', 1],
    ['2.0 SP2', 0],
  ])('leaves the software inventory as the build of %s does (Q242951)', (release, rows) => {
    const bench = new StepBench(release);
    discovered(bench);
    bench.done("sql: insert into SoftwareInventoryStatus select ItemKey, '1999-11-01', '1999-11-01' from System_DISC");
    bench.done('delete computer: { name: PC1 }');
    expect(count(bench, 'SoftwareInventoryStatus')).toBe(rows);
  });
});
