import { batch, signal } from '@preact/signals';
import { isLive, openPage, reader, readers, turn, turnsAt } from './desk-state.ts';
import { fetchPage } from './load-films.ts';

/** Where the session of the server stands. */
export interface Standing {
  readonly turn: number;
  readonly branch: string;
  /** The shell's prompt: computer, folder, time. */
  readonly folder: string;
  /** What happened by itself since the last time. */
  readonly passed: string;
}

/** A line that was typed, and what came of it; no line where something happened by itself. */
export interface Exchange {
  readonly line: string | null;
  readonly text: string;
  readonly ok: boolean;
}

/** Null on a page that is a file: there is no session behind it. */
export const standing = signal<Standing | null>(null);
export const exchanges = signal<readonly Exchange[]>([]);
export const isBusy = signal(false);

/** As many lines as the page keeps of what was typed. */
const mostExchanges = 200;

let wanted = '';
let loading = false;

/** Hears of the session behind the page, and shows its film anew whenever it has gone on. */
export function followSession(): void {
  isLive.value = true;
  const source = new EventSource('/api/live');
  source.addEventListener('standing', (event) => {
    const told = JSON.parse(String(event.data)) as Standing;
    if (told.passed !== '') note({ line: null, text: told.passed, ok: true });
    const first = standing.value === null;
    standing.value = told;
    wanted = JSON.stringify([told.branch, told.turn, told.folder]);
    if (!first) void renew();
  });
}

/** Types a line at the session's shell. */
export async function typeLine(line: string): Promise<void> {
  isBusy.value = true;
  try {
    const response = await post('/api/command', { line });
    if (response.ok) {
      const answer = (await response.json()) as Exchange;
      note({ line, text: answer.text, ok: answer.ok });
    } else note({ line, text: await response.text(), ok: false });
  } catch {
    note({ line, text: 'The server does not answer.', ok: false });
  } finally {
    isBusy.value = false;
  }
}

/** What a line may go on with, and the end of it that this would replace. */
export async function completions(line: string): Promise<readonly [candidates: readonly string[], end: string]> {
  const response = await fetch(`/api/complete?line=${encodeURIComponent(line)}`);
  if (!response.ok) return [[], ''];
  const { candidates, end } = (await response.json()) as { candidates: readonly string[]; end: string };
  return [candidates, end];
}

export async function offeredScenarios(): Promise<readonly string[]> {
  const response = await fetch('/api/scenarios');
  return response.ok ? ((await response.json()) as readonly string[]) : [];
}

/** Begins with another scenario. */
export async function openScenario(file: string): Promise<void> {
  const response = await post('/api/scenario', { file });
  note({ line: null, text: response.ok ? `${file} begins` : await response.text(), ok: response.ok });
}

function post(address: string, body: unknown): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function note(exchange: Exchange): void {
  exchanges.value = [...exchanges.value, exchange].slice(-mostExchanges);
}

/** Loads the film until it is that of the latest standing. Who stood at its end goes on to the new end. */
async function renew(): Promise<void> {
  if (loading) return;
  loading = true;
  try {
    for (let loaded = ''; loaded !== wanted;) {
      loaded = wanted;
      show(await fetchPage());
    }
  } catch (mistake) {
    note({ line: null, text: String(mistake), ok: false });
  } finally {
    loading = false;
  }
}

function show(page: Parameters<typeof openPage>[0]): void {
  const [before, stood] = [reader.value.film, turn.value];
  const followed = stood === before.clock.lastTurn;
  batch(() => {
    openPage(page);
    const { firstTurn, lastTurn } = (readers.value[0] ?? reader.value).film.clock;
    const kept = firstTurn === before.clock.firstTurn ? Math.min(stood, lastTurn) : firstTurn;
    turnsAt.value = [followed ? lastTurn : kept];
  });
}
