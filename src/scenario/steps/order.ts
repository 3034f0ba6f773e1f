import { z } from 'zod';
import { componentName, computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

const place = z.union([
  z.literal('scenario').describe('Steps'),
  componentName().describe('Component, on any computer'),
  z.strictObject({ component: componentName(), on: computerName() }),
]);

const schema = z.union([
  z.literal('as posted').describe('In the order in which it was asked for, as without this step'),
  z.strictObject({ shuffle: z.number().int().nonnegative().describe('Seed of the order: each has one of its own') }),
  z.strictObject({
    first: z.array(place).min(1).describe('Who comes first, in this order; everybody else as posted'),
  }),
]);

/** Fixes from now on in which order things happen that are due at the same instant. */
export const order = defineStep({
  name: 'order',
  summary:
    'Fixes from now on what comes first at the same instant, by a list or permuted by a seed; or ends that again',
  schema,
  example: 'order: { first: [SMS_INVENTORY_DATA_LOADER, { component: Copy Queue, on: PC1 }, scenario] }',
  run(play, given) {
    const { tieOrder, told } = orderOf(given);
    play.simulation.tieOrder = tieOrder;
    play.simulation.record('note', 'scenario', 'order of simultaneous events', told);
  },
});

function orderOf(given: z.output<typeof schema>): {
  readonly tieOrder: number | readonly string[] | undefined;
  readonly told: string;
} {
  if (given === 'as posted') return { tieOrder: undefined, told: given };
  if ('shuffle' in given) return { tieOrder: given.shuffle, told: `shuffled by ${given.shuffle}` };
  const names = given.first.map((one) => (typeof one === 'string' ? one : `${one.on}/${one.component}`));
  return { tieOrder: names, told: `first ${names.join(', ')}` };
}
