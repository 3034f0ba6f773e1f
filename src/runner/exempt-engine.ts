import type { SqlConnection, SqlEngine } from '../world/index.ts';
import type { Tripwires } from './tripwire.ts';

/**
 * The SQL engine outside the tripwires: its file system in memory stamps and names files by real time and chance, which
 * no query can see; the functions of SQL that could are refused by the engine itself.
 */
export function exemptEngine(engine: SqlEngine, tripwires: Tripwires): SqlEngine {
  return {
    open: (image) =>
      exempted(
        tripwires.exempt(() => engine.open(image)),
        tripwires,
      ),
  };
}

function exempted(connection: SqlConnection, tripwires: Tripwires): SqlConnection {
  return {
    run: (sql, parameters) => tripwires.exempt(() => connection.run(sql, parameters)),
    all: (sql, parameters) => tripwires.exempt(() => connection.all(sql, parameters)),
    query: (sql, parameters) => tripwires.exempt(() => connection.query(sql, parameters)),
    script: (sql) => tripwires.exempt(() => connection.script(sql)),
    export: () => tripwires.exempt(() => connection.export()),
    close: () => tripwires.exempt(() => connection.close()),
  };
}
