/** The part of sql.js 1.16.0 that smsim uses; the package ships no types. */
declare module 'sql.js' {
  export type SqlJsValue = string | number | Uint8Array | null;

  export interface SqlJsStatement {
    bind(values: readonly SqlJsValue[]): boolean;
    step(): boolean;
    get(): SqlJsValue[];
    getColumnNames(): string[];
    reset(): void;
    free(): boolean;
  }

  export interface SqlJsDatabase {
    prepare(sql: string): SqlJsStatement;
    exec(sql: string): unknown;
    create_function(name: string, body: () => never): SqlJsDatabase;
    getRowsModified(): number;
    /** Frees every statement and forgets every function and pragma. */
    export(): Uint8Array;
    close(): void;
  }

  export interface SqlJsModule {
    readonly Database: new (image?: Uint8Array) => SqlJsDatabase;
  }

  export default function initSqlJs(options: { locateFile(file: string): string }): Promise<SqlJsModule>;
}
