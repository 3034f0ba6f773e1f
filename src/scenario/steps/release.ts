import { z } from 'zod';
import type { Play } from '../play.ts';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';
import { linkEnds, releaseLinks } from './network.ts';

/** Somebody lets go of what he held: files by the name of the reader, or a link. */
export const release = defineStep({
  name: 'release',
  summary: 'Closes the files that a named reader holds open, or lets go on what a held link carries',
  schema: z.union([
    linkEnds,
    z.strictObject({ links: computerName().describe('All links of this computer') }),
    z.string().min(1).describe('The name that hold open or lock gave: a reader'),
  ]),
  example: 'release: a reader',
  run(play, given) {
    if (typeof given === 'string') return letGo(play, given);
    return releaseLinks(play, 'links' in given ? given.links : given);
  },
});

function letGo(play: Play, reader: string): void {
  let closed = 0;
  for (const computer of play.world.computers.values()) {
    computer.files.closeWhere((handle) => {
      const fits = handle.process === reader;
      if (fits) closed++;
      return fits;
    });
  }
  if (closed === 0) play.fail(`${reader} holds nothing open`);
}
