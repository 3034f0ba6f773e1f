/** A checkpoint as JSON text; images of databases, which are bytes, become base64 and come back as bytes. */
export function checkpointText(checkpoint: unknown): string {
  return JSON.stringify(checkpoint, (_key, value: unknown) =>
    value instanceof Uint8Array ? { $bytes: Buffer.from(value).toString('base64') } : value,
  );
}

/** Reads what `checkpointText` wrote. */
export function readCheckpoint(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('$bytes' in value)) return value;
    return new Uint8Array(Buffer.from(String(value.$bytes), 'base64'));
  }) as unknown;
}
