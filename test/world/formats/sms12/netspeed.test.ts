import { describe, expect, it } from 'vitest';
import { defaultNetspeed, parseNetspeed, printNetspeed } from '../../../../src/world/index.ts';

describe('Netspeed.com', () => {
  it.each([[defaultNetspeed], [{ threshold: 0, slowErrorlevel: 2 } as const]])(
    '%o is read as it was written',
    (one) => {
      expect(parseNetspeed(printNetspeed(one))).toEqual(one);
    },
  );

  it.each(['', 'NETSPEED\r\n850\r\n', 'NETSPEED\r\n850\r\n3\r\n', 'NETSPEED\r\n-1\r\n1\r\n', 'MZ\r\n850\r\n1\r\n'])(
    '%j is another program',
    (text) => {
      expect(parseNetspeed(text)).toBeUndefined();
    },
  );
});
