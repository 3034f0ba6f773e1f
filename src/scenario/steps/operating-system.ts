import { z } from 'zod';
import { powerOff, powerOn, setupOpener } from '../../simulation/index.ts';
import { operatingSystem, operatingSystemNames, type Computer, type OperatingSystem } from '../../world/index.ts';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

/** Somebody upgrades Windows; the files and the registry stay, the computer starts again. */
export const changeOperatingSystem = defineStep({
  name: 'change operating system',
  summary: 'Upgrades a computer to another Windows, keeping its files and registry',
  schema: z.strictObject({
    on: computerName().describe('Computer'),
    to: z.enum(operatingSystemNames).describe('The new Windows'),
  }),
  example: 'change operating system: { on: PC1, to: Windows 2000 }',
  run(play, given) {
    const { simulation } = play;
    const computer = play.world.mustHave(given.on);
    const was = computer.power;
    powerOff(simulation, computer.name, 'stopped');
    computer.operatingSystem = operatingSystem(given.to);
    computer.files.createFolder(setupOpener, computer.operatingSystem.windowsFolder, { parents: true });
    computer.hardware = { ...computer.hardware, ...reported(computer, computer.operatingSystem) };
    simulation.record('note', computer.name, 'operating system', given.to);
    if (was === 'on') powerOn(simulation, computer.name);
  },
});

/** What a provider says of the new Windows; nothing where the computer's hardware lacks the class. */
function reported(computer: Computer, system: OperatingSystem): Computer['hardware'] {
  const [old] = computer.hardware['Win32_OperatingSystem'] ?? [];
  if (old === undefined) return {};
  const build = system.version.split('.').at(-1) ?? '';
  const now = { Name: system.name, Caption: system.discoveryName, Version: system.version, BuildNumber: build };
  return { Win32_OperatingSystem: [{ ...old, ...now, WindowsDirectory: system.windowsFolder }] };
}
