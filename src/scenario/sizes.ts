import { z } from 'zod';

const form = /^(\d+(?:\.\d+)?)\s*(bytes?|KB|MB|GB)$/;
const scales: Readonly<Record<string, number>> = { KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 };

/** A number of bytes with its unit in a schema: `0 bytes`, `100 KB`, `5 MB`. */
export function sizeText(): z.ZodString {
  return z.string().regex(form, 'write a size with its unit: 20 bytes, 100 KB, 5 MB or 2 GB');
}

/** The bytes of a text that a `sizeText` schema has accepted; KB is 1,024 bytes. */
export function bytesOf(text: string): number {
  const [, amount, unit = ''] = form.exec(text) ?? [];
  if (amount === undefined) throw new Error(`"${text}" passed the schema and is no size`);
  return Math.round(Number(amount) * (scales[unit] ?? 1));
}
