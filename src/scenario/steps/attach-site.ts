import { z } from 'zod';
import { attachSite as attach } from '../../simulation/index.ts';
import { isPrimary, type Site } from '../../world/index.ts';
import type { Play } from '../play.ts';
import { siteCode } from '../references.ts';
import { siteFor } from '../site-of-step.ts';
import { defineStep } from '../verb.ts';

/** An administrator enters a parent in the properties of a primary site. */
export const attachSite = defineStep({
  name: 'attach site',
  summary: 'Makes a primary site the child of another; what it has of its clients travels there',
  schema: z.strictObject({
    site: siteCode().describe('Code of the child site'),
    to: siteCode().describe('Code of the parent site'),
  }),
  example: 'attach site: { site: XYZ, to: ABC }',
  run(play, given) {
    const [child, parent] = [siteFor(play, given.site), siteFor(play, given.to)];
    const refusal = unfitParent(parent) ?? unfitChild(play, child, parent);
    return refusal === undefined ? attach(play.simulation, child, parent) : play.fail(refusal);
  },
});

/** Why a site cannot have child sites; undefined where it can. */
export function unfitParent(parent: Site | undefined): string | undefined {
  return parent === undefined || isPrimary(parent) ? undefined : `${parent.code} is a secondary site`;
}

function unfitChild(play: Play, child: Site, parent: Site): string | undefined {
  if (!isPrimary(child)) return `${child.code} is a secondary site`;
  for (let above: Site | undefined = parent; above !== undefined; above = play.world.site(above.parent ?? '')) {
    if (above.code === child.code) return `${parent.code} is ${child.code} or below it`;
  }
  return undefined;
}
