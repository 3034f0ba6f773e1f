import { second, type Duration } from '../../../kernel/index.ts';
import { assumed } from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { filesIn, foldersIn } from '../../inbox-pass.ts';
import type { InvmacMemory } from './invmac.ts';
import { macintoshPath } from './macintosh-files.ts';

const places = assumed(
  'Invmac keeps the number of places on the volume at which it has ever found files, and looks at all of them; with ' +
    'the correction it looks only where there is a file.',
  'Q225064',
);

/** How long Invmac looks at one place. */
export const searchTime = assumed('At ten places Invmac looks in a second.', 'Q225064');

const notes = macintoshPath('INVMAC.LST');

/** Decides at how many places the search for software looks (Q225064). */
export function planSearch(self: Self<InvmacMemory>): void {
  self.restsOn('places that Invmac looks at', places);
  const present = filesBelow(self, 'C:').length;
  const text = self.files.readText(notes);
  const before = text.ok && /^\d+\s*$/.test(text.value) ? Number(text.value) : 0;
  const ever = Math.max(present, before);
  if (ever > before) self.files.writeText(notes, `${ever}\r\n`);
  self.memory.places = self.trait('looks only where there are files') === true ? present : ever;
}

/** How long the search lasts. */
export function searchDuration({ memory }: Self<InvmacMemory>): Duration {
  return Math.floor((memory.places * second) / 10);
}

function filesBelow(self: Self<InvmacMemory>, folder: string): readonly string[] {
  return [...filesIn(self, folder, '*.*'), ...foldersIn(self, folder).flatMap((one) => filesBelow(self, one))];
}
