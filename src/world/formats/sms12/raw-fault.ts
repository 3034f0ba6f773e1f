import { documented } from '../../provenance.ts';

/** The events by which the Inventory Processor tells what is wrong, and the log line of a length. */
export const rawFaultProvenance = documented('Q122178, Q169038');

/** What is wrong with a RAW. */
export type RawFault =
  | { readonly kind: 'header' | 'version stamp' | 'trailer' | 'unknown error' }
  | { readonly kind: 'unknown id'; readonly type: string }
  | { readonly kind: 'length'; readonly type: string; readonly expected: number; readonly got: number };

const events: Readonly<Record<RawFault['kind'], number>> = {
  header: 128,
  'version stamp': 129,
  trailer: 130,
  'unknown id': 131,
  length: 132,
  'unknown error': 133,
};

/** The NT event that tells of the fault. */
export function rawFaultEvent(fault: RawFault): number {
  return events[fault.kind];
}

/** The log line of Invproc.log; the articles quote only that of a wrong length. */
export function rawFaultLog(fault: RawFault): string | undefined {
  if (fault.kind !== 'length') return undefined;
  const { type, expected, got } = fault;
  return `CMSDObject::ReadData - incorrect dataLength for ${type}; expected ${expected} got ${got}`;
}
