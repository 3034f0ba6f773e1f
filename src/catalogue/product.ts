import type { Component, LogSide, Setting } from '../components/index.ts';
import type { Computer } from '../world/index.ts';
import type { BuildChange } from './change.ts';
import type { Release } from './release.ts';

/** A product of Microsoft as the emulator knows it: its programs, builds, releases and defaults. */
export interface Product {
  readonly name: string;
  readonly components: readonly Component[];
  readonly changes: readonly BuildChange[];
  readonly releases: readonly Release[];
  readonly settings: Readonly<Record<string, Setting>>;
  /** What is drawn from each stream of chance, by its name; `COMPUTER` in a name stands for that of any computer. */
  readonly chanceStreams: Readonly<Record<string, string>>;
  /** The folder below which a component's `file` lies on a computer. */
  programFolder(computer: Computer, component: Component): string;
  logFolder(computer: Computer, side: LogSide): string;
}
