import type { Command } from 'commander';
import type { Context } from '../context.ts';

/** `smsim reference`: the pages of docs/reference, made from the program itself. */
export function registerReference(program: Command, context: Context): void {
  program
    .command('reference')
    .description('write the reference pages: scenario language, components, builds, claims, provenance, command line')
    .option('--check', 'write nothing; exit code 1 where a page is not up to date', false)
    .option('--to <folder>', 'the folder of the pages', 'docs/reference')
    .action(async (options: { readonly check: boolean; readonly to: string }) => {
      const { writeReference } = await import('../write-reference.ts');
      await writeReference(context, program, options);
    });
}
