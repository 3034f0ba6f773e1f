import { hashText, type TieBreaker } from '../kernel/index.ts';

/** Permutes deliveries of one instant by a seed; those of one sender to one receiver keep their order. */
export function tieBreaker(seed: number | undefined): TieBreaker | undefined {
  if (seed === undefined) return undefined;
  return (delivery) => hashText(`${delivery.due} ${delivery.sender} ${delivery.receiver}`, seed);
}
