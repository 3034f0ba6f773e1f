import { helpIsOpen, reader, readers, shown } from './desk-state.ts';
import { showFilm } from './moving.ts';
import { theme, toggleTheme, toggleType, type } from './preferences.ts';
import { findAgain, foundTurns, sought } from './searching.ts';

/** What the run is, the search, and how the page looks. */
export function Header() {
  return (
    <header class="header">
      <Title />
      <Search />
      <div class="choices">
        <button type="button" aria-pressed={type.value === 'large'} onClick={toggleType} title="Large type (L)">
          Large type
        </button>
        <button type="button" onClick={toggleTheme} title="Light or dark (D)">
          {theme.value === 'light' ? 'Dark' : 'Light'}
        </button>
        <button type="button" onClick={() => (helpIsOpen.value = true)} title="Keys (?)">
          Help
        </button>
      </div>
    </header>
  );
}

function Title() {
  const { scenario } = reader.value.film;
  return (
    <div class="title">
      <h1>{scenario.title}</h1>
      <p class="facts">
        {readers.value.length > 1 ? <Runs /> : <span>{runName(0)}</span>}
        {scenario.kb !== null && <span>{scenario.kb}</span>}
        <span class={/^as expected/i.test(scenario.verdict) ? 'verdict' : 'verdict bad'}>{scenario.verdict}</span>
      </p>
    </div>
  );
}

/** Which of the two runs the views show. */
function Runs() {
  return (
    <span class="runs" role="group" aria-label="Run">
      {readers.value.map((_, index) => (
        <button
          key={index}
          type="button"
          aria-pressed={shown.value === index}
          onClick={() => showFilm(index === 1 ? 1 : 0)}
          title="The other run (X)"
        >
          {runName(index)}
        </button>
      ))}
    </span>
  );
}

/** A run in few words: what tells it apart from the other one. */
export function runName(index: number): string {
  const [one, other] = [readers.value[index]?.film.scenario, readers.value[1 - index]?.film.scenario];
  if (one === undefined) return '';
  if (one.release !== other?.release && one.variant === other?.variant) return `SMS ${one.release}`;
  return one.release === other?.release ? one.variant : `SMS ${one.release}, ${one.variant}`;
}

function Search() {
  const found = foundTurns.value;
  const said = sought.value.trim() === '' ? '' : foundIn(found.length);
  return (
    <form
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        findAgain(1);
      }}
    >
      <label class="hidden" for="search">
        Search the run
      </label>
      <input
        id="search"
        type="search"
        class={said === '' ? '' : 'answered'}
        placeholder="Search: a file, a component, a log line"
        value={sought.value}
        onInput={(event) => (sought.value = event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.currentTarget.blur();
        }}
      />
      <output for="search">{said}</output>
      <button type="button" disabled={found.length === 0} onClick={() => findAgain(-1)} aria-label="Place found before">
        ▲
      </button>
      <button type="submit" disabled={found.length === 0} aria-label="Next place found">
        ▼
      </button>
    </form>
  );
}

function foundIn(turns: number): string {
  if (turns === 0) return 'not found';
  return turns === 1 ? 'in 1 turn' : `in ${turns} turns`;
}
