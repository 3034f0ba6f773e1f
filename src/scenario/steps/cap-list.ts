import { z } from 'zod';
import { capListEntry, capListName, clientKeys } from '../../components/index.ts';
import { accessPointPath } from '../../world/index.ts';
import { computerName } from '../references.ts';
import { siteFor, siteShape } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

/** What a client knows of the client access points of a site (Q235873). */
export const capList = defineStep({
  name: 'cap list',
  summary: 'Sets the client access points that a client knows of, in the order in which it tries them',
  schema: z.strictObject({
    ...siteShape,
    on: computerName().describe('Client'),
    servers: z.array(computerName()).describe('CAP servers; none: []'),
  }),
  example: 'cap list: { on: PC1, servers: [CAP2, CAP1] }',
  run(play, given) {
    const site = siteFor(play, given.site);
    const data = given.servers.map((server) => capListEntry(site.code, accessPointPath(site, server)));
    const { registry } = play.world.mustHave(given.on);
    registry.set(clientKeys.accessPoints, capListName(site.code), { type: 'REG_MULTI_SZ', data });
  },
});
