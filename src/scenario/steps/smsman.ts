import { wizardName } from '../../components/index.ts';
import { logonServerOf } from '../../simulation/index.ts';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

/** Somebody runs the Systems Management Installation Wizard from a logon point. */
export const smsman = defineStep({
  name: 'smsman',
  summary: 'Runs Smsman.exe of a logon point at a computer, as the user who is logged on',
  schema: computerName().describe('Computer'),
  example: 'smsman: PC1',
  run(play, given) {
    const { simulation } = play;
    const computer = play.world.mustHave(given);
    if (computer.user === undefined) return play.fail(`nobody is logged on to ${computer.name}`);
    computer.logonServer = logonServerOf(simulation, computer);
    if (computer.logonServer === undefined) return play.fail(`${computer.name} finds no logon point`);
    // The wizard reports success once it has begun; what fails later stands in Wnmanual.log (Q213270).
    if (!simulation.startProcess(computer.name, wizardName)) return play.fail('Smsman.exe cannot be started');
    return undefined;
  },
});
