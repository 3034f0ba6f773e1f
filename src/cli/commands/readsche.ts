import type { Command } from 'commander';
import type { Context } from '../context.ts';

/** `smsim readsche`: reads a schedule token, as the tool of the Resource Kit does. */
export function registerReadSchedule(program: Command, context: Context): void {
  program
    .command('readsche')
    .description('tell what an SMS schedule token means')
    .argument('<token>', 'sixteen hexadecimal digits for each schedule')
    .action(async (token: string) => {
      const { readScheduleToken } = await import('../type-tool.ts');
      await readScheduleToken(context, token);
    });
}
