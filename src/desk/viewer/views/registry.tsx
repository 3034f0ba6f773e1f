import { signal } from '@preact/signals';
import type { RegistryAt } from '../../film/film-world.ts';
import { ComputerChoice } from '../computer-choice.tsx';
import { computer, reader, turn, world } from '../desk-state.ts';
import { TreeList } from '../tree-list.tsx';
import type { TreeEntry } from '../tree.ts';

const onlyChanged = signal(false);
const chosen = signal<string | null>(null);

/** The registry of a computer as it stands after the turn, with what the turn changed. */
export function Registry() {
  const entries = entriesAt();
  const changes = entries.filter(({ how }) => how !== null).length;
  return (
    <>
      <div class="choices">
        <ComputerChoice />
        <label>
          <input
            type="checkbox"
            checked={onlyChanged.value}
            onChange={(event) => (onlyChanged.value = event.currentTarget.checked)}
          />{' '}
          only what this turn changed ({changes})
        </label>
      </div>
      <TreeList
        label="Registry"
        entries={onlyChanged.value ? entries.filter(({ how }) => how !== null) : entries}
        chosen={chosen.value}
        onChoose={({ path }) => (chosen.value = path)}
        detail={({ value }) => <span class="mono">{value}</span>}
        empty={onlyChanged.value ? 'This turn changed no value here.' : 'This computer has no registry on record.'}
      />
    </>
  );
}

function entriesAt(): readonly TreeEntry<RegistryAt>[] {
  const changed = world.value.changed.registry.filter((change) => change.computer === computer.value);
  const how = new Map(changed.map((change) => [`${change.key}\n${change.name}`.toUpperCase(), change.how]));
  const before = reader.value.worldAt(turn.value - 1);
  const gone = changed.flatMap(({ key, name, how: what }) =>
    what === 'gone' ? (before.value(computer.value, key, name) ?? []) : [],
  );
  return [...world.value.registry(computer.value), ...gone].map((value) => ({
    branch: value.key,
    name: value.name === '' ? '(Default)' : value.name,
    leaf: value.value === null ? null : value,
    how: how.get(`${value.key}\n${value.name}`.toUpperCase()) ?? null,
  }));
}
