import { sms20 } from '../catalogue/index.ts';
import type { RunTools } from '../runner/index.ts';
import { sha256 } from './digest.ts';
import { loadSqlEngine } from './sql-engine.ts';

/** What runs need of the real machine: the SQL engine, the digest, and the product that is emulated. */
export async function runTools(options: { readonly reverseUnorderedSelects?: boolean } = {}): Promise<RunTools> {
  return { product: sms20, digest: sha256, sqlEngine: await loadSqlEngine(options) };
}
