import type { Component, LogSide, Setting } from '../components/index.ts';
import type { Computer, LogLine, Site } from '../world/index.ts';
import type { BuildChange } from './change.ts';
import type { Release } from './release.ts';

/** A product of Microsoft as the emulator knows it: its programs, builds, releases and defaults. */
export interface Product {
  readonly name: string;
  /** As the names of its releases begin: `2.0`. */
  readonly version: string;
  readonly components: readonly Component[];
  readonly changes: readonly BuildChange[];
  readonly releases: readonly Release[];
  readonly settings: Readonly<Record<string, Setting>>;
  /** What is drawn from each stream of chance, by its name; `COMPUTER` in a name stands for that of any computer. */
  readonly chanceStreams: Readonly<Record<string, string>>;
  /** The folder below which a component's `file` lies on a computer. */
  programFolder(computer: Computer, component: Component): string;
  /** The version of a program file on the media of the release of a name; undefined where it is not on them. */
  versionOn(release: string, file: string): string | undefined;
  /** A line of a log as the product writes it. */
  logLine(line: LogLine): string;
  /** Whether server components write their logs before somebody switches them off. */
  readonly logsAtFirst: boolean;
  /** The account with which server components reach other computers. */
  serviceAccount(site: Site): string;
  logFolder(computer: Computer, side: LogSide): string;
}
