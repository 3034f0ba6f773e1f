import { signal } from '@preact/signals';
import type { FileAt } from '../../film/film-world.ts';
import { ComputerChoice } from '../computer-choice.tsx';
import { computer, reader, turn, world } from '../desk-state.ts';
import { LogText } from '../log-text.tsx';
import { parseLog } from '../log-line.ts';
import { TreeList } from '../tree-list.tsx';
import type { TreeEntry } from '../tree.ts';

const chosen = signal<string | null>(null);
const onlyChanged = signal(false);

/** The drives of a computer as they stand after the turn, with what the turn changed. */
export function Folders() {
  const entries = entriesAt();
  const shownEntries = onlyChanged.value ? entries.filter(({ how }) => how !== null) : entries;
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
        label="Folders and files"
        entries={shownEntries}
        chosen={chosen.value}
        onChoose={({ path }) => (chosen.value = path)}
        detail={(file) => `${file.size.toLocaleString('en')} bytes`}
        empty={onlyChanged.value ? 'This turn changed no file here.' : 'This computer has no files on record.'}
      />
      <Content />
    </>
  );
}

function entriesAt(): readonly TreeEntry<FileAt>[] {
  const changed = world.value.changed.files.filter((change) => change.computer === computer.value);
  const how = new Map(changed.map((change) => [change.path.toUpperCase(), change.how]));
  const before = reader.value.worldAt(turn.value - 1);
  const gone = changed.flatMap(({ path, how: what }) =>
    what === 'gone' ? (before.file(computer.value, path) ?? []) : [],
  );
  const files =
    gone.length === 0 ? world.value.files(computer.value) : sorted([...world.value.files(computer.value), ...gone]);
  return files.map((file) => {
    const at = file.path.lastIndexOf('\\');
    const [branch, name] = file.folder ? [file.path, ''] : [file.path.slice(0, at), file.path.slice(at + 1)];
    return { branch, name, leaf: file.folder ? null : file, how: how.get(file.path.toUpperCase()) ?? null };
  });
}

function sorted(files: readonly FileAt[]): readonly FileAt[] {
  const key = ({ path }: FileAt): string => path.toUpperCase();
  return files.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** What stands in the chosen file after the turn. */
function Content() {
  const path = chosen.value;
  const file = path === null ? null : world.value.file(computer.value, path);
  if (path === null) return <p class="hint">Choose a file to see what stands in it.</p>;
  const text = world.value.content(computer.value, path);
  const written =
    file === null ? '' : `, written ${new Date(file.written).toISOString().slice(0, 19).replace('T', ' ')}`;
  return (
    <section class="content" aria-label="Content of the file">
      <h3 class="mono">{path}</h3>
      <p class="facts">{file === null ? 'It is not there after this turn.' : `${file.size} bytes${written}`}</p>
      {file !== null && text === null && <p class="empty">Only its size is on record.</p>}
      {text !== null && isLog(path) && <LogText label={path} lines={parseLog(text)} />}
      {text !== null && !isLog(path) && (
        <pre tabIndex={0} role="group" aria-label="Text of the file">
          {text}
        </pre>
      )}
    </section>
  );
}

function isLog(path: string): boolean {
  return /\.lo[g_]$/i.test(path);
}
