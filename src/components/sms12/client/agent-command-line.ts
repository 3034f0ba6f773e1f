import { documented } from '../../../world/index.ts';
import { connectAsUser, logonShare, readSmsIni } from './client-files.ts';
import { newAgentMemory, type AgentSelf } from './agent-memory.ts';

/** The switches of the agents and what they are for. */
export const switchProvenance = documented(
  'Q128614, Q155626, Q164886, Q166246, Q185353, Q191337, Resource Guide for SMS 1.2 (Inventory Agent)',
);

/**
 * Takes up what was typed: `/L:\\LAMSRV1\SMS_SHR\ /E /F`. Without `/L:` the agent works with the logon server that
 * SMS.INI names; a switch that it does not know says nothing.
 */
export function takeCommandLine(self: AgentSelf): void {
  const typed = String(self.message.data?.['typed'] ?? '');
  const words = typed.split(/\s+/).filter((word) => word !== '');
  self.restsOn('switches', switchProvenance);
  Object.assign(self.memory, newAgentMemory(), {
    switches: words.filter((word) => !/^\/L:/i.test(word)).map((word) => word.toUpperCase()),
    source: sourceIn(words) ?? logonShare(readSmsIni(self)),
  });
  connectAsUser(self, self.memory.source.split('\\')[2] ?? '');
  tell(self, `SMS root directory: ${self.memory.source}\\.`);
  tell(self, `DOMAIN.INI path: ${self.memory.source}\\DOMAIN.INI.`);
}

/** Whether a switch was typed. */
export function typed(self: AgentSelf, name: '/F' | '/V' | '/X'): boolean {
  return self.memory.switches.includes(name);
}

/** A line of the log, which the user reads on the screen as well where /V was typed (Q126642, Q166246). */
export function tell(self: AgentSelf, text: string): void {
  self.log(text);
  if (typed(self, '/V')) self.show('SMS Inventory Agent', text);
}

function sourceIn(words: readonly string[]): string | undefined {
  const given = words.find((word) => /^\/L:/i.test(word))?.slice(3);
  return given?.replace(/\\$/, '');
}
