import {
  compilationFaultText,
  compileMif,
  inferred,
  type AppendedMif,
  type InventoryGroup,
} from '../../../world/index.ts';
import type { Self } from '../../component.ts';
import { lastMifYear } from '../mif-years.ts';

const wholeRaw = inferred(
  'Q160776',
  'A RAW with a MIF that does not compile is rejected as a whole; it goes to BADRAWS, without an event.',
);

/** The groups of the NOIDMIFs at the end of a RAW; undefined where one of them does not compile (Q160776). */
export function appendedGroups(self: Self, mifs: readonly AppendedMif[]): readonly InventoryGroup[] | undefined {
  const groups: InventoryGroup[] = [];
  for (const { text } of mifs) {
    const compiled = compileMif(text, Number(self.trait(lastMifYear)));
    if (compiled.ok) {
      groups.push(...compiled.value.groups);
      continue;
    }
    self.restsOn('RAW with a MIF that does not compile', wholeRaw);
    self.log(compilationFaultText(compiled.fault));
    return undefined;
  }
  return groups;
}
