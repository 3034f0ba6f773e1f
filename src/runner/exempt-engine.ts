import type { SqlConnection, SqlEngine } from '../world/index.ts';
import type { Exemption } from './tripwire.ts';

/**
 * The SQL engine outside the tripwires: its file system in memory stamps and names files by real time and chance, which
 * no query can see; the functions of SQL that could are refused by the engine itself.
 */
export function exemptEngine(engine: SqlEngine, exempt: Exemption): SqlEngine {
  return {
    open: (image) =>
      exempted(
        exempt(() => engine.open(image)),
        exempt,
      ),
  };
}

function exempted(connection: SqlConnection, exempt: Exemption): SqlConnection {
  return {
    run: (sql, parameters) => exempt(() => connection.run(sql, parameters)),
    all: (sql, parameters) => exempt(() => connection.all(sql, parameters)),
    query: (sql, parameters) => exempt(() => connection.query(sql, parameters)),
    script: (sql) => exempt(() => connection.script(sql)),
    export: () => exempt(() => connection.export()),
    close: () => exempt(() => connection.close()),
  };
}
