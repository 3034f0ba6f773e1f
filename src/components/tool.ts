import type { Instant, RandomStream } from '../kernel/index.ts';
import type { Computer, FileAccess, Message, Provenance, SettingValue, Site, World } from '../world/index.ts';

/** A command-line tool or control panel of the time: runs to its end in one moment. */
export interface Tool {
  /** As it is typed: `invsync`. */
  readonly name: string;
  /** The syntax line its usage text shows. */
  readonly syntax: string;
  readonly summary: string;
  readonly provenance: Provenance;
  run(context: ToolContext, given: readonly string[]): ToolResult;
}

/** What a tool sees: the computer on which somebody typed its name. */
export interface ToolContext {
  readonly world: World;
  readonly computer: Computer;
  readonly files: FileAccess;
  /** The directory in which it is typed, without a backslash at its end. */
  readonly folder: string;
  /** The site whose server this computer is; undefined elsewhere. */
  readonly site: Site | undefined;
  /** The true time, for what is sent to other computers. */
  readonly instant: Instant;
  post(component: string, message: Message): void;
  /** Starts a program of this computer; false when it is not there or runs already. */
  start(component: string): boolean;
  runs(component: string): boolean;
  show(title: string, text: string): void;
  random(stream: string): RandomStream;
  /** What the site control file of a site says, or the default. */
  setting(site: Site, name: string): SettingValue;
  /** Changes it as the SMS Administrator console does. */
  changeSetting(site: Site, name: string, value: SettingValue): void;
}

/** What the person at the keyboard sees afterwards. */
export interface ToolResult {
  readonly output: string;
  readonly exitCode: number;
}

/** A tool that ended as it should. */
export function printed(...lines: readonly string[]): ToolResult {
  return { output: lines.join('\n'), exitCode: 0 };
}

/** A tool that refused, with its reason. */
export function refused(...lines: readonly string[]): ToolResult {
  return { output: lines.join('\n'), exitCode: 1 };
}
