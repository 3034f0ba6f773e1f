import { parseCommandHistory, parseResyncFile, printCommandHistory, type ResyncCommand } from '../../world/index.ts';
import type { Self } from '../component.ts';

/** The request for one SMSID in a Resync.cfg or <SMSID>.CFG; undefined where there is none that can be read. */
export function requestIn(self: Self, path: string, smsid: string): ResyncCommand | undefined {
  const text = self.files.readText(path);
  const commands = text.ok ? parseResyncFile(text.value) : undefined;
  return commands?.ok === true ? commands.value.find((one) => one.smsid === smsid) : undefined;
}

/** The time of the request that was answered last, as a command history has it. */
export function answeredRequest(self: Self, history: string): number | undefined {
  const text = self.files.readText(history);
  const commands = text.ok ? parseCommandHistory(text.value) : undefined;
  return commands?.ok === true ? commands.value.at(-1)?.time : undefined;
}

/** Remembers the request that has been answered, so that it is not answered again (Q193746). */
export function rememberRequestOf(self: Self, history: string, time: number): void {
  self.files.writeText(history, printCommandHistory([{ command: 'RESYNC', time }]));
}
