import { z } from 'zod';
import { asList, oneOrMore } from '../one-or-more.ts';
import { componentName, computerName } from '../references.ts';
import { siteFor, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

const tracing = 'HKLM\\Software\\Microsoft\\SMS\\Tracing';

const on = computerName().optional().describe('Server; the site server without it');

/** An administrator switches logs of server components on in SMS Service Manager; they are off at first (Q214969). */
export const serverLogging = defineStep({
  name: 'server logging',
  summary: 'Switches the logs of server components on or off',
  schema: z.strictObject({
    ...siteShape,
    on,
    components: z
      .union([z.literal('all'), oneOrMore(componentName())])
      .default('all')
      .describe('Components, or all'),
    enabled: z.boolean().default(true),
  }),
  example: 'server logging: { components: [SMS_INVENTORY_DATA_LOADER] }',
  run(play, given) {
    const computer = play.world.mustHave(given.on ?? siteFor(play, given.site).server);
    const { components } = play.simulation.productOn(computer);
    const servers = components.filter(({ log }) => log?.side === 'server' || log?.side === 'logon point');
    const all = servers.map((component) => component.name);
    const names = given.components === 'all' ? all : asList(given.components);
    for (const name of names) {
      if (!all.includes(name)) play.fail(`${name} has no server log`);
      else computer.registry.set(`${tracing}\\${name}`, 'Enabled', { type: 'REG_DWORD', data: given.enabled ? 1 : 0 });
    }
  },
});

/** An administrator switches SQL tracing on: server logs show the statements their components run. */
export const sqlTracing = defineStep({
  name: 'sql tracing',
  summary: 'Switches SQL tracing on or off; statements appear in the logs that are on',
  schema: z.strictObject({ ...siteShape, on, enabled: z.boolean().default(true) }),
  example: 'sql tracing: { enabled: true }',
  run(play, given) {
    const { registry } = play.world.mustHave(given.on ?? siteFor(play, given.site).server);
    registry.set(tracing, 'SqlEnabled', { type: 'REG_DWORD', data: given.enabled ? 1 : 0 });
  },
});
