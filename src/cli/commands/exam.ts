import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { withCaseOptions } from '../options.ts';
import type { ExamOptions } from '../take-exam.ts';

/** `smsim exam`: asks what happens next in a scenario, and grades the answers by what does happen. */
export function registerExam(program: Command, context: Context): void {
  withCaseOptions(program.command('exam'))
    .description('ask what happens next in a scenario, and grade the answers by what happens')
    .argument('<file>', 'a scenario file with an exam')
    .option('--answers <file>', 'read the answers from a file, a line each, as they would be typed')
    .option('--sheet <file>', 'write the score sheet to a file; as JSON where its name ends in .json')
    .addHelpText(
      'after',
      `
Each seed is another paper: other names of clients, other times, other choices; the scenario's own seed is the paper as
it is written. The answers are worked out by playing the scenario on.

Answer with the number of a choice, or with words where there are no choices. ? gives a hint, which costs a part of the
points; q ends the exam, and so does Ctrl-C; the score sheet is told in every case.`,
    )
    .action(async (file: string, options: ExamOptions) => {
      const { takeExam } = await import('../take-exam.ts');
      await takeExam(context, file, options);
    });
}
