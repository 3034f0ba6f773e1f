/** A drive of a computer. */
export interface Drive {
  readonly letter: string;
  readonly fileSystem: 'NTFS' | 'FAT';
  readonly size: number;
  /** Nothing can be written on a `cdrom` (error 19). */
  readonly kind: 'fixed' | 'removable' | 'cdrom';
  /** Takes only names of eight and three letters, as DOS does under 16-bit Windows; others are error 123. */
  readonly shortNames?: boolean;
}

/** A drive and how full it is. */
export interface DriveState extends Drive {
  readonly used: number;
  /** Bytes that a scenario has taken away to fill the drive. */
  readonly reserved: number;
}

interface ChangingDrive extends DriveState {
  used: number;
  reserved: number;
}

/** The drives of one computer and the room on them. Only the bytes of files count, not folders or clusters. */
export class Drives {
  readonly #drives = new Map<string, ChangingDrive>();

  add(drive: Drive): void {
    this.set({ ...drive, used: 0, reserved: 0 });
  }

  /** Puts a drive into a saved state. */
  set(state: DriveState): void {
    const letter = state.letter.toUpperCase();
    this.#drives.set(letter, { ...state, letter });
  }

  /** The drive of an upper-case letter, as it is now. */
  of(letter: string): DriveState | undefined {
    return this.#drives.get(letter);
  }

  /** All drives by letter. */
  all(): readonly DriveState[] {
    return [...this.#drives.keys()].toSorted().flatMap((letter) => {
      const drive = this.#drives.get(letter);
      return drive === undefined ? [] : [{ ...drive }];
    });
  }

  free(letter: string): number {
    const drive = this.#drives.get(letter);
    return drive === undefined ? 0 : Math.max(0, drive.size - drive.used - drive.reserved);
  }

  /** Counts bytes taken (or, negative, given back). */
  use(letter: string, bytes: number): void {
    const drive = this.#drives.get(letter);
    if (drive !== undefined) drive.used += bytes;
  }

  /** Takes away all room but so many bytes; undefined gives it all back. */
  fill(letter: string, leaving: number | undefined): void {
    const drive = this.#drives.get(letter);
    if (drive !== undefined)
      drive.reserved = leaving === undefined ? 0 : Math.max(0, drive.size - drive.used - leaving);
  }
}
