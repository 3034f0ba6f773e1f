import { signal } from '@preact/signals';
import { ComputerChoice } from '../computer-choice.tsx';
import { computer, reader, turn, world } from '../desk-state.ts';
import { parseLog, type LogLine } from '../log-line.ts';
import { LogText } from '../log-text.tsx';

const chosen = signal<string | null>(null);
const filter = signal('');
const severity = signal<'all' | 'warning' | 'error'>('all');

/** The logs of a computer as they stand after the turn, with filter; lines of this turn are marked. */
export function Logs() {
  const paths = logsOf();
  const changed = world.value.changed.files.filter((change) => change.computer === computer.value);
  const grown = paths.find((path) => changed.some((change) => change.path === path));
  const path = chosen.value !== null && paths.includes(chosen.value) ? chosen.value : (grown ?? paths[0]);
  return (
    <>
      <div class="choices">
        <ComputerChoice />
        <label>
          <span>Log </span>
          <select value={path ?? ''} onChange={(event) => (chosen.value = event.currentTarget.value)}>
            {paths.map((one) => (
              <option key={one} value={one}>
                {one.slice(one.lastIndexOf('\\') + 1)}
                {changed.some((change) => change.path === one) ? ' (new lines)' : ''}
              </option>
            ))}
          </select>
        </label>
        <Filter />
      </div>
      {path === undefined ? (
        <p class="empty">There is no log on this computer yet.</p>
      ) : (
        <Lines path={path} hasNew={changed.some((change) => change.path === path)} />
      )}
    </>
  );
}

function Filter() {
  return (
    <>
      <label>
        <span>Filter </span>
        <input
          type="search"
          value={filter.value}
          placeholder="text in a line"
          onInput={(event) => (filter.value = event.currentTarget.value)}
        />
      </label>
      <label>
        <span>Show </span>
        <select
          value={severity.value}
          onChange={(event) => (severity.value = event.currentTarget.value as typeof severity.value)}
        >
          <option value="all">all lines</option>
          <option value="warning">warnings and errors</option>
          <option value="error">errors</option>
        </select>
      </label>
    </>
  );
}

function Lines({ path, hasNew }: { readonly path: string; readonly hasNew: boolean }) {
  const lines = parseLog(world.value.content(computer.value, path) ?? '');
  const before = hasNew ? (reader.value.worldAt(turn.value - 1).content(computer.value, path) ?? '') : null;
  const old = before === null ? lines.length : parseLog(before).length;
  const fitting = lines.filter(fits);
  return <LogText label={path} lines={fitting} newFrom={lines.slice(0, old).filter(fits).length} />;
}

function fits({ text, component, severity: marked }: LogLine): boolean {
  if (severity.value === 'error' && marked !== 'error') return false;
  if (severity.value === 'warning' && marked === null) return false;
  return `${text} ${component}`.toLowerCase().includes(filter.value.trim().toLowerCase());
}

function logsOf(): readonly string[] {
  return world.value
    .files(computer.value)
    .filter(({ folder, path }) => !folder && /\.lo[g_]$/i.test(path))
    .map(({ path }) => path);
}
