import { describe, expect, it } from 'vitest';
import { checkpointText, readCheckpoint } from '../../src/runner/index.ts';

describe('a checkpoint as text', () => {
  it('comes back with the bytes of its databases', () => {
    const checkpoint = { turn: 3, world: { databases: [['ABC', new Uint8Array([0, 255, 128, 10])]] }, nothing: null };
    expect(readCheckpoint(checkpointText(checkpoint))).toEqual(checkpoint);
  });
});
