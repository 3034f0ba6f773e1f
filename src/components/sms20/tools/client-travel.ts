import { assumed, documented, type Registry } from '../../../world/index.ts';
import { clientKeys, clientProperties } from '../client/client-registry.ts';
import type { Tool, ToolResult } from '../../tool.ts';

const syntax = 'clitravl [/TRAVEL=ON | /TRAVEL=OFF] [/PROMPT=ON | /PROMPT=OFF]';

/** That the tool reports the configuration is told, in which words is not. */
export const reportProvenance = assumed('Clitravl reports travel mode and prompting in a line each.', 'Q199114');

/** Client Travel: turns travel mode and its prompting on or off; parameters are read in capital letters only. */
export const clientTravel: Tool = {
  name: 'clitravl',
  syntax,
  summary: 'Turns travel mode of this client, and its prompting, on or off, and reports how they are set.',
  provenance: documented('Q199114, Q324721'),
  run(context, given) {
    const { registry } = context.computer;
    if (!registry.exists(clientKeys.client)) return { output: 'The SMS client is not installed.', exitCode: -1 };
    const unknown = given.find((word) => !(word in changes));
    if (unknown !== undefined) return { output: `Usage: ${syntax}`, exitCode: -1 };
    for (const word of given) {
      const [name, data] = changes[word] ?? ['', 0];
      if (name !== '') registry.set(clientKeys.properties, name, { type: 'REG_DWORD', data });
    }
    return report(registry);
  },
};

const changes: Readonly<Record<string, readonly [string, number]>> = {
  '/TRAVEL=ON': [clientProperties.travelMode, 1],
  '/TRAVEL=OFF': [clientProperties.travelMode, 0],
  '/PROMPT=ON': [clientProperties.travelSilence, 0],
  '/PROMPT=OFF': [clientProperties.travelSilence, 1],
};

/** 1 is no error: travel mode is on (Q324721). */
function report(registry: Registry): ToolResult {
  const on = registry.getNumber(clientKeys.properties, clientProperties.travelMode) === 1;
  const prompts = registry.getNumber(clientKeys.properties, clientProperties.travelSilence) !== 1;
  const lines = [`Traveling mode: ${on ? 'ON' : 'OFF'}`, `Prompting: ${prompts ? 'ON' : 'OFF'}`];
  return { output: lines.join('\n'), exitCode: on ? 1 : 0 };
}
