import { hashText, type TieBreaker } from '../kernel/index.ts';

/**
 * How deliveries of one instant are ordered: permuted by a seed, or those for some receivers first, in the order of the
 * list. A receiver is named as `COMPUTER/component`, or by its component alone on any computer.
 */
export type TieOrder = number | readonly string[];

/** Breaks ties; deliveries from one sender to one receiver keep their order. Undefined: in order of posting. */
export function tieBreaker(order: TieOrder | undefined): TieBreaker | undefined {
  if (order === undefined) return undefined;
  if (typeof order === 'number') {
    return (delivery) => hashText(`${delivery.due} ${delivery.sender} ${delivery.receiver}`, order);
  }
  const ranks = new Map(order.map((name, index) => [name.toUpperCase(), index]));
  return ({ receiver }) => {
    const name = receiver.toUpperCase();
    return ranks.get(name) ?? ranks.get(name.slice(name.indexOf('/') + 1)) ?? ranks.size;
  };
}
