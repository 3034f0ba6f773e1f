import { z } from 'zod';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

/** An administrator closes open files, as Server Manager does. */
export const closeHandles = defineStep({
  name: 'close handles',
  summary: 'Closes what is open on a computer: one file, one program, or all that other computers hold open',
  schema: z.strictObject({
    on: computerName().describe('Computer on whose drives the files are'),
    path: z
      .string()
      .regex(/^[A-Za-z]:/, 'must be a local path')
      .optional()
      .describe('Only handles on this file'),
    process: z.string().optional().describe('Only handles of this reader or component'),
    remote: z.boolean().default(false).describe('Only handles of other computers'),
  }),
  example: "close handles: { on: CAP1, path: 'C:\\CAP_ABC\\clidata.box\\client.lkp' }",
  run(play, given) {
    const computer = play.world.mustHave(given.on);
    const path = given.path?.toLowerCase();
    const before = computer.files.openHandles().length;
    computer.files.closeWhere((handle) => {
      if (path !== undefined && handle.path.toLowerCase() !== path) return false;
      if (given.process !== undefined && !isOf(handle.process, given.process)) return false;
      return !given.remote || !handle.local;
    });
    if (computer.files.openHandles().length === before) play.fail(`nothing of that is open on ${computer.name}`);
  },
});

/** A component is named with or without its computer. */
function isOf(process: string, name: string): boolean {
  return process === name || process.slice(process.indexOf('/') + 1) === name;
}
