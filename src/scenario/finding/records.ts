import type { TraceRecord } from '../../kernel/index.ts';
import type { Play } from '../play.ts';
import { quoted } from './texts.ts';
import { shownTime } from './windows.ts';

/** A record in one line: `file of SMSSRV1/SMS_INBOX_MANAGER at 1999-11-15 09:00:00.000: "C:\a.txt", "created"`. */
export function recordWords(play: Play, record: TraceRecord): string {
  const texts = [record.subject, record.detail].filter((text) => text !== '').map(quoted);
  return `${record.kind} of ${record.process} at ${shownTime(play, record.time)}: ${texts.join(', ')}`;
}
