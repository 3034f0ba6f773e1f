import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { completions, exchanges, isBusy, offeredScenarios, openScenario, standing, typeLine } from '../live-session.ts';

/** The shell of the session behind the page: what was typed, what came of it, and the next line. */
export function Shell() {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => end.current?.scrollTo({ top: end.current.scrollHeight }), [exchanges.value]);
  return (
    <>
      <Scenarios />
      <div ref={end} class="exchanges" role="log" aria-label="Shell" tabIndex={0}>
        {exchanges.value.length === 0 && <p class="hint">Type a command; help lists them all.</p>}
        {exchanges.value.map(({ line, text, ok }, index) => (
          <div key={index} class={ok ? '' : 'refused'}>
            {line !== null && <pre class="line">&gt; {line}</pre>}
            {text !== '' && <pre>{text}</pre>}
          </div>
        ))}
      </div>
      <CommandLine />
    </>
  );
}

function CommandLine() {
  const line = useSignal('');
  /** How many lines back in what was typed; 0 is the line itself. */
  const back = useSignal(0);
  const typed = exchanges.value.flatMap((exchange) => exchange.line ?? []);
  const recall = (by: 1 | -1): void => {
    back.value = Math.min(Math.max(back.value + by, 0), typed.length);
    line.value = back.value === 0 ? '' : (typed.at(-back.value) ?? '');
  };
  return (
    <form
      class="command-line"
      onSubmit={(event) => {
        event.preventDefault();
        if (line.value.trim() === '' || isBusy.value) return;
        void typeLine(line.value);
        line.value = '';
        back.value = 0;
      }}
    >
      <label>
        <span class="mono">{standing.value?.folder}</span>
        <input
          type="text"
          class="mono"
          aria-label="Command"
          autocomplete="off"
          spellcheck={false}
          value={line.value}
          onInput={(event) => (line.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowUp') recall(1);
            else if (event.key === 'ArrowDown') recall(-1);
            else if (event.key !== 'Tab' || event.shiftKey || line.value === '') return;
            else void complete(line.value).then((whole) => (line.value = whole));
            event.preventDefault();
          }}
        />
      </label>
      <button type="submit" class="primary" disabled={isBusy.value}>
        {isBusy.value ? 'Runs' : 'Enter'}
      </button>
    </form>
  );
}

/** The line with as much at its end as all candidates have in common. */
async function complete(line: string): Promise<string> {
  const [candidates, end] = await completions(line);
  const [first = ''] = candidates;
  let length = first.length;
  while (!candidates.every((candidate) => candidate.startsWith(first.slice(0, length)))) length--;
  return length <= end.length ? line : line.slice(0, line.length - end.length) + first.slice(0, length);
}

/** Which scenario the session plays. */
function Scenarios() {
  const offered = useSignal<readonly string[]>([]);
  const chosen = useSignal('');
  useEffect(() => {
    void offeredScenarios().then((files) => (offered.value = files));
  }, []);
  return (
    <form
      class="choices"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.value !== '') void openScenario(chosen.value);
      }}
    >
      <label>
        <span>Scenario </span>
        <select value={chosen.value} onChange={(event) => (chosen.value = event.currentTarget.value)}>
          <option value="">choose another one</option>
          {offered.value.map((file) => (
            <option key={file} value={file}>
              {file}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" disabled={chosen.value === ''}>
        Begin
      </button>
    </form>
  );
}
