import { z } from 'zod';
import { bulkContent, textContent, type Content, type Outcome } from '../../world/index.ts';
import { isPlaced, pathShape, unplaced, withFiles } from '../given-path.ts';
import type { Play } from '../play.ts';
import { bytesOf, sizeText } from '../sizes.ts';
import { defineStep } from '../verb.ts';
import { discoveryRecordSchema, discoveryRecordText } from '../written/discovery-record.ts';
import { hardwareReportSchema, hardwareReportText } from '../written/hardware-report.ts';
import { resyncCommandsSchema, resyncCommandsText } from '../written/resync-commands.ts';
import { softwareReportSchema, softwareReportText } from '../written/software-report.ts';

const schema = z
  .strictObject({
    ...pathShape,
    text: z.string().optional().describe('The whole content'),
    size: sizeText().optional().describe('Generated content of this size'),
    ddr: discoveryRecordSchema.optional().describe('A discovery data record of a client'),
    mif: hardwareReportSchema.optional().describe('A hardware inventory report of a client: .hic, .hid, .nhm or .mif'),
    'software report': softwareReportSchema.optional().describe('A software inventory report of a client: .sic, .sid'),
    'resync commands': resyncCommandsSchema.optional().describe('A Resync.cfg of SMS 1.2'),
    version: z.string().optional().describe('Version in the header of a program file'),
    append: z.boolean().default(false).describe('Adds the text to what is there'),
  })
  .refine(isPlaced, unplaced)
  .refine((given) => contents.filter((name) => given[name] !== undefined).length <= 1, {
    message: 'a file has one of text, size, ddr, mif, software report and resync commands',
  })
  .refine((given) => !given.append || given.size === undefined, 'append adds a text, not a size');

type Given = z.infer<typeof schema>;

const contents = ['text', 'size', 'ddr', 'mif', 'software report', 'resync commands'] as const;

/** Somebody at a computer writes a file, by a local path or through the network. */
export const write = defineStep({
  name: 'write',
  summary: 'Writes a file, replacing what was in it: a text, a size, or a report as a client would write it',
  schema,
  example: "write: { on: SMSSRV1, path: 'C:\\SMS\\readme.txt', text: hello }",
  run(play, given) {
    withFiles(play, given, (files, path): Outcome => {
      const content = contentOf(play, given);
      if (given.append) return files.append(path, 'text' in content ? content.text : '');
      return files.write(path, content, given.version === undefined ? {} : { version: given.version });
    });
  },
});

function contentOf(play: Play, given: Given): Content {
  if (given.size !== undefined) return bulkContent(bytesOf(given.size), `${given.path} ${play.simulation.turn}`);
  if (given.ddr !== undefined) return textContent(discoveryRecordText(play, given.ddr));
  if (given.mif !== undefined) return textContent(hardwareReportText(play, given.mif));
  if (given['resync commands'] !== undefined) return textContent(resyncCommandsText(play, given['resync commands']));
  const report = given['software report'];
  return textContent(report === undefined ? (given.text ?? '') : softwareReportText(play, report));
}
