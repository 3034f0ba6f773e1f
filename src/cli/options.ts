import { InvalidArgumentError, Option, type Command } from 'commander';
import type { TableName } from '../reporters/index.ts';

/** How the cases of scenarios are chosen on the command line. */
export interface CaseOptions {
  readonly release: readonly string[];
  readonly variant: readonly string[];
  readonly seed?: number;
}

/** Adds `--release`, `--variant` and `--seed`. */
export function withCaseOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--release <names>', 'releases: RTM, SP3, "2.0 SP3", all; repeatable, or several with commas')
        .argParser(collected)
        .default([], 'those of each variant'),
    )
    .addOption(
      new Option('--variant <name>', 'only this variant; repeatable').argParser(collected).default([], 'every variant'),
    )
    .addOption(seedOption());
}

function seedOption(): Option {
  return new Option('--seed <number>', "seed of all chance from the scenario's start on")
    .argParser(wholeNumber)
    .default(undefined, "the scenario's");
}

/** The options of commands that compare releases. */
export interface ComparisonOptions {
  readonly seed?: number;
  readonly reporter: TableName;
  readonly out?: string;
}

/** Adds `--reporter`, `--out` and `--seed`. */
export function withComparisonOptions(command: Command): Command {
  return command
    .addOption(new Option('--reporter <name>', 'how to tell the outcome').choices(['table', 'json']).default('table'))
    .option('--out <file>', 'write the report to a file; the table still goes to the terminal')
    .addOption(seedOption());
}

/** Collects the values of an option that may be given several times. */
export function collected(value: string, before: unknown): readonly string[] {
  return [...(Array.isArray(before) ? (before as readonly string[]) : []), value];
}

/** Reads a whole number from 0 up. */
export function wholeNumber(value: string): number {
  if (!/^\d{1,10}$/.test(value)) throw new InvalidArgumentError('A whole number is needed.');
  return Number(value);
}

/** Reads a whole number from 1 up. */
export function positiveNumber(value: string): number {
  const number = wholeNumber(value);
  if (number === 0) throw new InvalidArgumentError('A number from 1 up is needed.');
  return number;
}

/** Reads a factor above 0: `3600`, `0.5`. */
export function factor(value: string): number {
  const number = /^\d{1,9}(?:\.\d{1,6})?$/.test(value) ? Number(value) : 0;
  if (number === 0) throw new InvalidArgumentError('A number above 0 is needed: 1, 60, 3600.');
  return number;
}
