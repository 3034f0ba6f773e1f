import { z } from 'zod';
import { bulkContent, folderOf, type ProductHeader } from '../../world/index.ts';
import { withFiles } from '../given-path.ts';
import { computerName } from '../references.ts';
import { bytesOf, sizeText } from '../sizes.ts';
import { defineStep } from '../verb.ts';

const program = z.strictObject({
  path: z
    .string()
    .regex(/^[A-Za-z]:\\/, 'must be a local path')
    .describe('C:\\Program Files\\Plus!\\plus.exe'),
  size: sizeText().default('100 KB'),
  version: z.string().optional(),
  product: z.string().optional(),
  company: z.string().optional(),
  language: z.string().default('English'),
});

/** Somebody installs or removes a program; the next software inventory finds it. */
export const software = defineStep({
  name: 'software',
  summary: 'Installs or removes a program file of a computer',
  schema: z
    .strictObject({
      on: computerName().describe('Computer'),
      install: program.optional().describe('A file with its version header'),
      remove: z.string().optional().describe('Local path of the file that goes'),
    })
    .refine(({ install, remove }) => (install === undefined) !== (remove === undefined), 'give install or remove'),
  example: "software: { on: PC1, install: { path: 'C:\\Games\\sol.exe', version: '4.0', product: Solitaire } }",
  run(play, given) {
    const { on, install, remove } = given;
    if (install === undefined) return withFiles(play, { on, path: remove ?? '' }, (files, path) => files.delete(path));
    return withFiles(play, { on, path: install.path }, (files, path) => {
      const made = files.createFolder(folderOf(path));
      if (!made.ok) return made;
      const token = [install.path, install.version ?? '', install.size].join(' ');
      return files.write(path, bulkContent(bytesOf(install.size), token), headerOf(install));
    });
  },
});

/** Without a product name a file is unknown to inventory (Q202082). */
function headerOf(given: z.infer<typeof program>): { version?: string; product?: ProductHeader } {
  const { version, product, company = '', language } = given;
  return {
    ...(version === undefined ? {} : { version }),
    ...(product === undefined ? {} : { product: { company, product, version: version ?? '', language } }),
  };
}
