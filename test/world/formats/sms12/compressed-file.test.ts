import { describe, expect, it } from 'vitest';
import { parseCompressedFile } from '../../../../src/world/index.ts';

describe('a compressed file', () => {
  it.each(['', 'Invmac', '[Compressed]\r\nName=Invmac.mac\r\nVersion=1.2\r\nSize=large\r\n'])(
    'is told from others: %j',
    (text) => {
      expect(parseCompressedFile(text)).toBeUndefined();
    },
  );
});
