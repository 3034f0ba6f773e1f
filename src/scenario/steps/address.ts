import { z } from 'zod';
import { changeHierarchy } from '../../simulation/index.ts';
import { siteCode } from '../references.ts';
import { addressShape, addressWith, plainAddress } from '../site-addresses.ts';
import { siteFor, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

/** An administrator makes, changes or deletes an address in the console. */
export const address = defineStep({
  name: 'address',
  summary: 'Makes or changes the address by which a site reaches another one, or deletes it',
  schema: z.strictObject({
    ...siteShape,
    to: siteCode().describe('Code of the other site'),
    ...addressShape,
    delete: z.literal(true).optional().describe('There is no address any more'),
  }),
  example: "address: { site: ABC, to: XYZ, schedule: [{ from: '08:00', to: '18:00', send: high }] }",
  run(play, given) {
    const [site, other] = [siteFor(play, given.site), siteFor(play, given.to)];
    const others = (site.addresses ?? []).filter((one) => one.site !== other.code);
    const made = addressWith(plainAddress(other), given);
    const addresses = given.delete === true ? others : [...others, made];
    const said = given.delete === true ? 'deleted' : JSON.stringify(made);
    play.simulation.record('setting', 'scenario', `${site.code}:address of ${other.code}`, said);
    changeHierarchy(play.simulation, { ...site, addresses });
  },
});
