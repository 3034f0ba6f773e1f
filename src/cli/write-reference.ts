import { readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { generatedNote, referencePages, type ReferencePage } from '../analysis/index.ts';
import { products } from '../catalogue/index.ts';
import { findScenarioFiles, loadScenarios } from '../runner/index.ts';
import { printDiagnostic } from '../scenario/index.ts';
import { commandLinePages } from './command-line-pages.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';
import { writeWhole } from './output-file.ts';
import { InvalidScenarios } from './surroundings.ts';

/**
 * Writes every page that is not up to date and removes generated pages that have no place any more; or only tells of
 * them. A page that somebody wrote by hand stays.
 */
export async function writeReference(
  context: Context,
  program: Command,
  options: { readonly check: boolean; readonly to: string },
): Promise<void> {
  const folder = path.resolve(context.workingFolder, options.to);
  const pages = await allPages(context, program);
  const before = await pagesIn(folder);
  const outdated = pages.filter((page) => before.get(page.path) !== page.text);
  const stale = [...before].flatMap(([name, text]) => {
    return text.includes(generatedNote) && !pages.some((page) => page.path === name) ? [name] : [];
  });
  for (const { path: name, text } of outdated) {
    if (!options.check) await writeWhole(path.join(folder, name), text);
    context.write(`${options.check ? 'not up to date' : 'written'}  ${options.to}/${name}\n`);
  }
  for (const name of stale) {
    if (!options.check) await rm(path.join(folder, name));
    context.write(`${options.check ? 'without a place' : 'removed'}  ${options.to}/${name}\n`);
  }
  const changed = outdated.length + stale.length;
  context.write(`${pages.length} pages, ${pages.length - outdated.length} of them up to date\n`);
  if (options.check && changed > 0) context.exitWith(exitCodes.mismatch);
}

/** The pages as they should be; claims come from the articles of the library that ships with smsim. */
async function allPages(context: Context, program: Command): Promise<readonly ReferencePage[]> {
  const { files } = await findScenarioFiles(['sms20', 'sms12'], context.library);
  const { scenarios, diagnostics } = await loadScenarios(files, {
    workingFolder: context.library,
    library: context.library,
    products,
  });
  if (diagnostics.length > 0) throw new InvalidScenarios(diagnostics.map(printDiagnostic));
  return referencePages(products, scenarios, commandLinePages(program));
}

/** The Markdown files below a folder, by path with forward slashes, with the line ends that smsim writes. */
async function pagesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const pages = new Map<string, string>();
  for (const name of names.filter((one) => one.endsWith('.md')).toSorted()) {
    const text = await readFile(path.join(folder, name), 'utf8');
    pages.set(name.replaceAll('\\', '/'), text.replaceAll('\r\n', '\n'));
  }
  return pages;
}
