import { stat } from 'node:fs/promises';
import path from 'node:path';
import { products } from '../catalogue/index.ts';
import { chosenReleases, type Case, type PerformOptions } from '../runner/index.ts';
import type { Context } from './context.ts';
import type { CaseOptions } from './options.ts';
import { chooseCase, chooseCases, releasesOfName } from './selection.ts';
import { UsageError } from './surroundings.ts';
import { traceOfFile } from './trace-of-file.ts';

/** The options of `smsim report`. */
export interface ReportOptions extends CaseOptions {
  readonly out: string;
  /** A variant or a release, to be shown beside. */
  readonly against?: string;
}

/** A case that a page is to show, and how it is run. */
export interface ReportedCase {
  readonly one: Case;
  readonly options: PerformOptions;
  /** Where the run has to be the one of a trace file. */
  readonly trace?: {
    readonly file: string;
    readonly path: string;
    /** Of the smsim that wrote it. */
    readonly version: string;
    readonly head: string;
  };
}

/** The case that a file is about: a scenario, of which the options choose one, or a trace, which says it itself. */
export async function reportedCase(context: Context, file: string, options: ReportOptions): Promise<ReportedCase> {
  const place = path.resolve(context.workingFolder, file);
  const facts = await stat(place).catch(() => undefined);
  if (facts?.isFile() !== true || /\.ya?ml$/i.test(file)) {
    return { one: await chooseCase(context, file, options), options: {} };
  }
  const { header, head } = await traceOfFile(file, place);
  if (options.release.length > 0 || options.variant.length > 0 || options.seed !== undefined) {
    throw new UsageError(`${file} is a trace: it says itself which variant, release and seed were run`);
  }
  const { scenario, release, variant, seed, version, shuffleTies } = header;
  const one = await chooseCase(context, scenario, { release: [release], variant: [variant], seed });
  const ties = shuffleTies === undefined ? {} : { shuffleTies };
  return { one, options: ties, trace: { file, path: place, version, head } };
}

/** The same with another release or in another variant, everything else equal. */
export async function counterpart(context: Context, first: ReportedCase, against: string): Promise<ReportedCase> {
  const { one, options } = first;
  const asRelease = chosenReleases(
    [against],
    products.flatMap(({ releases }) => releases),
  ).ok;
  const other = asRelease ? await onRelease(context, one, against) : await inVariant(context, one, against);
  return { one: other, options };
}

async function onRelease(context: Context, one: Case, release: string): Promise<Case> {
  const { variant, seed, loaded } = one;
  return chooseCase(context, loaded.scenario.file, { release: releasesOfName(release), variant: [variant.name], seed });
}

async function inVariant(context: Context, one: Case, variant: string): Promise<Case> {
  const { seed, loaded, run } = one;
  const { file, variants } = loaded.scenario;
  const known = variants.map(({ name }) => name);
  if (!known.some((name) => name === variant || name.replace(/ \[.*\]$/, '') === variant)) {
    const names = known.map((name) => `"${name}"`).join(', ');
    throw new UsageError(`--against takes a release or a variant, not "${variant}"; the variants are ${names}`);
  }
  const cases = await chooseCases(context, [file], { release: [], variant: [variant], seed });
  const same = cases.find((other) => other.run.name === run.name);
  if (same !== undefined || !isRelease(run.name)) return same ?? (cases[0] as Case);
  return chooseCase(context, file, { release: [run.name], variant: [variant], seed });
}

/** Upgrades and mixes have names of their own, which a scenario gives. */
function isRelease(name: string): boolean {
  return products.some(({ releases }) => releases.some((release) => release.name === name));
}
