import type { Session } from '../session/index.ts';
import type { Computer } from '../../world/index.ts';

/** Keeps what is saved; the shell hands in the disk, the server its own folder. */
export interface Keeper {
  /** Writes a new file and returns its path as a person types it; a text in words where that cannot be. */
  keep(name: string, text: string, overwrite: boolean): Promise<Kept>;
}

export type Kept = { readonly ok: true; readonly file: string } | { readonly ok: false; readonly reason: string };

/** The place in front of a session: at which computer one sits, and in which folder of it. */
export class Seat {
  readonly session: Session;
  readonly keeper: Keeper;
  #computer: string;
  /** Folder of each computer one has sat at; a UNC path where one went to a share. */
  readonly #folders = new Map<string, string>();

  constructor(session: Session, keeper: Keeper) {
    this.session = session;
    this.keeper = keeper;
    this.#computer = session.case.variant.site.server;
  }

  /** The computer one sits at; another where it is gone, as after a step back over its installation. */
  get computer(): Computer {
    const { world } = this.session.play;
    return world.computer(this.#computer) ?? world.mustHave(this.session.case.variant.site.server);
  }

  /** Local or UNC, without a backslash at its end. */
  get folder(): string {
    return this.#folders.get(this.computer.name) ?? 'C:';
  }

  /** As cmd.exe shows it. */
  get prompt(): string {
    const { folder } = this;
    return folder.length === 2 ? `${folder}\\` : folder;
  }

  sitAt(computer: Computer): void {
    this.#computer = computer.name;
  }

  goTo(folder: string): void {
    this.#folders.set(this.computer.name, folder);
  }
}
