import { z } from 'zod';
import { nextSmsid, printResyncFile, type ResyncCommand } from '../../world/index.ts';
import type { Play } from '../play.ts';
import { readingText } from '../site-file.ts';
import { parseReading } from '../times.ts';

/** A Resync.cfg of SMS 1.2 with requests for computers that follow each other. */
export const resyncCommandsSchema = z.strictObject({
  first: z
    .string()
    .regex(/^[0-9A-Z]{8}$/, 'an SMSID is eight letters or digits')
    .describe('SMSID of the first computer: LAM01000'),
  count: z.number().int().positive().describe('How many computers'),
  time: readingText().optional().describe('When all of it was asked for; now without it'),
});

/** Its bytes, 48 for each computer. */
export function resyncCommandsText(play: Play, given: z.infer<typeof resyncCommandsSchema>): string {
  const now = Math.floor(play.simulation.now / 1000) * 1000;
  const time = (given.time === undefined ? undefined : parseReading(given.time)) ?? now;
  const commands: ResyncCommand[] = [];
  for (let smsid = given.first; commands.length < given.count; smsid = nextSmsid(smsid)) {
    commands.push({ smsid, command: 'RESYNC', time });
  }
  return printResyncFile(commands);
}
