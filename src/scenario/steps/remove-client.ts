import { z } from 'zod';
import { clientKeys, clientProperties, clientRoot, configurationPath } from '../../components/index.ts';
import { setupOpener, stopService } from '../../simulation/index.ts';
import type { Computer } from '../../world/index.ts';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

const methods = ['registry value', 'cleanup tool', 'cleanup tool /scrub'] as const;

/** Somebody removes the client: CCIM when a registry value asks for it (Q199078), a tool at once (Q231210). */
export const removeClient = defineStep({
  name: 'remove client',
  summary: 'Removes the SMS client; its unique identifier stays in Smscfg.ini, which /scrub deletes',
  schema: z.strictObject({
    on: computerName().describe('Client'),
    method: z
      .enum(methods)
      .default('registry value')
      .describe('registry value: SMS Client Deinstall, which CCIM obeys in its next cycle; 20clicln.bat works at once'),
  }),
  example: 'remove client: { on: PC1, method: cleanup tool }',
  run(play, given) {
    const computer = play.world.mustHave(given.on);
    if (computer.service(clientService) === undefined) return play.fail(`${computer.name} has no SMS client`);
    if (given.method === 'registry value') {
      const value = { type: 'REG_SZ', data: 'TRUE' } as const;
      return computer.registry.set(clientKeys.properties, clientProperties.deinstall, value);
    }
    stopService(play.simulation, computer.name, clientService);
    cleanUp(computer);
    if (given.method === 'cleanup tool /scrub') computer.files.delete(setupOpener, configurationPath(computer));
    return void play.simulation.record('note', computer.name, 'SMS client removed', given.method);
  },
});

const clientService = 'SMS Client Service';

function cleanUp(computer: Computer): void {
  computer.files.removeFolder(setupOpener, clientRoot(computer), { recursive: true });
  computer.registry.deleteKey(clientKeys.client);
  computer.registry.deleteKey(clientKeys.accessPoints);
  computer.services.delete(clientService.toUpperCase());
}
