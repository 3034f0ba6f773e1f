import { z } from 'zod';
import { singleFileHotfixes } from '../../catalogue/index.ts';
import { instantOf } from '../../kernel/index.ts';
import { printCompressedFile } from '../../world/index.ts';
import { withFiles } from '../given-path.ts';
import { computerName } from '../references.ts';
import { defineStep } from '../verb.ts';

/** Somebody gets the file of a hotfix from Microsoft, as it is sent: compressed, with its time stamp. */
export const obtainHotfix = defineStep({
  name: 'obtain hotfix',
  summary: 'Puts the file of a hotfix of SMS 1.2 into a folder, compressed as Microsoft sends it',
  schema: z.strictObject({
    on: computerName().describe('Computer'),
    article: z.enum(singleFileHotfixes.map(({ article }) => article)).describe('Article that names the hotfix'),
    folder: z.string().describe('Local folder: C:\\HOTFIX'),
  }),
  example: "obtain hotfix: { on: LAMSRV1, article: Q172533, folder: 'C:\\HOTFIX' }",
  run(play, given) {
    const hotfix = singleFileHotfixes.find(({ article }) => article === given.article);
    if (hotfix === undefined) return play.fail(`there is no hotfix of ${given.article}`);
    play.simulation.foundations.note(`hotfix of ${hotfix.article}`, hotfix.provenance);
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = hotfix.stamp.split(/[^0-9]/).map(Number);
    const modified = instantOf({ year, month, day, hour, minute });
    return withFiles(play, { on: given.on, path: given.folder }, (files, folder) => {
      const made = files.createFolder(folder);
      if (!made.ok) return made;
      const content = { text: printCompressedFile(hotfix.expanded), size: hotfix.size };
      return files.write(`${folder}\\${hotfix.file}`, content, { modified });
    });
  },
});
