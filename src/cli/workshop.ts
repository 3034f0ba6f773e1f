import { products } from '../catalogue/index.ts';
import type { RunTools } from '../runner/index.ts';
import { sha256 } from './digest.ts';
import { loadSqlEngine } from './sql-engine.ts';

/** What runs need of the real machine: the SQL engine, the digest, and the products that are emulated. */
export async function runTools(options: { readonly reverseUnorderedSelects?: boolean } = {}): Promise<RunTools> {
  return { products, digest: sha256, sqlEngine: await loadSqlEngine(options) };
}
