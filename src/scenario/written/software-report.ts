import { z } from 'zod';
import { printSoftwareReport, type SoftwareFile } from '../../world/index.ts';
import type { Play } from '../play.ts';
import { readingText } from '../site-file.ts';
import { bytesOf, sizeText } from '../sizes.ts';
import { parseReading } from '../times.ts';
import { reporterOf, reporterShape } from './reporter.ts';

const file = z.strictObject({
  name: z.string().describe('SOL.EXE'),
  size: sizeText().default('100 KB'),
  modified: readingText().default('1998-05-11 20:01'),
  count: z.number().int().min(1).default(1).describe('How often the file lies on the disks'),
  product: z.string().optional().describe('Product name of its header; an unknown file without it'),
  company: z.string().default(''),
  version: z.string().default(''),
  language: z.string().default('English'),
  action: z.enum(['add', 'update', 'delete']).default('add').describe('Deltas only'),
});

/** A software inventory report as the agent of a client writes it. */
export const softwareReportSchema = z.strictObject({
  ...reporterShape,
  files: z.array(file).default([]).describe('Reported files'),
});

/** The text of a .sic or .sid. */
export function softwareReportText(play: Play, given: z.infer<typeof softwareReportSchema>): string {
  const { time: cycleStart, ...reporter } = reporterOf(play, given);
  const heading = { ...reporter, cycleStart };
  if (given.kind === 'complete')
    return printSoftwareReport({ ...heading, kind: 'complete', files: given.files.map(fileOf) });
  const changes = given.files.map((one) => ({ action: one.action, file: fileOf(one) }));
  return printSoftwareReport({ ...heading, kind: 'delta', changes });
}

function fileOf(given: z.infer<typeof file>): SoftwareFile {
  const { product, company, version, language, count } = given;
  return {
    fileName: given.name,
    size: bytesOf(given.size),
    modified: parseReading(given.modified) ?? 0,
    count,
    ...(product === undefined ? {} : { product: { company, product, version, language } }),
  };
}
