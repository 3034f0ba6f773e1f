export { EventQueue } from './event-queue.ts';
export type { Delivery, TieBreaker } from './event-queue.ts';
export { RandomStreams, hashText } from './random.ts';
export type { RandomStream } from './random.ts';
export {
  civilDate,
  civilTime,
  day,
  dayNumber,
  formatDuration,
  hour,
  instantOf,
  isoTime,
  minute,
  padded,
  parseDuration,
  second,
  weekday,
} from './time.ts';
export type { CivilTime, Duration, Instant } from './time.ts';
export { Trace, traceKinds, traceLine } from './trace.ts';
export type { Digest, SavedTrace, TraceKind, TraceRecord } from './trace.ts';
