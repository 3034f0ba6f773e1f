import type { RandomStream } from '../../../kernel/index.ts';
import type { Computer } from '../../../world/index.ts';

/** A new SMS unique identifier: made of adapter and, for the time of Q257808, chance. */
export function newIdentity(computer: Computer, stream: RandomStream): string {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => stream.integer(0, 15).toString(16).toUpperCase()).join('');
  const adapter = (computer.adapters[0]?.macAddress ?? '').replaceAll(':', '').padEnd(12, '0').slice(0, 12);
  return `GUID:${digits(8)}-${digits(4)}-11D3-${digits(4)}-${adapter}`;
}
