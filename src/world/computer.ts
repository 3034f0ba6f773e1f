import type { Duration, Instant } from '../kernel/index.ts';
import type { NtEvent } from './event-log.ts';
import { FileSystem, type FileChange } from './files/index.ts';
import { operatingSystem, type OperatingSystem, type OperatingSystemName } from './operating-system.ts';
import { Registry, type RegistryChange } from './registry.ts';
import { toLocal } from './time-zone.ts';

/** A network card with its address and the IP subnet it computes from its mask. */
export interface Adapter {
  readonly address: string;
  readonly subnet: string;
  readonly macAddress: string;
  /** Its driver is loaded, but the card is not in use and tells nothing: that of a docking station without it. */
  readonly silent?: true;
}

/** A Windows service as the Service Control Manager knows it. */
export interface Service {
  readonly name: string;
  readonly state: 'Running' | 'Stopped';
  readonly startType: 'Automatic' | 'Manual' | 'Disabled';
  readonly account: string;
  /** The password of the account as it was when it was last entered for the service; the first is empty. */
  readonly password?: string;
}

/** The person in front of the computer. */
export interface LoggedOnUser {
  readonly name: string;
  readonly administrator: boolean;
}

/** One instance of a hardware class, as a perfect provider would report it. */
export type HardwareInstance = Readonly<Record<string, string | number>>;

/** What the machine really has, by WMI class name. */
export type Hardware = Readonly<Record<string, readonly HardwareInstance[]>>;

/** A dialog box that a user sees. */
export interface DialogBox {
  readonly time: Instant;
  readonly title: string;
  readonly text: string;
}

/** What a computer is made of when a scenario names it. */
export interface ComputerDescription {
  readonly name: string;
  readonly operatingSystem: OperatingSystemName;
  readonly server: boolean;
  readonly zone: string;
  readonly adapters: readonly Adapter[];
}

/** What a computer tells the world about. */
export interface ComputerHooks {
  readonly now: () => Instant;
  readonly fileChanged: (computer: Computer, change: FileChange) => void;
  readonly registryChanged: (computer: Computer, change: RegistryChange) => void;
}

/** A computer in a checkpoint. */
export interface SavedComputer {
  readonly name: string;
  readonly operatingSystem: OperatingSystemName;
  readonly zone: string;
  readonly clockError: Duration;
  readonly adapters: readonly Adapter[];
  readonly hardware: Hardware;
  readonly power: 'on' | 'off';
  readonly startedAt: Instant;
  readonly user: LoggedOnUser | null;
  readonly domain: string | null;
  readonly logonServer: string | null;
  readonly product: string | null;
  readonly busyWith: string | null;
  readonly services: readonly Service[];
  readonly events: readonly NtEvent[];
  readonly dialogs: readonly DialogBox[];
  readonly mutexes: readonly (readonly [string, string])[];
  readonly files: ReturnType<FileSystem['save']>;
  readonly registry: ReturnType<Registry['save']>;
}

/**
 * A simulated computer: what exists on it. Which programs run on it is the simulation's business.
 * Its clock is the truth of the simulation plus its error; a component never sees any other clock.
 */
export class Computer {
  readonly name: string;
  readonly server: boolean;
  operatingSystem: OperatingSystem;
  zone: string;
  clockError: Duration = 0;
  files: FileSystem;
  registry: Registry;
  adapters: readonly Adapter[];
  hardware: Hardware = {};
  power: 'on' | 'off' = 'on';
  startedAt: Instant = 0;
  user: LoggedOnUser | undefined;
  /** The Windows NT domain its users log on to, and the controller that let the last one in. */
  domain: string | undefined;
  logonServer: string | undefined;
  /** Version of the product whose programs are on it, `1.2`; undefined: that of the run. */
  product: string | undefined;
  /** Set while an inventory agent scans: the computer answers its user more slowly (Q206800). */
  busyWith: string | undefined;
  readonly services = new Map<string, Service>();
  readonly events: NtEvent[] = [];
  readonly dialogs: DialogBox[] = [];
  /** Named mutexes in use: name and the process that owns it. A process that ends gives its own back. */
  readonly mutexes = new Map<string, string>();
  readonly #hooks: ComputerHooks;

  constructor(description: ComputerDescription, hooks: ComputerHooks) {
    this.name = description.name;
    this.server = description.server;
    this.operatingSystem = operatingSystem(description.operatingSystem);
    this.zone = description.zone;
    this.adapters = description.adapters;
    this.#hooks = hooks;
    this.files = new FileSystem(this.fileHooks());
    this.registry = new Registry(this.registryHooks());
  }

  /** What this computer's clock shows: local time, with the clock's own error. */
  now(): Instant {
    return toLocal(this.zone, this.#hooks.now() + this.clockError);
  }

  /** The hooks its file system reports to; also for one that is forked from a template. */
  fileHooks(): { now: () => Instant; onChange: (change: FileChange) => void } {
    return { now: () => this.now(), onChange: (change) => this.#hooks.fileChanged(this, change) };
  }

  /** The hooks its registry reports to; also for one that is forked from a template. */
  registryHooks(): { onChange: (change: RegistryChange) => void } {
    return { onChange: (change) => this.#hooks.registryChanged(this, change) };
  }

  /** What it was made from, with what has changed since. */
  description(): ComputerDescription {
    const { name, server, zone, adapters } = this;
    return { name, operatingSystem: this.operatingSystem.name, server, zone, adapters };
  }

  service(name: string): Service | undefined {
    return this.services.get(name.toUpperCase());
  }

  /** The password that was entered for the services which use an account; undefined where none of them does. */
  passwordOf(account: string): string | undefined {
    const service = [...this.services.values()].find((one) => one.account === account);
    return service === undefined ? undefined : (service.password ?? '');
  }

  setService(service: Service): void {
    this.services.set(service.name.toUpperCase(), service);
  }

  removeService(name: string): void {
    this.services.delete(name.toUpperCase());
  }

  save(): SavedComputer {
    return {
      name: this.name,
      operatingSystem: this.operatingSystem.name,
      zone: this.zone,
      clockError: this.clockError,
      adapters: this.adapters,
      hardware: this.hardware,
      power: this.power,
      startedAt: this.startedAt,
      user: this.user ?? null,
      domain: this.domain ?? null,
      logonServer: this.logonServer ?? null,
      product: this.product ?? null,
      busyWith: this.busyWith ?? null,
      services: [...this.services.values()],
      events: [...this.events],
      dialogs: [...this.dialogs],
      mutexes: [...this.mutexes],
      files: this.files.save(),
      registry: this.registry.save(),
    };
  }

  restore(saved: SavedComputer): void {
    this.operatingSystem = operatingSystem(saved.operatingSystem);
    this.zone = saved.zone;
    this.clockError = saved.clockError;
    this.adapters = saved.adapters;
    this.hardware = saved.hardware;
    this.power = saved.power;
    this.startedAt = saved.startedAt;
    this.user = saved.user ?? undefined;
    this.domain = saved.domain ?? undefined;
    this.logonServer = saved.logonServer ?? undefined;
    this.product = saved.product ?? undefined;
    this.busyWith = saved.busyWith ?? undefined;
    this.services.clear();
    for (const service of saved.services) this.setService(service);
    this.events.splice(0, this.events.length, ...saved.events);
    this.dialogs.splice(0, this.dialogs.length, ...saved.dialogs);
    this.mutexes.clear();
    for (const [name, owner] of saved.mutexes) this.mutexes.set(name, owner);
    this.files = FileSystem.restore(saved.files, this.fileHooks());
    this.registry = Registry.restore(saved.registry, this.registryHooks());
  }
}
