import { civilTime, hashText, type Instant } from '../../kernel/index.ts';
import type { FileAccess, Outcome } from '../../world/index.ts';
import type { RandomStream } from '../../kernel/index.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const nameLength = 8;

/** A file name as SMS makes it up: eight of A to Z and 0 to 9, as in `7LXAWNST.MIF` (Q293225, Q256073). */
export function generatedName(stream: RandomStream): string {
  return Array.from({ length: nameLength }, () => letters[stream.integer(0, letters.length - 1)]).join('');
}

/** The draws of which such a name is made; articles quote names in capital and in small letters (Q248969). */
export function drawsOfName(name: string): readonly number[] {
  return [...name.toUpperCase()].map((letter) => letters.indexOf(letter));
}

/** A generated name, with its extension (`.cfg`), that no file of a folder has yet. */
export function unusedName(files: FileAccess, folder: string, extension: string, stream: RandomStream): string {
  for (;;) {
    const name = `${generatedName(stream)}${extension}`;
    if (!files.exists(`${folder}\\${name}`)) return name;
  }
}

/**
 * The generator of builds whose names follow the clock: computers whose clocks show the same second make up the same
 * name (Q301352: "sensitive to time synchronization"). `attempt` counts the names drawn within that second.
 */
export function nameFromClock(clock: Instant, attempt: number): string {
  const { hour, minute, second } = civilTime(clock);
  let state = hashText(`${Math.floor(clock / 86_400_000)} ${hour}:${minute}:${second} ${attempt}`);
  const drawn = Array.from({ length: nameLength }, () => {
    state = hashText(String(state));
    return letters[state % letters.length];
  });
  return drawn.join('');
}

/** Moves a file into a folder under a newly generated name; the value is the path it has there. */
export function moveUnderNewName(
  files: FileAccess,
  path: string,
  folder: string,
  extension: string,
  stream: RandomStream,
): Outcome<string> {
  const target = `${folder}\\${unusedName(files, folder, extension, stream)}`;
  const moved = files.move(path, target);
  return moved.ok ? { ok: true, value: target } : moved;
}
