import type { Self } from '../component.ts';

/** The first name of eight digits that no file of a folder has: `00000000.RAW`, `00000001.RAW` (Q158993). */
export function nextFreeName(self: Self, folder: string, ending: string): string {
  for (let number = 0; ; number++) {
    const name = `${String(number).padStart(8, '0')}${ending}`;
    if (!self.files.exists(`${folder}\\${name}`)) return name;
  }
}
