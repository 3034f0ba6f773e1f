/** A drive of a computer. */
export interface Drive {
  readonly letter: string;
  readonly fileSystem: 'NTFS' | 'FAT';
  readonly size: number;
  readonly kind: 'fixed' | 'removable' | 'cdrom';
}

/** A drive and how full it is. */
export interface DriveState extends Drive {
  readonly used: number;
  /** Bytes that a scenario has taken away to fill the drive. */
  readonly reserved: number;
}

/** The drives of one computer and the room on them. */
export class Drives {
  readonly #drives = new Map<string, DriveState>();

  add(drive: Drive): void {
    this.#drives.set(drive.letter.toUpperCase(), { ...drive, used: 0, reserved: 0 });
  }

  /** The drive of a path or letter. */
  of(path: string): DriveState | undefined {
    return this.#drives.get(path.charAt(0).toUpperCase());
  }

  all(): readonly DriveState[] {
    return [...this.#drives.keys()].toSorted().flatMap((letter) => this.#drives.get(letter) ?? []);
  }

  free(path: string): number {
    const drive = this.of(path);
    return drive === undefined ? 0 : Math.max(0, drive.size - drive.used - drive.reserved);
  }

  /** Counts bytes taken (or, negative, given back) on the drive of a path. */
  use(path: string, bytes: number): void {
    const drive = this.of(path);
    if (drive !== undefined) this.set({ ...drive, used: drive.used + bytes });
  }

  /** Takes away all room but so many bytes; undefined gives it all back. */
  fill(letter: string, leaving: number | undefined): void {
    const drive = this.of(letter);
    if (drive === undefined) return;
    const reserved = leaving === undefined ? 0 : Math.max(0, drive.size - drive.used - leaving);
    this.set({ ...drive, reserved });
  }

  set(state: DriveState): void {
    this.#drives.set(state.letter.toUpperCase(), state);
  }
}
