import { z } from 'zod';
import { deleteMachines, deleteResource, findResource, machines, type SiteDatabase } from '../../world/index.ts';
import type { Play } from '../play.ts';
import { databaseFor, siteFor, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

/** An administrator deletes a computer in the console; what goes with it depends on the build (Q242951). */
export const deleteComputer = defineStep({
  name: 'delete computer',
  summary: 'Deletes a computer from the site database, as the console does',
  schema: z.strictObject({ ...siteShape, name: z.string().min(1).describe('NetBIOS name in the database') }),
  example: 'delete computer: { name: SMSNTCLI8 }',
  run(play, given) {
    const { simulation } = play;
    const database = databaseFor(play, given.site);
    const { server: siteServer } = siteFor(play, given.site);
    const { version } = simulation.productOn(play.world.mustHave(siteServer));
    if (version === '1.2') return deleteMachinesCalled(play, database, given.name);
    const found = findResource(database, { name: given.name });
    if (!found.ok) return play.fail(found.failure.message);
    if (found.value === undefined) return play.fail(`the site database has no computer ${given.name}`);
    const server = play.world.mustHave(siteServer);
    const monitor = simulation.productOn(server).components.find((component) => component.name === 'SMS_SQL_MONITOR');
    const traits = monitor === undefined ? {} : simulation.bindTraits(server, monitor);
    const keepSoftware = traits['deletes software inventory with its computer'] === false;
    const deleted = deleteResource(database, found.value.resourceId, { keepSoftware });
    if (!deleted.ok) return play.fail(deleted.failure.message);
    simulation.record('database', 'scenario', 'computer deleted', given.name);
    return undefined;
  },
});

/** In SMS Administrator 1.2 every record of the name is marked and deleted; its history stays. */
function deleteMachinesCalled(play: Play, database: SiteDatabase, name: string): void {
  const known = machines(database);
  const meant = (known.ok ? known.value : []).filter(
    ({ attributes }) => String(attributes['Name'] ?? '').toUpperCase() === name.toUpperCase(),
  );
  if (meant.length === 0) return play.fail(`the site database has no computer ${name}`);
  const ids = meant.map(({ machineId }) => machineId);
  const deleted = deleteMachines(database, ids);
  if (!deleted.ok) return play.fail(deleted.failure.message);
  play.simulation.record('database', 'scenario', 'computer deleted', name);
  return undefined;
}
