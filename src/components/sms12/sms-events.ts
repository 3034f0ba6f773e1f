import { smsEventEntry, type EventSeverity, type SmsEvent } from '../../world/index.ts';
import type { Self } from '../component.ts';

/**
 * Writes an event of SMS into the event log of the computer, in the frame that Q129125 and Q153826 show. Where an
 * article shows another machine or component than those of the thread that writes, it stands in `shown`.
 */
export function writeSmsEvent(
  self: Self,
  id: number,
  severity: EventSeverity,
  text: string,
  shown: Partial<SmsEvent> = {},
): void {
  const [, component = ''] = self.id.split('/');
  const event = { severity, component, text, machineName: self.computer.name, siteCode: self.site.code, ...shown };
  self.world.writeEvent(self.computer, smsEventEntry(id, event));
}
