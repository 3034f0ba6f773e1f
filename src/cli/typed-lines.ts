import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Lines as somebody types them, one at a time. */
export interface TypedLines {
  /** The next line; undefined at the end of the input, or when Ctrl-C came. */
  next(): Promise<string | undefined>;
  close(): void;
}

/** Reads lines from a terminal or a pipe. */
export function typedLines(input: Readable, interrupted: AbortSignal): TypedLines {
  const reader = createInterface({ input, crlfDelay: Infinity });
  const lines = reader[Symbol.asyncIterator]();
  const close = (): void => reader.close();
  interrupted.addEventListener('abort', close, { once: true });
  return {
    async next() {
      if (interrupted.aborted) return undefined;
      const line = await lines.next();
      return line.done === true || interrupted.aborted ? undefined : line.value;
    },
    close() {
      interrupted.removeEventListener('abort', close);
      close();
    },
  };
}
