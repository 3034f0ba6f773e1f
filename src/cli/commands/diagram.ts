import type { Command } from 'commander';
import type { Context } from '../context.ts';

/** `smsim diagram`: a component's machine, drawn. */
export function registerDiagram(program: Command, context: Context): void {
  program
    .command('diagram')
    .description("print a component's state machine as a Mermaid diagram, with its effects, delays and traits")
    .argument('<component>', 'a component, as SMS names it: SMS_INVENTORY_DATA_LOADER, "Copy Queue"')
    .option('--release <name>', 'the release whose build is meant: RTM, SP3, "2.0 SP3"; default the latest one')
    .action(async (component: string, options: { readonly release?: string }) => {
      const { drawComponent } = await import('../draw-component.ts');
      await drawComponent(context, component, options.release);
    });
}
