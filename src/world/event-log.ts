import type { Instant } from '../kernel/index.ts';

/** An entry of the Windows NT event log (an NT event, in the words of docs/glossary.md). */
export interface NtEvent {
  readonly time: Instant;
  readonly log: 'System' | 'Security' | 'Application';
  readonly source: string;
  readonly id: number;
  readonly type: 'Error' | 'Warning' | 'Information' | 'Success Audit' | 'Failure Audit';
  readonly text: string;
}
