import type { Command } from 'commander';
import type { Context } from '../context.ts';

/** `smsim schema`: the JSON Schemas by which editors complete and check scenario files. */
export function registerSchema(program: Command, context: Context): void {
  program
    .command('schema')
    .description('write the JSON Schemas of scenario and site files')
    .option('--check', 'write nothing; exit code 1 where a schema file is not up to date', false)
    .option('--to <folder>', 'the folder of the scenarios', 'scenarios')
    .action(async (options: { readonly check: boolean; readonly to: string }) => {
      const { writeSchemas } = await import('../write-schemas.ts');
      await writeSchemas(context, options);
    });
}
