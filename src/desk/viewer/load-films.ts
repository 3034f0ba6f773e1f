import type { Film, FilmPage } from '../film/film.ts';

/** Why a page has nothing to show, for the person in front of it. */
export class CannotOpen extends Error {}

/** What the page shows: the films that were put into it, or those of the server that it came from. */
export async function loadPage(page: Document): Promise<FilmPage> {
  const packed = page.getElementById('films')?.textContent;
  return checked(packed === undefined || packed === null ? await askServer(page.location) : await unpacked(packed));
}

/** The films of the server as they are now. */
export async function fetchPage(): Promise<FilmPage> {
  return checked(await askServer(window.location));
}

/** Whether a server stands behind the page, and no film in it. */
export function isServed(page: Document): boolean {
  return page.getElementById('films') === null;
}

async function askServer(location: Location): Promise<unknown> {
  if (!location.protocol.startsWith('http')) {
    throw new CannotOpen('There is no run in this page. Make one with: smsim report SCENARIO -o FILE.html');
  }
  const response = await fetch('/api/films');
  if (!response.ok) throw new CannotOpen(`The server answered ${response.status} ${await response.text()}`);
  return response.json();
}

/** Films as a report holds them: a `FilmPage` as JSON, gzip, base64. */
async function unpacked(base64: string): Promise<unknown> {
  const bytes = bytesOf(base64.trim());
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const text = await new Response(stream).text().catch(() => {
    throw new CannotOpen(`The run in this page is damaged: its ${bytes.length} packed bytes cannot be unpacked.`);
  });
  try {
    return JSON.parse(text);
  } catch (mistake) {
    throw new CannotOpen(`The run in this page is damaged: ${String(mistake)} (of ${text.length} characters).`);
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const at = base64.search(/[^A-Za-z0-9+/=\s]/);
  if (at >= 0) throw new CannotOpen(`The run in this page is damaged: a wrong character at ${at + 1} of its data.`);
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    throw new CannotOpen(`The run in this page is damaged: its ${base64.length} characters of data are not whole.`);
  }
}

function checked(found: unknown): FilmPage {
  const { films = [], alignment = [] } = (found ?? {}) as Partial<FilmPage>;
  if (!Array.isArray(films) || films.length === 0) throw new CannotOpen('There is no run in this page.');
  const strange = films.find((film: Film | null) => film?.format !== 1);
  if (strange !== undefined) {
    throw new CannotOpen(`The run was written in format ${String(strange?.format)}; this page reads format 1.`);
  }
  return { films, alignment };
}
