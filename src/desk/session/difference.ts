import type { TraceRecord } from '../../kernel/index.ts';
import type { World } from '../../world/index.ts';
import type { Session } from './session.ts';

/** One thing that two branches do not have alike: what it is in each, undefined where it is missing. */
export interface Differing {
  readonly name: string;
  readonly here: string | undefined;
  readonly there: string | undefined;
}

/** How two branches of a session differ, each where one stands in it. */
export interface BranchDifference {
  /** The first record that they do not have alike; undefined in a branch that has not come so far. */
  readonly first: { readonly here: TraceRecord | undefined; readonly there: TraceRecord | undefined };
  readonly files: readonly Differing[];
  readonly registry: readonly Differing[];
  readonly rows: readonly Differing[];
}

/** Compares the branch one stands in with another; undefined when there is none of this name. */
export function branchDifference(session: Session, other: string): BranchDifference | undefined {
  const own = session.branch;
  const here = { facts: factsOf(session.play.world), records: session.records };
  if (!session.switchTo(other)) return undefined;
  const there = { facts: factsOf(session.play.world), records: session.records };
  session.switchTo(own);
  return {
    first: parting(here.records, there.records),
    files: differing(here.facts.files, there.facts.files),
    registry: differing(here.facts.registry, there.facts.registry),
    rows: differing(here.facts.rows, there.facts.rows),
  };
}

type Facts = ReadonlyMap<string, string>;

interface WorldFacts {
  readonly files: Facts;
  readonly registry: Facts;
  readonly rows: Facts;
}

function factsOf(world: World): WorldFacts {
  const [files, registry, rows] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()];
  for (const computer of world.computers.values()) {
    for (const [path, , entry] of computer.files.save().entries) {
      files.set(`${computer.name}:${path}`, JSON.stringify([entry.isFolder, entry.content]));
    }
    for (const [key, values] of computer.registry.save()) {
      for (const [name, { data }] of values) registry.set(`${computer.name}:${key}\\${name}`, String(data));
    }
  }
  for (const database of world.databases.values()) {
    const tables = database.query("select name from sqlite_master where type = 'table' order by name");
    for (const [table] of tables.ok ? tables.value.rows : []) {
      const found = database.query(`select rowid, * from "${String(table)}"`);
      for (const [rowid, ...values] of found.ok ? found.value.rows : []) {
        rows.set(`${database.name} ${String(table)} ${String(rowid)}`, values.map(String).join(', '));
      }
    }
  }
  return { files, registry, rows };
}

function differing(here: Facts, there: Facts): readonly Differing[] {
  const names = [...new Set([...here.keys(), ...there.keys()])].toSorted();
  return names.flatMap((name) => {
    const both = { here: here.get(name), there: there.get(name) };
    return both.here === both.there ? [] : [{ name, ...both }];
  });
}

function parting(here: readonly TraceRecord[], there: readonly TraceRecord[]): BranchDifference['first'] {
  const index = here.findIndex((record, at) => there[at] === undefined || !sameRecord(record, there[at]));
  return index < 0 ? { here: undefined, there: there[here.length] } : { here: here[index], there: there[index] };
}

function sameRecord(a: TraceRecord, b: TraceRecord): boolean {
  if (a === b) return true;
  const columns = ['turn', 'cause', 'time', 'process', 'kind', 'subject', 'detail'] as const;
  return columns.every((column) => a[column] === b[column]);
}
