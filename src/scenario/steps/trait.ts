import { traitSchema } from '../site-file.ts';
import { defineStep } from '../verb.ts';

/** A suspected defect, or its cure, is tried out: a trait gets another value and the component starts anew. */
export const trait = defineStep({
  name: 'trait',
  summary: 'Gives a trait of a component another value and restarts the component where it runs',
  schema: traitSchema,
  example: 'trait: { component: SMS_SQL_MONITOR, trait: deletes software inventory with its computer, value: false }',
  run(play, given) {
    const { simulation } = play;
    const component = simulation.product.components.find((one) => one.name === given.component);
    const known = component?.traits[given.trait];
    if (known === undefined) return play.fail(`${given.component} has no trait "${given.trait}"`);
    if (typeof known.default !== typeof given.value) {
      return play.fail(`the trait "${given.trait}" is a ${typeof known.default}, not a ${typeof given.value}`);
    }
    const name = given.on === undefined ? undefined : play.world.mustHave(given.on).name;
    const where = name === undefined ? {} : { computer: name };
    const { trait: changed, value } = given;
    simulation.overrides = [...simulation.overrides, { ...where, component: given.component, trait: changed, value }];
    simulation.record('trait', name ?? 'scenario', `${given.component}: ${changed}`, String(value));
    for (const process of [...simulation.processes.values()]) {
      if (process.component.name !== given.component || (name ?? process.computer.name) !== process.computer.name)
        continue;
      simulation.stopProcess(process.id, 'stopped');
      simulation.startProcess(process.computer.name, given.component);
    }
    return undefined;
  },
});
