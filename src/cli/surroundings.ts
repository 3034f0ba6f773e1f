import type { Readable } from 'node:stream';

/** The real machine as a command sees it; tests hand in their own. */
export interface Surroundings {
  write(text: string): void;
  /** For progress, mistakes and diagnostics of the tool itself. */
  complain(text: string): void;
  /** Whether somebody watches the output and can see a line being drawn again. */
  readonly terminal: boolean;
  readonly colours: boolean;
  readonly columns: number;
  /** What is typed, or comes through a pipe. */
  input(): Readable;
  /** Whether somebody types and sees what is typed. */
  readonly typing: boolean;
  readonly workingFolder: string;
  /** Real time in milliseconds, for speeds only. */
  clock(): number;
  /** The date and time of day in UTC, for ledgers only: `1999-11-15T09:00:00.000Z`. */
  today(): string;
  /** Set off by Ctrl-C. */
  readonly interrupted: AbortSignal;
  /** The scenarios that ship with smsim. */
  readonly library: string;
  /** The program file, for checks that start smsim again. */
  readonly program: string;
}

/** What was typed cannot be done: told without a stack, exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** Ctrl-C came while a command had nothing to tell yet. Exit code 130. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted; nothing was written');
    this.name = 'Interrupted';
  }
}

/** Scenario files with mistakes; every one of them has been put into words. Exit code 2. */
export class InvalidScenarios extends UsageError {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(`${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}; nothing was run`);
    this.name = 'InvalidScenarios';
    this.mistakes = mistakes;
  }
}
