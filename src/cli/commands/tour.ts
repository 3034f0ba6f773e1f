import type { Command } from 'commander';
import type { Context } from '../context.ts';

/** `smsim tour`: the first thing to type. */
export function registerTour(program: Command, context: Context): void {
  program
    .command('tour')
    .description('play the resync of hardware and software inventory and say where to look next')
    .action(async () => {
      const { playTour } = await import('../play-tour.ts');
      await playTour(context);
    });
}
