import type { Answer } from './answer.ts';
import type { Seat } from './seat.ts';

/** What a word of a command line stands for, for completion. */
export type WordKind = 'computer' | 'path' | 'key' | 'table' | 'branch' | 'command' | 'service' | 'component' | 'none';

/** What a command is called with, besides the seat. */
export interface Typed {
  /** Everything behind the command's name, as it was typed. */
  readonly rest: string;
  /** The same in words; double quotes keep words together. */
  readonly words: readonly string[];
  /** Set off by Ctrl-C, or by a limit of the server. */
  readonly signal?: AbortSignal | undefined;
}

/** A command of the shell. */
export interface ShellCommand {
  readonly name: string;
  /** Other names that people try. */
  readonly also?: readonly string[];
  readonly group: 'time' | 'looking' | 'acting' | 'session';
  readonly syntax: string;
  readonly summary: string;
  /** Lines to type, each with what it does. */
  readonly examples: readonly (readonly [line: string, meaning: string])[];
  /** What its words are, the last one for all that follow. */
  readonly takes: readonly WordKind[];
  run(seat: Seat, typed: Typed): Answer | Promise<Answer>;
}

/** Words as a command line separates them; double quotes keep what is between them together. */
export function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]*)"?|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}
