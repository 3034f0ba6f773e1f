import type { Duration, Instant, RandomStream, TraceKind } from '../kernel/index.ts';
import type {
  Computer,
  FileAccess,
  Message,
  Outcome,
  Provenance,
  Registry,
  SettingValue,
  SetupPackage,
  Site,
  SiteDatabase,
  World,
} from '../world/index.ts';
import type { AnyStateMachine } from 'xstate';

/**
 * An SMS program: a machine that decides, and effects that act. The machine is pure; its entry, exit and transition
 * actions name effects, its `after` keys name delays. An effect may answer with one message of its declared set; the
 * machine receives the answer within the same turn. `Memory` is the process's own memory: plain JSON data.
 */
export interface Component<Memory = unknown> {
  /** As SMS names it: `SMS_INBOX_MANAGER`, `Hardware Inventory Agent`. */
  readonly name: string;
  /** The service whose start brings it to life; undefined for a program that another component launches. */
  readonly service?: string;
  /** The component that launches it, and with which it ends. */
  readonly launchedBy?: string;
  /** The logon script that runs it: the program lies on NETLOGON beside the script. */
  readonly logonScript?: string;
  /** Windows starts it when a user logs on. */
  readonly atLogon?: boolean;
  /** It runs in the session of the logged-on user and ends with it. */
  readonly inSession?: boolean;
  /** Which sites have it; every site without it. */
  readonly runsAt?: (site: Site) => boolean;
  /** The file whose version decides the traits, e.g. `Inboxmgr.dll`. */
  readonly file: string;
  readonly log?: ComponentLog;
  readonly machine: AnyStateMachine;
  readonly effects: Readonly<Record<string, Effect<Memory>>>;
  readonly delays: Readonly<Record<string, DelayRule<Memory>>>;
  /** Messages that reach every process of this component without an address: `user logged on`. */
  readonly hears: readonly string[];
  readonly traits: Readonly<Record<string, Trait>>;
  /** Provenance of the states' transitions where the machine's own `meta` says nothing else. */
  readonly provenance: Provenance;
  /** The memory of a process that has just started. */
  readonly memory: () => Memory;
}

/** The log a component writes: file name in its log folder, the name between `$$<` and `>`. */
export interface ComponentLog {
  readonly file: string;
  /** Left out, it is the path of the program file, in capitals (Q246331). */
  readonly component?: string;
  readonly side: LogSide;
}

/** Whose log it is, which decides where it lies and whether it is on. */
export type LogSide = 'client' | 'server' | 'logon point' | 'setup';

/** What happens to the world when a machine asks for it by name. */
export interface Effect<Memory = unknown> {
  /** Every message type it may answer with; empty for effects that never answer. */
  readonly answers: readonly string[];
  run(self: Self<Memory>): string | undefined;
}

/** How long a named delay of a machine lasts, asked when the timer starts. */
export interface DelayRule<Memory = unknown> {
  readonly provenance: Provenance;
  duration(self: Self<Memory>): Duration;
}

/** One way in which builds of a component differ, named for the right behaviour. */
export interface Trait {
  readonly default: TraitValue;
  /** What the right behaviour is, in one sentence for the reference. */
  readonly meaning: string;
  readonly provenance: Provenance;
}

export type TraitValue = boolean | number | string;

/** What an effect sees and can do: the process it runs in. */
export interface Self<Memory = unknown> {
  /** `COMPUTER/component`. */
  readonly id: string;
  /** Number of the thread, as its log lines and status messages show it. */
  readonly thread: number;
  readonly computer: Computer;
  readonly world: World;
  readonly memory: Memory;
  /** The message being handled. */
  readonly message: Message;
  readonly files: FileAccess;
  readonly registry: Registry;
  /** The site this process works for; a client component works for the site its effects are looking at. */
  readonly site: Site;
  readonly database: SiteDatabase;
  /** What this computer's clock shows. */
  now(): Instant;
  trait(name: string): TraitValue;
  /** A site setting, with its provenance noted for this run. */
  setting(name: string): SettingValue;
  /** Notes that the run rests on something that is not a trait, delay or transition: an assumed default. */
  restsOn(name: string, provenance: Provenance): void;
  /** A line in the component's log, if logging is on (only then the text is asked for); `~` stands for a line break. */
  log(text: string | (() => string)): void;
  /** Posts a message to a process of this or another computer. */
  post(receiver: string, message: Message, delay?: Duration): void;
  /** Starts a copy that takes time; `copied` or `copy failed` comes back as a message. */
  copy(source: string, target: string, options?: { readonly onlyNew?: boolean }): Outcome<number>;
  /** Hears `folder changed` for changes in a local folder. */
  watch(folder: string): void;
  random(stream: string): RandomStream;
  /** Starts a component of this computer; false when it cannot start (its file is missing, or it runs already). */
  start(component: string): boolean;
  /** Ends a process of this computer. */
  stop(component: string): void;
  /** Has the Service Control Manager of a computer start or stop a service. */
  startService(computer: string, service: string): Outcome;
  stopService(computer: string, service: string): Outcome;
  /** Whether a component runs on this computer. */
  runs(component: string): boolean;
  /** The process name of a component on a computer, for posting. */
  processOf(computer: string, component: string): string;
  /** Setup of a package that the parent site sent begins on this server, or says why it does not. */
  beginSetup(media: SetupPackage): SiteUpgrade | SetupRefusal;
  /** It ends: what it has stopped starts again. */
  completeSetup(media: SetupPackage, upgrade: SiteUpgrade): void;
  /** Shows a dialog box to the user of this computer. */
  show(title: string, text: string): void;
  /** A record of its own in the trace, for what is neither file, registry nor log. */
  record(kind: TraceKind, subject: string, detail: string): number;
}

/** An upgrade under way: the services that Setup has stopped and starts again, by server. Plain data. */
export interface SiteUpgrade {
  readonly services: Readonly<Record<string, readonly string[]>>;
}

/** Why Setup did nothing. */
export interface SetupRefusal {
  readonly refusal: string;
}

/** A site setting: its default and where that comes from. Units are in the name, as the console shows it. */
export interface Setting {
  readonly default: SettingValue;
  readonly meaning: string;
  readonly provenance: Provenance;
}

/** Checks a component against the shape and hides its memory type. */
export function defineComponent<Memory>(component: Component<Memory>): Component {
  return component as unknown as Component;
}
