import { parse, stringify } from 'yaml';
import { RandomStreams, type RandomStream } from '../kernel/index.ts';
import { isMapping } from './source.ts';

/** The text of a file that says the same with the keys of every mapping in another order: nothing may depend on it. */
export function shuffleKeys(text: string, seed: number): string {
  const draw = new RandomStreams(seed).stream('order of keys');
  return stringify(shuffled(parse(text, { maxAliasCount: 1000, stringKeys: true }), draw), {
    aliasDuplicateObjects: false,
  });
}

function shuffled(value: unknown, draw: RandomStream): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, draw));
  if (!isMapping(value)) return value;
  const keys = Object.keys(value);
  for (let last = keys.length - 1; last > 0; last--) {
    const other = draw.integer(0, last);
    [keys[last], keys[other]] = [keys[other] as string, keys[last] as string];
  }
  return Object.fromEntries(keys.map((key) => [key, shuffled(value[key], draw)]));
}
